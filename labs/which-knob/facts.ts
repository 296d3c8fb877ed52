// The figures of this lab that chapters quote: of the shown run, and of what turning a knob would give.
import type { Trace } from '@interleave/simulation';
import type { Run } from '../../src/lab-kit/lab.ts';
import { type Figures, figuresAt, figuresOf, KNOBS, type Remedy, remedies } from './figures.ts';
import type { Setting } from './server.ts';

const ofRun = (label: string, unit: string, read: (figures: Figures) => number) => ({
  label,
  unit,
  value: ({ result, values }: Pick<Run<Setting, Trace>, 'result' | 'values'>) =>
    read(figuresOf(result, values)),
});

const ofSetting = (label: string, unit: string, value: (setting: Setting) => number) => ({
  label,
  unit,
  value: ({ values }: Pick<Run<Setting>, 'values'>) => value(values),
});

/** Throughput under one setting by that under another. */
const gain = (to: Setting, from: Setting) => figuresAt(to).throughput / figuresAt(from).throughput;

/** Of each knob turned by a factor of two: `cores-throughput`, `cores-p95`, `cores-gain`, and so on. */
const ofRemedies = Object.fromEntries(
  KNOBS.flatMap(({ name, remedy }, i) => {
    const read = (of: keyof Figures | 'gain') => (setting: Setting) =>
      (remedies(setting)[i] as Remedy)[of];
    return [
      [
        `${name}-throughput`,
        ofSetting(`requests answered a second with ${remedy}`, '', read('throughput')),
      ],
      [`${name}-p95`, ofSetting(`within what 95% are answered with ${remedy}`, 'ms', read('p95'))],
      [
        `${name}-gain`,
        ofSetting(`how many times the throughput ${remedy} gives`, '', read('gain')),
      ],
    ];
  }),
);

export const facts = {
  throughput: ofRun('requests answered a second', '', ({ throughput }) => throughput),
  mean: ofRun('how long a request takes on average', 'ms', ({ mean }) => mean),
  queued: ofRun(
    'how long a query waits for a connection, on average',
    'ms',
    ({ queued }) => queued,
  ),
  p50: ofRun('within what half of the requests are answered', 'ms', ({ p50 }) => p50),
  p95: ofRun('within what 95% of the requests are answered', 'ms', ({ p95 }) => p95),
  busy: ofRun('the share of the cores’ time in which they compute', '%', ({ busy }) => busy * 100),
  ...ofRemedies,
  'four-times-cores-gain': ofSetting(
    'how many times the throughput four times the cores give',
    '',
    (setting) => gain({ ...setting, cores: setting.cores * 4 }, setting),
  ),
  'pair-gain': ofSetting(
    'how many times the throughput of one request in flight two in flight have',
    '',
    (setting) => gain({ ...setting, flight: 2 }, { ...setting, flight: 1 }),
  ),
};
