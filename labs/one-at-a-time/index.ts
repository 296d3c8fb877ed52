// Lab "one-at-a-time": a hundred requests at one server, and how many of them it lets be in progress at once.
import {
  cpu,
  enumerate,
  inARow,
  io,
  metrics,
  ms,
  type Nanos,
  type Scenario,
  type Sentence,
  scenario,
  type Trace,
  task,
} from '@interleave/simulation';
import { defineLab } from '../../src/lab-kit/lab.ts';
import type { Measured } from '../../src/lab-kit/measured.ts';
import { choice, type Parameters, range, type Values } from '../../src/lab-kit/parameters/kinds.ts';
import { coresKnob, sliceKnob } from '../../src/lab-kit/parameters/usual.ts';
import { simulated } from '../../src/lab-kit/timeline/simulated.ts';
import { timeline } from '../../src/lab-kit/timeline/view.tsx';
import { inPercent, inSeconds } from '../../src/lab-kit/units.ts';

const REQUESTS = 100;
const LAST = `request${REQUESTS}`;
/** The CPU time of a request, ms. */
const CPU = 10;
const NANOS_PER_SECOND = 1e9;

const seconds = (nanos: number) => nanos / NANOS_PER_SECOND;
/** The one that is answered last: of a pool without waits that is not the last to be taken. */
const last = (trace: Trace) =>
  metrics(trace).tasks.reduce((a, b) => ((b.turnaround ?? 0) >= (a.turnaround ?? 0) ? b : a));
const utilisation = (trace: Trace) => metrics(trace).utilisation;

/** How the server's threads take requests, by the value of `progress`. */
const WAYS: Readonly<Record<string, (pool: number) => Pick<Scenario, 'workers' | 'waiting'>>> = {
  one: () => ({ workers: 1, waiting: 'holds' }),
  pool: (pool) => ({ workers: pool, waiting: 'holds' }),
  threads: () => ({ workers: 'per-task', waiting: 'holds' }),
  loop: () => ({ workers: 1, waiting: 'frees' }),
};

function describe({ result: trace }: { result: Trace }): Sentence {
  const request = last(trace);
  const cores = trace.cores.length;
  const lacks = [
    { time: request?.noWorker ?? 0, text: ' of that in line, with no free worker' },
    { time: request?.noCore ?? 0, text: ' of that runnable, with no free core' },
  ].flatMap(({ time, text }): Sentence[] =>
    time === 0 ? [] : [[{ figure: inSeconds(time) }, text]],
  );
  return inARow(
    [
      'the last user is answered after ',
      { figure: inSeconds(request?.turnaround ?? 0) },
      ...(lacks.length === 0 ? [] : [', ']),
      ...enumerate(lacks),
      '.',
    ],
    [
      cores === 1 ? 'the core is idle for ' : `the ${cores} cores are idle for `,
      { figure: inPercent(1 - utilisation(trace), 1) },
      ' of the time.',
    ],
  );
}

const measured: Measured = {
  caption: 'The last of a hundred requests, one core',
  source:
    'Measured: real threads on one core of a 2 vCPU AMD EPYC virtual machine, Linux 6.18, Debian 12, HZ=250. ' +
    'That kernel takes the core from a thread after 4 ms, as the simulated pool of the second row does.',
  fact: 'last-ends',
  digits: 2,
  rows: [
    { what: '26 workers, each runs until it waits', preset: 'pool', measured: 'not measured' },
    { what: '26 workers, slice 4 ms', preset: 'pool-sliced', measured: '1.74\u00a0s' },
    { what: '100 workers', preset: 'all', measured: '1.27\u00a0s' },
  ],
};

const parameters = {
  progress: choice({ label: 'In progress at once', default: 'one' }, [
    ['one', 'one', 'one at a time'],
    ['pool', 'a pool', 'a thread pool'],
    ['threads', 'all', 'a thread for each request'],
    ['loop', 'event loop', 'an event loop'],
  ]),
  pool: range(
    {
      label: 'Threads in the pool',
      unit: 'threads',
      min: 2,
      max: 100,
      step: 1,
      default: 26,
      applies: ({ progress }) => progress === 'pool',
    },
    (pool) => `pool of ${pool}`,
  ),
  database: range(
    { label: 'Waiting, each', unit: 'ms', min: 0, max: 500, step: 10, default: 250 },
    (latency) => `${latency} ms of waiting each`,
  ),
  cores: coresKnob(),
  slice: sliceKnob(10),
} satisfies Parameters;

type Setting = Values<typeof parameters>;

export default defineLab({
  id: 'one-at-a-time',
  title: 'One at a time',
  question: 'A hundred users ask at once. How long does the last of them wait, and what for?',
  chapter: 'one-at-a-time',
  parameters,
  presets: {
    'one-at-a-time': { label: 'One at a time', values: {} },
    'four-cores': { label: 'Four cores', values: { cores: 4 } },
    pool: { label: 'Pool of 26', values: { progress: 'pool' } },
    all: { label: 'All at once', values: { progress: 'threads' } },
    'all-four-cores': { label: 'All, four cores', values: { progress: 'threads', cores: 4 } },
    'loop-four-cores': {
      label: 'Event loop, four cores',
      values: { progress: 'loop', cores: 4 },
    },
    'pool-sliced': { label: 'Pool, slice', values: { progress: 'pool', slice: 4 }, quoted: true },
    'pool-of-ten': { label: 'Pool of 10', values: { progress: 'pool', pool: 10 }, quoted: true },
    loop: { label: 'Event loop', values: { progress: 'loop' }, quoted: true },
    nearer: { label: 'Nearer', values: { database: 140 }, quoted: true },
    'nearer-four-cores': {
      label: 'Nearer, four cores',
      values: { database: 140, cores: 4 },
      quoted: true,
    },
    'all-nearer': {
      label: 'All, nearer',
      values: { progress: 'threads', database: 140 },
      quoted: true,
    },
    'next-door': { label: 'Next door', values: { database: 60 }, quoted: true },
    'all-next-door': {
      label: 'All, next door',
      values: { progress: 'threads', database: 60 },
      quoted: true,
    },
  },
  model: simulated(({ progress, pool, database, cores, slice }: Setting) =>
    scenario({
      cores,
      slice: slice === null ? null : ms(slice),
      ...WAYS[progress]?.(pool),
      tasks: [{ ...task('request', [cpu(CPU), io(database)]), count: REQUESTS }],
    }),
  ),
  facts: {
    'last-ends': {
      label: 'when the last of the hundred is answered',
      unit: 's',
      value: ({ result }) => seconds(last(result)?.turnaround ?? Number.NaN),
    },
    'last-in-line': {
      label: 'how long the last of the hundred stands in line',
      unit: 's',
      value: ({ result }) => {
        const request = last(result);
        return request === undefined ? Number.NaN : seconds(request.noWorker);
      },
    },
    'first-ends': {
      label: 'when the first of the hundred is answered',
      unit: 'ms',
      value: ({ result }) => (metrics(result).tasks[0]?.turnaround ?? Number.NaN) / 1e6,
    },
    'tenth-ends': {
      label: 'when the tenth of the hundred is answered',
      unit: 's',
      value: ({ result }) => seconds(metrics(result).tasks[9]?.turnaround ?? Number.NaN),
    },
    mean: {
      label: 'how long a user waits on average',
      unit: 's',
      value: ({ result }) => seconds(metrics(result).turnaround.mean as Nanos),
    },
    idle: {
      label: 'the share of the cores’ time that is idle',
      unit: '%',
      value: ({ result }) => (1 - utilisation(result)) * 100,
    },
  },
  describe,
  simplified:
    'Every request computes for exactly 10 ms and waits for exactly as long as the knob says. The database answers any number of them at once; yours does not.',
  measured,
  view: timeline({
    tasks: { [LAST]: { label: `request ${REQUESTS}`, name: 'the last request' } },
    awaited: 'the database',
    many: 'requests',
    subjects: [LAST],
  }),
});
