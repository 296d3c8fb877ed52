// Lab "idle-cpu": what a core does during one request, and how many requests in flight keep it busy.
import { metrics, toMs } from '@interleave/simulation';
import { defineLab } from '../../src/lab-kit/lab.ts';
import { choice, range } from '../../src/lab-kit/parameters/kinds.ts';
import { steadyPart } from '../../src/lab-kit/timeline/drawing/steady.ts';
import { simulated } from '../../src/lab-kit/timeline/simulated.ts';
import { timeline } from '../../src/lab-kit/timeline/view.tsx';
import { counted } from '../../src/lab-kit/units.ts';
import { first, last } from './in-flight.tsx';
import { alone, fills, idealBusy, run, takes, waited } from './request.ts';
import { busy, describe, measured, millions, tables } from './words.ts';

/** @param what it is a length of: "queries" */
const each = (label: string, what: string) =>
  range(
    { label, unit: 'ms', min: 0, max: 150, step: 1, default: 50 },
    (length) => `${what} of ${length} ms`,
  );

const requests = timeline(
  {
    tasks: { request: { label: 'the request', name: 'the request' } },
    awaited: 'an answer',
    asked: 'another machine',
    many: 'requests',
    subjects: ['request'],
  },
  undefined,
  steadyPart,
);

export default defineLab({
  id: 'idle-cpu',
  title: 'Idle CPU',
  question:
    'A request takes 260 ms. What does the core do meanwhile, and how many requests keep it busy?',
  chapter: 'idle-cpu',
  parameters: {
    queries: range({ label: 'Queries', unit: '', min: 0, max: 5, step: 1, default: 4 }, (queries) =>
      counted(queries, 'query', 'queries'),
    ),
    query: each('A query takes', 'queries'),
    calls: range(
      { label: 'External calls', unit: '', min: 0, max: 2, step: 1, default: 1 },
      (calls) => counted(calls, 'external call'),
    ),
    call: each('An external call takes', 'external calls'),
    trips: choice(
      {
        label: 'Round trips',
        default: 'in-turn',
        applies: ({ queries, calls }) => Number(queries) + Number(calls) > 1,
      },
      [
        ['in-turn', 'in turn', 'one round trip after the other'],
        ['at-once', 'at once', 'all round trips at once'],
      ],
    ),
    cpu: range(
      { label: 'Computing', unit: 'ms', min: 1, max: 100, step: 1, default: 10 },
      (cpu) => `${cpu} ms of computing`,
    ),
    rate: range(
      { label: 'Instructions a second', unit: 'billion', min: 1, max: 21, step: 1, default: 3 },
      (rate) => `${rate} billion instructions a second`,
    ),
    flight: range(
      { label: 'In flight', unit: '', min: 1, max: 40, step: 1, default: 1 },
      (flight) => (flight === 1 ? 'one request alone' : `${flight} in flight`),
    ),
  },
  presets: {
    typical: { label: 'Typical request', values: {} },
    localhost: { label: 'Same machine', values: { query: 2 } },
    zone: { label: 'Another zone', values: { query: 30 } },
    region: { label: 'Another region', values: { query: 100 } },
    'at-once': { label: 'All at once', values: { calls: 0, trips: 'at-once' } },
    filled: { label: '26 in flight', values: { flight: 26 } },
    'four-queries': { label: 'Four queries', values: { calls: 0 }, quoted: true },
    fewest: { label: 'Four round trips', values: { queries: 3 }, quoted: true },
    most: { label: 'Seven round trips', values: { queries: 5, calls: 2 }, quoted: true },
    'one-trip': { label: 'One round trip', values: { queries: 1, calls: 0 }, quoted: true },
    'one-wait': { label: 'One wait', values: { queries: 1, query: 100, calls: 0 }, quoted: true },
    'three-queries': {
      label: 'Three queries',
      values: { queries: 3, query: 60, call: 50, cpu: 20 },
      quoted: true,
    },
    'slow-few': {
      label: 'Slow calls, few in flight',
      values: { query: 75, call: 100, cpu: 25, flight: 4 },
      quoted: true,
    },
    'slow-filled': {
      label: 'Slow calls, as many as fill the core',
      values: { query: 75, call: 100, cpu: 25, flight: 17 },
      quoted: true,
    },
    planned: { label: 'Planned', values: { query: 55, cpu: 30 }, quoted: true },
    'queries-at-once': {
      label: 'Queries at once',
      values: { queries: 1, query: 80, call: 40, cpu: 20 },
      quoted: true,
    },
    forty: { label: '40 in flight', values: { flight: 40 }, quoted: true },
  },
  model: simulated(run),
  facts: {
    io: { label: 'how long the request waits', unit: 'ms', value: ({ values }) => waited(values) },
    cpu: { label: 'how long the request computes', unit: 'ms', value: ({ values }) => values.cpu },
    query: { label: 'how long a query takes', unit: 'ms', value: ({ values }) => values.query },
    total: {
      label: 'how long the request takes',
      unit: 'ms',
      value: ({
        result: {
          tasks: [request],
        },
      }) => (request?.end == null ? Number.NaN : toMs(request.end)),
    },
    mean: {
      label: 'how long a request takes on average',
      unit: 'ms',
      value: ({ values, result }) => takes(values, busy(result)),
    },
    idle: {
      label: 'the share of the time in which the core is idle',
      unit: '%',
      value: ({ result }) => (1 - busy(result)) * 100,
    },
    busy: {
      label: 'the share of the time in which the core is busy',
      unit: '%',
      value: ({ result }) => busy(result) * 100,
    },
    'ideal-busy': {
      label: 'the greatest share of the time in which the core could be busy',
      unit: '%',
      value: ({ result }) => idealBusy(metrics(result)) * 100,
    },
    forgone: {
      label: 'the instructions that could have run while the request waits',
      unit: 'million',
      value: ({ values }) => millions(waited(values), values),
    },
    executed: {
      label: 'the instructions that the request runs',
      unit: 'million',
      value: ({ values }) => millions(values.cpu, values),
    },
    'flight-for-hundred': {
      label: 'how many are in flight when a hundred a second are answered as fast as one alone',
      unit: '',
      value: ({ values }) => (alone(values) / 1000) * 100,
    },
    fills: {
      label: 'the least number in flight that could keep the core busy',
      unit: '',
      value: ({ values }) => fills(values),
    },
  },
  describe,
  tables: ({ values }) => tables(values),
  simplified:
    'Alone, a request waits for exactly as long as the knobs say; with several in flight each wait varies by up to half. Whatever they ask answers any number of them at once.',
  measured,
  view: { ...requests, figures: [first, ...requests.figures], below: [last] },
});
