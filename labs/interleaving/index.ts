// Lab "interleaving": two requests on one core or several, and what happens to a core while a request waits.
import {
  cpu,
  io,
  metrics,
  ms,
  type Nanos,
  readyTime,
  scenario,
  summarise,
  type Trace,
  task,
  toMs,
} from '@interleave/simulation';
import { defineLab } from '../../src/lab-kit/lab.ts';
import { choice, optionalRange, range, toggle } from '../../src/lab-kit/parameters/parameters.ts';

const taskOf = (trace: Trace, name: string) =>
  trace.tasks.find((candidate) => candidate.name === name);

const segmentsOf = (trace: Trace, name: string) => taskOf(trace, name)?.segments ?? [];

/** The instant (ms) at which a task ends; NaN when it does not. */
const endOf = (trace: Trace, name: string) => {
  const end = taskOf(trace, name)?.end ?? null;
  return end === null ? Number.NaN : toMs(end);
};

/** The instant (ms) at which a task's first wait ends; NaN when it has none. */
const answeredAt = (trace: Trace, name: string) => {
  const wait = segmentsOf(trace, name).find(({ state }) => state === 'waiting');
  return wait === undefined ? Number.NaN : toMs(wait.end);
};

/** The instant (ms) at which a task gets a core again after its first wait; NaN when it does not. */
const resumesAt = (trace: Trace, name: string) => {
  const segments = segmentsOf(trace, name);
  const wait = segments.findIndex(({ state }) => state === 'waiting');
  const next = segments.slice(wait).find(({ state }) => state === 'running');
  return wait === -1 || next === undefined ? Number.NaN : toMs(next.start);
};

/** How long (ms) a task is ready and does not run. */
const readyFor = (trace: Trace, name: string) => {
  const figures = metrics(trace).tasks.find((candidate) => candidate.name === name);
  return figures === undefined ? Number.NaN : toMs(readyTime(figures));
};

export default defineLab({
  id: 'interleaving',
  title: 'Interleaving',
  question: 'Two requests are in progress. What does the core do while one of them waits?',
  chapter: 'concurrency-vs-parallelism',
  parameters: {
    cores: choice({
      label: 'Cores',
      options: [1, 2, 3, 4].map((value) => ({ value, label: String(value) })),
      default: 1,
      words: (cores) => (cores === 1 ? '1 core' : `${cores} cores`),
    }),
    slice: optionalRange({
      label: 'Slice',
      unit: 'ms',
      min: 1,
      max: 20,
      step: 1,
      none: 'none',
      default: null,
      words: (slice) => (slice === null ? 'run to block' : `slice ${slice} ms`),
    }),
    database: range({
      label: 'Database',
      unit: 'ms',
      min: 0,
      max: 100,
      step: 5,
      default: 35,
      words: (latency) => `database ${latency} ms`,
    }),
    other: toggle({
      label: 'Other work',
      note: '20 ms, at 30 ms',
      default: true,
      words: (on) => (on ? 'other work on' : 'other work off'),
    }),
    burst: range({
      label: 'B’s first burst',
      unit: 'ms',
      min: 5,
      max: 40,
      step: 5,
      default: 15,
      words: (burst) => `B’s first burst ${burst} ms`,
    }),
    waiting: choice({
      label: 'While one waits',
      options: [
        { value: 'switch', label: 'others run' },
        { value: 'block', label: 'all wait' },
      ],
      default: 'switch',
      words: (waiting) =>
        waiting === 'switch' ? 'others run while one waits' : 'all wait while one waits',
    }),
  },
  presets: {
    'one-core': { label: 'One core', values: {} },
    'one-core-idle': { label: 'Without other work', values: { other: false } },
    'two-cores': { label: 'Two cores', values: { cores: 2 } },
    'one-at-a-time': { label: 'One at a time', values: { waiting: 'block', other: false } },
  },
  scenario: ({ cores, slice, database, other, burst, waiting }) =>
    scenario({
      cores,
      slice: slice === null ? null : ms(slice),
      workers: waiting === 'switch' ? 'per-task' : 1,
      waiting: 'holds',
      tasks: [
        task('A', [cpu(5), io(database), cpu(5)]),
        task('B', [cpu(burst), io(database), cpu(5)]),
        ...(other ? [task('other', [cpu(20)], 30)] : []),
      ],
    }),
  subjects: ['A', 'B'],
  facts: {
    'a-ends': { label: 'when A ends', unit: 'ms', value: (trace) => endOf(trace, 'A') },
    'b-ends': { label: 'when B ends', unit: 'ms', value: (trace) => endOf(trace, 'B') },
    'a-answered': {
      label: 'when the database answers A',
      unit: 'ms',
      value: (trace) => answeredAt(trace, 'A'),
    },
    'a-resumes': {
      label: 'when A runs again',
      unit: 'ms',
      value: (trace) => resumesAt(trace, 'A'),
    },
    'a-ready': {
      label: 'how long A is ready and does not run',
      unit: 'ms',
      value: (trace) => readyFor(trace, 'A'),
    },
    'b-ready': {
      label: 'how long B is ready and does not run',
      unit: 'ms',
      value: (trace) => readyFor(trace, 'B'),
    },
    'all-busy': {
      label: 'how long a core was busy, all cores together',
      unit: 'ms',
      value: (trace) =>
        toMs(metrics(trace).cores.reduce((sum, { busy }) => sum + busy, 0) as Nanos),
    },
  },
  describe: summarise,
  tables: () => [],
  view: {
    tasks: {
      A: { label: 'request A' },
      B: { label: 'request B' },
      other: { label: 'other work', name: 'other work', assumed: true },
    },
    awaited: 'the database',
    many: 'requests',
    first: 'timeline',
  },
});
