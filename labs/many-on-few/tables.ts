// The same tasks run in four ways, and ten thousand of them with what memory and switches cost.
import { simulate } from '@interleave/simulation';
import type { MeasuredTable } from '../../src/lab-kit/measured.ts';
import { oncePer } from '../../src/lab-kit/once-per.ts';
import { counted } from '../../src/lab-kit/units.ts';
import { done, MANY, MEMORY } from './facts.ts';
import { type Setting, scenarioOf } from './work.ts';

const written = (length: number) => String(Number(length.toFixed(2)));

/** The ways, in the order of the table: what each is called, and what it sets. */
const waysOf = ({ workers }: Setting): readonly (readonly [string, Partial<Setting>])[] => [
  ['a thread for each', { as: 'threads' }],
  [`a pool of ${counted(workers, 'thread')}`, { as: 'pool' }],
  ['light tasks, waiting frees', { as: 'light', held: 'free' }],
  ['light tasks, C and D hold', { as: 'light', held: 'hold' }],
];

const WHICH: Readonly<Record<Setting['work'], string>> = {
  four: 'The same four tasks',
  long: 'The same five tasks',
  hundred: 'The same 100 tasks',
};

/** What each way makes of the work, on as many workers and cores. */
export const fourWays = oncePer((setting: Setting): MeasuredTable => {
  const rows = waysOf(setting).map(([name, other]) => {
    const { as } = { ...setting, ...other };
    const trace = simulate(scenarioOf({ ...setting, ...other }));
    const tasks = as === 'threads' ? '–' : String(trace.runtimeSwitches);
    return [name, written(done(trace)), String(trace.switches), tasks];
  });
  return {
    table: {
      caption: `${WHICH[setting.work]}, run in four ways`,
      shown: 'always',
      columns: [
        { label: 'Way' },
        { label: 'all done, ms', numeric: true },
        { label: 'switches of threads', numeric: true },
        { label: 'of tasks', numeric: true },
      ],
      rows,
    },
    source: `Computed with ${counted(setting.workers, 'worker')} and ${counted(setting.cores, 'core')}; switches cost nothing. A few ms more or less between a thread for each and light tasks come from the order in which the tasks get the core: no way computes faster.`,
  };
});

/** What each of the ten thousand does: twice so much computing, with a wait between, ms. */
export const EACH = { cpu: 0.05, wait: 10 };

/** What holds the ten thousand, and what a switch between two of them was measured at: least and most, ms. */
export const MODELS = [
  {
    name: 'threads',
    memory: MEMORY.threads,
    measured: '1.2–2.8\u00a0µs',
    switches: [0.0012, 0.0028],
  },
  {
    name: 'goroutines',
    memory: MEMORY.light,
    measured: '55–62\u00a0ns',
    switches: [0.000055, 0.000062],
  },
  {
    name: 'asyncio tasks',
    memory: MEMORY.loop,
    measured: '1.4\u00a0µs',
    switches: [0.0014, 0.0014],
  },
] as const;

/** When all are done on one core, ms: it is never idle, and each task comes to it twice. @param cost of a switch, ms */
export const doneAtCost = (cost: number) => MANY * 2 * (EACH.cpu + cost);

/** "1.024–1.056 s", or one figure where both are the same to a millisecond. */
function seconds(costs: readonly number[]): string {
  const [least, most] = costs.map((cost) => (doneAtCost(cost) / 1000).toFixed(3));
  return `${least === most ? least : `${least}–${most}`}\u00a0s`;
}

export const TEN_THOUSAND: MeasuredTable = {
  table: {
    caption: `And ${MANY.toLocaleString('en')} tasks, on one core`,
    shown: 'always',
    columns: [
      { label: 'As' },
      { label: 'memory', numeric: true },
      { label: 'a switch', numeric: true },
      { label: 'all done', numeric: true },
    ],
    rows: MODELS.map(({ name, memory, measured, switches }) => [
      name,
      `${memory}\u00a0MiB`,
      measured,
      seconds(switches),
    ]),
  },
  source:
    'Each task computes for 0.05 ms, waits for 10 ms and computes for 0.05 ms, so all three compute for one second. Memory and times are computed. Switches are measured: 2 vCPU AMD EPYC virtual machine, Linux 6.18; Go 1.19, CPython 3.11.',
};
