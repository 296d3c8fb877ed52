// What this lab says of a request: the sentence, the tables, and what is known of real machines.
import { inARow, metrics, type Sentence, type Trace } from '@interleave/simulation';
import type { Run } from '../../src/lab-kit/lab.ts';
import type { Measured } from '../../src/lab-kit/measured.ts';
import type { Table } from '../../src/lab-kit/tables.ts';
import { inMs, inPercent } from '../../src/lab-kit/units.ts';
import { idealBusy, type Setting, waited, waits } from './request.ts';

/** Billions of instructions a second are as many millions a millisecond. */
type Rated = Setting & { readonly rate: number };

/** What a core runs in so many ms at a rate, in millions. */
export const millions = (milliseconds: number, { rate }: { readonly rate: number }) =>
  milliseconds * rate;

/** The share of a run in which its core is busy, 0..1. */
export const busy = (trace: Trace) => metrics(trace).utilisation;

/** The request alone, with what its waits are worth; or how busy several keep the core. */
export function describe({ result, values: setting }: Run<Rated, Trace>): Sentence {
  const { flight, cpu } = setting;
  if (flight === 1) {
    return inARow(
      [
        'this request waits for ',
        { figure: inMs(waited(setting)) },
        ' and computes for ',
        { figure: inMs(cpu) },
        '.',
      ],
      ['its core is idle for ', { figure: inPercent(1 - busy(result), 1) }, ' of the time.'],
      ...(waited(setting) === 0
        ? []
        : [
            [
              'while it waits, ',
              { figure: `${Number(millions(waited(setting), setting).toFixed(3))} million` },
              ' instructions could have run.',
            ],
          ]),
    );
  }
  return inARow(
    [
      'with ',
      { figure: String(flight) },
      waited(setting) === 0 ? ' in flight' : ' in flight, whose waits vary by up to half,',
      ' the core is busy for ',
      { figure: inPercent(busy(result), 1) },
      ' of the time.',
    ],
    ['at best it could be busy for ', { figure: inPercent(idealBusy(metrics(result)), 1) }, '.'],
  );
}

/** Billions of instructions a second that one core was measured to run, by what they do: least and most. */
const RATES: readonly { readonly what: string; readonly from: number; readonly to: number }[] = [
  { what: 'independent additions', from: 16, to: 21 },
  { what: 'additions that each need the one before', from: 4.7, to: 4.7 },
  { what: 'steps along pointers through memory', from: 0.017, to: 0.017 },
];

const between = (from: number, to: number) =>
  [...new Set([from, to])].map((figure) => Number(figure.toFixed(3))).join('–');

const atMeasuredRates = (wait: number): Table => ({
  caption: 'All its waits, at rates measured on one core of a 2 vCPU AMD EPYC virtual machine',
  shown: 'asked',
  columns: [
    { label: 'Instructions' },
    { label: 'billion a second', numeric: true },
    { label: 'million in the wait', numeric: true },
  ],
  rows: RATES.map(({ what, from, to }) => [
    what,
    between(from, to),
    between(millions(wait, { rate: from }), millions(wait, { rate: to })),
  ]),
});

/** Each round trip with what it is worth, and all of them at measured rates. */
export function tables(setting: Rated): Table[] {
  const rows = waits(setting).map((wait, i): string[] => [
    i < setting.queries ? `query ${i + 1}` : `external call ${i + 1 - setting.queries}`,
    inMs(wait),
    String(Number(millions(wait, setting).toFixed(3))),
  ]);
  return [
    {
      caption: 'What the request waits for',
      shown: 'asked',
      columns: [
        { label: 'Round trip' },
        { label: 'takes', numeric: true },
        { label: 'million instructions', numeric: true },
      ],
      rows,
    },
    atMeasuredRates(waited(setting)),
  ];
}

/** What the network alone takes, beside the presets, which are whole queries. */
export const measured: Measured = {
  caption: 'A query, by where the database is',
  source:
    'Same machine: measured, SELECT 1 of PostgreSQL 15 over loopback, 2 vCPU AMD EPYC virtual machine, Linux 6.18, ' +
    'Debian 12. Zone: computed, 100 km of fibre there and back. ' +
    'Region: stated, California to the Netherlands and back, J. Dean, Numbers Everyone Should Know.',
  beside: 'network alone',
  fact: 'query',
  digits: 0,
  rows: [
    { what: 'on the same machine', preset: 'localhost', measured: '0.06\u00a0ms, measured' },
    { what: 'in another zone', preset: 'zone', measured: 'about 1\u00a0ms, computed' },
    { what: 'in another region', preset: 'region', measured: '150\u00a0ms, stated' },
  ],
};
