// Figures that chapters may quote: what the panel says on average, and how long answers take before and after.
import type { Fact } from '../../src/lab-kit/lab.ts';
import type { Diagnosis, Latencies } from './kinds.ts';
import { leftBy } from './said.ts';
import { chosenOf, type OwnRun, type parameters } from './setting.ts';

type OwnFact = Fact<typeof parameters, Diagnosis>;

/** What is read of latencies, with how it is called. */
const READINGS = [
  ['p50', 'half of the requests finish'],
  ['p95', '95% of the requests finish'],
  ['p99', '99% of the requests finish'],
] as const;

const after = (run: OwnRun, read: (of: Latencies) => number) => {
  const chosen = chosenOf(run);
  return chosen === null ? Number.NaN : read(chosen.latencies);
};

const percentiles = Object.fromEntries(
  READINGS.flatMap(([name, said]): [string, OwnFact][] => [
    [
      `before-${name}`,
      {
        label: `within what time ${said}`,
        unit: 'ms',
        value: ({ result }) => result.before[name],
      },
    ],
    [
      `after-${name}`,
      {
        label: `within what time ${said} with the remedy`,
        unit: 'ms',
        value: (run) => after(run, (latencies) => latencies[name]),
      },
    ],
  ]),
);

/** The average of a line of the panel over the minute. @param gauge its id */
const average = (gauge: string, label: string, unit: string): OwnFact => ({
  label,
  unit,
  value: ({ result }) => {
    const seconds = result.gauges.find(({ id }) => id === gauge)?.seconds ?? [];
    return seconds.reduce((sum, value) => sum + value, 0) / seconds.length;
  },
});

export const facts: Readonly<Record<string, OwnFact>> = {
  ...percentiles,
  'before-mean': {
    label: 'how long a request takes on average',
    unit: 'ms',
    value: ({ result }) => result.before.mean,
  },
  'after-mean': {
    label: 'how long a request takes on average with the remedy',
    unit: 'ms',
    value: (run) => after(run, ({ mean }) => mean),
  },
  'after-p95-s': {
    label: 'within what time 95% of the requests finish with the remedy',
    unit: 's',
    value: (run) => after(run, ({ p95 }) => p95) / 1000,
  },
  'before-p95-s': {
    label: 'within what time 95% of the requests finish',
    unit: 's',
    value: ({ result }) => result.before.p95 / 1000,
  },
  left: {
    label: 'how much of the time in which 95% of the requests finish the remedy leaves',
    unit: '%',
    value: (run) => {
      const chosen = chosenOf(run);
      return chosen === null ? Number.NaN : 100 * leftBy(chosen, run.result.before);
    },
  },
  'cores-busy': average('cores', 'how much of the cores is in use', '%'),
  'run-queue': average('run-queue', 'how many requests wait for a core on average', ''),
  'pool-use': average('connections', 'how many connections are in use on average', ''),
  'waiting-pool': average('waiting-pool', 'how many requests wait for a connection on average', ''),
  answered: average('answered', 'how many requests are answered', '/s'),
};
