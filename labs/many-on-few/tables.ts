// The same tasks run in four ways, and ten thousand of them with what memory and switches cost.
import { grouped, simulate } from '@interleave/simulation';
import type { MeasuredTable } from '../../src/lab-kit/measured.ts';
import { oncePer } from '../../src/lab-kit/once-per.ts';
import { counted } from '../../src/lab-kit/units.ts';
import { done, MEMORY } from './facts.ts';
import { type Setting, scenarioOf } from './work.ts';

const written = (length: number) => grouped(Number(length.toFixed(2)));

/** The ways, in the order of the table: what each is called, and what it sets. */
const waysOf = ({ workers }: Setting): readonly (readonly [string, Partial<Setting>])[] => [
  ['a thread for each', { as: 'threads' }],
  [`a pool of ${counted(workers, 'thread')}`, { as: 'pool' }],
  ['lightweight tasks, waiting frees', { as: 'light', held: 'free' }],
  ['lightweight tasks, C and D hold', { as: 'light', held: 'hold' }],
];

/** What each way makes of the work, on as many workers and cores. */
export const fourWays = oncePer((setting: Setting): MeasuredTable => {
  const rows = waysOf(setting).map(([name, other]) => {
    const { as } = { ...setting, ...other };
    const trace = simulate(scenarioOf({ ...setting, ...other }));
    const tasks = as === 'threads' ? '–' : grouped(trace.runtimeSwitches);
    return [name, written(done(trace)), grouped(trace.switches), tasks];
  });
  return {
    table: {
      caption: 'The same tasks, run in four ways',
      shown: 'always',
      columns: [
        { label: 'Way' },
        { label: 'all done, ms', numeric: true },
        { label: 'switches of threads', numeric: true },
        { label: 'of tasks', numeric: true },
      ],
      rows,
    },
    source: `Computed with ${counted(setting.workers, 'worker')} and ${counted(setting.cores, 'core')}. A few ms between threads and lightweight tasks come from the order in which tasks get the core.`,
  };
});

/**
 * Ten thousand tasks that compute for 0.05 ms, wait for 10 ms and compute for 0.05 ms. What is computed is written down, so
 * that no page has to simulate it; a test holds it against the model.
 */
export const TEN_THOUSAND: MeasuredTable = {
  table: {
    caption: 'And 10,000 tasks, on one core',
    shown: 'always',
    columns: [
      { label: 'As' },
      { label: 'memory', numeric: true },
      { label: 'a switch', numeric: true },
      { label: 'all done', numeric: true },
    ],
    rows: [
      ['threads', `${MEMORY.threads}\u00a0MiB`, '1.2–2.8\u00a0µs', '1.024–1.056\u00a0s'],
      ['goroutines', `${MEMORY.light}\u00a0MiB`, '55–62\u00a0ns', '1.001\u00a0s'],
      ['asyncio tasks', '14\u00a0MiB', '1.4\u00a0µs', '1.028\u00a0s'],
    ],
  },
  source:
    'Each computes for 0.05\u00a0ms, waits for 10\u00a0ms and computes for 0.05\u00a0ms: one second of computing in all. Memory and times are computed, switches measured: 2 vCPU AMD EPYC virtual machine, Linux 6.18; Go 1.19, CPython 3.11.',
};
