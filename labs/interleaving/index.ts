// Lab "interleaving": two requests on one core or several, and what happens to a core while a request waits.
import { cpu, io, ms, scenario, simulate, summarise, task, type Trace } from '@interleave/simulation';
import { defineLab } from '../../src/lab-kit/define-lab.ts';
import { choice, optionalRange, range, toggle } from '../../src/lab-kit/parameters.ts';

const endOf = (trace: Trace, name: string) => {
  const end = trace.tasks.find((candidate) => candidate.name === name)?.end;
  return end === undefined || end === null ? Number.NaN : end / 1e6;
};

/** The instant (ms) at which a task gets a core again after its first wait. */
const resumesAt = (trace: Trace, name: string) => {
  const segments = trace.tasks.find((candidate) => candidate.name === name)?.segments ?? [];
  const wait = segments.findIndex(({ state }) => state === 'waiting');
  const next = segments.slice(wait).find(({ state }) => state === 'running');
  return next === undefined ? Number.NaN : next.start / 1e6;
};

const answeredAt = (trace: Trace, name: string) => {
  const segments = trace.tasks.find((candidate) => candidate.name === name)?.segments ?? [];
  const wait = segments.find(({ state }) => state === 'waiting');
  return wait === undefined ? Number.NaN : wait.end / 1e6;
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
      words: (waiting) => (waiting === 'switch' ? 'others run while one waits' : 'all wait while one waits'),
    }),
  },
  presets: {
    'one-core': { label: 'One core', values: {} },
    'one-core-idle': { label: 'Without other work', values: { other: false } },
    'two-cores': { label: 'Two cores', values: { cores: 2 } },
    'one-at-a-time': { label: 'One at a time', values: { waiting: 'block', other: false } },
  },
  run: ({ cores, slice, database, other, burst, waiting }) =>
    simulate(
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
    ),
  subjects: ['A', 'B'],
  facts: {
    'a-ends': { label: 'A ends', unit: 'ms', value: (trace) => endOf(trace, 'A') },
    'b-ends': { label: 'B ends', unit: 'ms', value: (trace) => endOf(trace, 'B') },
    'a-answered': { label: 'the database answers A', unit: 'ms', value: (trace) => answeredAt(trace, 'A') },
    'a-resumes': { label: 'A runs again', unit: 'ms', value: (trace) => resumesAt(trace, 'A') },
    'b-resumes': { label: 'B runs again', unit: 'ms', value: (trace) => resumesAt(trace, 'B') },
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
  },
});
