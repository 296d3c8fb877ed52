// What this lab says of a run: a few sentences, and the table of the remedies.
import { capital, inARow, type Sentence, type Trace } from '@interleave/simulation';
import type { Run } from '../../src/lab-kit/lab.ts';
import type { Table } from '../../src/lab-kit/tables.ts';
import { inPercent, withUnit } from '../../src/lab-kit/units.ts';
import { type Figures, figuresAt, type Remedy, remedies } from './figures.ts';
import type { Setting } from './server.ts';

/** A remedy that gives so much of what the best gives is worth naming beside it. */
const AS_GOOD = 0.9;
/** A knob turned by a factor of two that gives no more than this is no remedy: the bottleneck has moved at once. */
const LEAST_GAIN = 1.15;

/** Requests a second as text: "98"; below ten "9.8". */
export const perSecond = (throughput: number) => throughput.toFixed(throughput < 9.95 ? 1 : 0);

/** The best remedies, best first; none where two parts are full together. */
function best(all: readonly Remedy[]): Remedy[] {
  const most = Math.max(...all.map(({ gain }) => gain));
  if (most < LEAST_GAIN) return [];
  return all.filter(({ gain }) => gain >= most * AS_GOOD).sort((a, b) => b.gain - a.gain);
}

/** What the run comes to. */
export const known = (run: Run<Setting, Trace>): Sentence => inARow(...comesTo(run));

/** What the run comes to, and the knobs that would help most. */
export const describe = (run: Run<Setting, Trace>): Sentence =>
  inARow(...comesTo(run), advice(best(remedies(run.values))));

function comesTo({ result: trace, values: setting }: Run<Setting, Trace>): Sentence[] {
  const { throughput, p95, busy, queued } = figuresAt(setting, trace);
  const { cores, flight, connections } = setting;
  return [
    [
      `${cores === 1 ? '1 core' : `${cores} cores`}, ${flight} in flight: `,
      { figure: perSecond(throughput) },
      ' requests a second, 95% of them answered within ',
      { figure: withUnit(p95.toFixed(0), 'ms') },
      '.',
    ],
    [
      cores === 1 ? 'the core is busy ' : 'the cores are busy ',
      { figure: inPercent(busy, 0) },
      ' of the time',
      ...(connections === null
        ? ['.']
        : queued < 0.5
          ? [', and no query waits for a connection.']
          : [
              ', and a query waits ',
              { figure: withUnit(queued.toFixed(0), 'ms') },
              ' for a connection.',
            ]),
    ],
  ];
}

function advice(found: readonly Remedy[]): Sentence {
  const [first, ...others] = found;
  if (first === undefined)
    return ['doubling any one knob brings hardly more: it takes two at once.'];
  return [
    'what would help most: ',
    first.knob.remedy,
    ' (',
    { figure: perSecond(first.throughput) },
    ' a second)',
    ...others.flatMap(
      ({ knob, throughput }, i): Sentence => [
        i === others.length - 1 ? ' or ' : ', ',
        knob.remedy,
        ' (',
        { figure: perSecond(throughput) },
        ')',
      ],
    ),
    '.',
  ];
}

/** The remedies side by side, after the setting as it is. */
export function table({ result: trace, values: setting }: Run<Setting, Trace>): Table {
  const row = (what: string, figures: Figures, gain: string) => [
    what,
    perSecond(figures.throughput),
    gain,
    figures.p95.toFixed(0),
    inPercent(figures.busy, 0),
  ];
  return {
    caption: 'Remedies, each by itself',
    shown: 'asked',
    columns: [
      { label: 'Remedy' },
      { label: 'requests a second', numeric: true },
      { label: 'gain', numeric: true },
      { label: '95% within, ms', numeric: true },
      { label: 'cores busy', numeric: true },
    ],
    rows: [
      row('As it is', figuresAt(setting, trace), ''),
      ...remedies(setting).map((remedy) =>
        row(
          `${capital(remedy.knob.remedy)}: ${withUnit(remedy.to, remedy.knob.unit)}`,
          remedy,
          `${remedy.gain.toFixed(2)}×`,
        ),
      ),
    ],
  };
}
