// Lab "interleaving": two requests on one core or several, and what happens to a core while a request waits.
import {
  cpu,
  io,
  metrics,
  ms,
  type Nanos,
  scenario,
  type Trace,
  task,
  toMs,
} from '@interleave/simulation';
import { defineLab } from '../../src/lab-kit/lab.ts';
import {
  choice,
  type Parameters,
  range,
  toggle,
  type Values,
} from '../../src/lab-kit/parameters/kinds.ts';
import { coresKnob, sliceKnob } from '../../src/lab-kit/parameters/usual.ts';
import { simulated } from '../../src/lab-kit/timeline/simulated.ts';
import { timeline } from '../../src/lab-kit/timeline/view.tsx';

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

/** How long (ms) a task lacks a worker, or a core. */
const lacking = (trace: Trace, name: string, what: 'noWorker' | 'noCore') => {
  const figures = metrics(trace).tasks.find((candidate) => candidate.name === name);
  return figures === undefined ? Number.NaN : toMs(figures[what]);
};

const parameters = {
  cores: coresKnob(),
  slice: sliceKnob(20),
  database: range(
    { label: 'Database', unit: 'ms', min: 0, max: 100, step: 5, default: 35 },
    (latency) => `database ${latency} ms`,
  ),
  other: toggle({ label: 'Other work', note: '20 ms, at 30 ms', default: true }, [
    'other work off',
    'other work on',
  ]),
  burst: range(
    { label: 'B’s first burst', unit: 'ms', min: 5, max: 40, step: 5, default: 15 },
    (burst) => `B’s first burst ${burst} ms`,
  ),
  waiting: choice({ label: 'While one waits', default: 'switch' }, [
    ['switch', 'others run', 'others run while one waits'],
    ['block', 'all wait', 'all wait while one waits'],
  ]),
} satisfies Parameters;

type Setting = Values<typeof parameters>;

export default defineLab({
  id: 'interleaving',
  title: 'Interleaving',
  question: 'Two requests are in progress. What does the core do while one of them waits?',
  chapter: 'concurrency-vs-parallelism',
  parameters,
  presets: {
    'one-core': { label: 'One core', values: {} },
    'one-core-idle': { label: 'Without other work', values: { other: false } },
    'two-cores': { label: 'Two cores', values: { cores: 2 } },
    'farther-one-core': { label: 'Farther database', values: { database: 60 }, quoted: true },
    'farther-two-cores': {
      label: 'Farther database, two cores',
      values: { database: 60, cores: 2 },
      quoted: true,
    },
    'one-at-a-time': { label: 'One at a time', values: { waiting: 'block', other: false } },
  },
  model: simulated(({ cores, slice, database, other, burst, waiting }: Setting) =>
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
  facts: {
    'a-ends': { label: 'when A ends', unit: 'ms', value: ({ result }) => endOf(result, 'A') },
    'b-ends': { label: 'when B ends', unit: 'ms', value: ({ result }) => endOf(result, 'B') },
    'a-answered': {
      label: 'when the database answers A',
      unit: 'ms',
      value: ({ result }) => answeredAt(result, 'A'),
    },
    'a-resumes': {
      label: 'when A runs again',
      unit: 'ms',
      value: ({ result }) => resumesAt(result, 'A'),
    },
    'a-runnable': {
      label: 'how long A is runnable, with no free core',
      unit: 'ms',
      value: ({ result }) => lacking(result, 'A', 'noCore'),
    },
    'b-runnable': {
      label: 'how long B is runnable, with no free core',
      unit: 'ms',
      value: ({ result }) => lacking(result, 'B', 'noCore'),
    },
    'b-in-line': {
      label: 'how long B is in line, with no free worker',
      unit: 'ms',
      value: ({ result }) => lacking(result, 'B', 'noWorker'),
    },
    'all-busy': {
      label: 'how long a core was busy, all cores together',
      unit: 'ms',
      value: ({ result }) =>
        toMs(metrics(result).cores.reduce((sum, { busy }) => sum + busy, 0) as Nanos),
    },
  },
  simplified:
    'Bursts and waits are exact, and going from one task to another takes no time. The database answers any number of requests at once.',
  view: timeline({
    tasks: {
      A: { label: 'request A' },
      B: { label: 'request B' },
      other: { label: 'other work', name: 'other work', assumed: true },
    },
    awaited: 'the database',
    many: 'requests',
    subjects: ['A', 'B'],
  }),
});
