// Lab "workload-mix": what a request is made of, which kind of work that is, and what would shorten it.
import { type Scenario, scenario, simulate, type Trace, task, toMs } from '@interleave/simulation';
import { type ShareBarData, shareBar } from '../../src/lab-kit/figures/share-bar/share-bar.tsx';
import { sorting } from '../../src/lab-kit/figures/sorting/sorting.tsx';
import { defineLab } from '../../src/lab-kit/lab.ts';
import { choice, optionalRange } from '../../src/lab-kit/parameters/kinds.ts';
import { simulated } from '../../src/lab-kit/timeline/simulated.ts';
import { timeline } from '../../src/lab-kit/timeline/view.tsx';
import {
  type Kind,
  OPERATIONS,
  operationTimes,
  type Request,
  STATE,
  steps,
  sum,
  total,
} from './operations.ts';
import { kindsOfWork } from './sorting.ts';
import { describe, lower, table } from './words.ts';

const AS_IT_IS = { computes: 1, waits: 1 };
const FAST_CPU = { computes: 2, waits: 1 };
const NEAR_IO = { computes: 1, waits: 2 };

const scenarioOf = (request: Request, faster = AS_IT_IS): Scenario =>
  scenario({ tasks: [task('request', steps(request, faster))] });

const lengthOf = ({ end }: Trace) => toMs(end);
const lengthWith = (request: Request, faster: typeof AS_IT_IS) =>
  lengthOf(simulate(scenarioOf(request, faster)));

/** 0..1; of a request of nothing, 0. */
const share = (request: Request, kind: Kind) => {
  const whole = total(request);
  return whole === 0 ? 0 : sum(request, kind) / whole;
};

const NOTHING = Object.fromEntries(OPERATIONS.map(({ name }) => [name, null]));

const operation = (name: (typeof OPERATIONS)[number]['name'], usual: number | null) => {
  const { label, most } = OPERATIONS.find(
    (one) => one.name === name,
  ) as (typeof OPERATIONS)[number];
  return optionalRange(
    { label, unit: 'ms', min: 1, max: most, step: 1, none: 'none', default: usual },
    (length) => (length === null ? `no ${lower(label)}` : `${lower(label)} ${length} ms`),
  );
};

export const waitingShare: ShareBarData<Request> = {
  label: 'Share of the request’s time in which it waits',
  parts: (request) =>
    operationTimes(request).map(({ operation, kind, length }) => ({
      label: operation.label,
      state: STATE[kind],
      length,
    })),
  ends: ['waiting', 'computing'],
  band: { from: 0.7, to: 0.9, label: 'the lesson’s working range' },
};

export default defineLab({
  id: 'workload-mix',
  title: 'Workload mix',
  question: 'What is this request made of, and what would shorten it?',
  chapter: 'io-vs-cpu',
  parameters: {
    json: operation('json', 2),
    validation: operation('validation', 3),
    jwt: operation('jwt', 5),
    cache: operation('cache', 2),
    db: operation('db', 30),
    http: operation('http', null),
    file: operation('file', null),
    image: operation('image', null),
    compression: operation('compression', null),
    log: operation('log', 8),
    source: choice(
      { label: 'The file is', default: 'disk', applies: ({ file }) => file !== null },
      [
        ['disk', 'on disk', 'file on disk'],
        ['memory', 'in page cache', 'file in the page cache'],
      ],
    ),
    logging: choice(
      { label: 'A log line is', default: 'sent', applies: ({ log }) => log !== null },
      [
        ['sent', 'sent', 'log sent at once'],
        ['buffered', 'buffered', 'log buffered locally'],
      ],
    ),
  },
  presets: {
    typical: { label: 'Typical', values: {} },
    'image-upload': {
      label: 'Picture',
      values: {
        ...NOTHING,
        json: 2,
        validation: 3,
        file: 10,
        image: 120,
        compression: 35,
        db: 20,
        log: 10,
      },
    },
    checkout: {
      label: 'Checkout',
      values: { json: 4, validation: 3, jwt: 8, cache: 5, db: 25, log: 15 },
      quoted: true,
    },
    album: {
      label: 'Picture for an album',
      values: {
        ...NOTHING,
        json: 2,
        validation: 3,
        file: 20,
        image: 100,
        compression: 35,
        db: 25,
        log: 15,
      },
      quoted: true,
    },
    thumbnail: {
      label: 'Thumbnail',
      values: { ...NOTHING, file: 20, image: 100, compression: 25, db: 15 },
      quoted: true,
    },
    account: {
      label: 'Account page',
      values: { ...NOTHING, json: 10, validation: 5, jwt: 15, db: 200, http: 70 },
      quoted: true,
    },
    report: {
      label: 'Report',
      values: { ...NOTHING, json: 5, validation: 5, db: 50, compression: 30, log: 10 },
    },
    file: { label: 'File', values: { ...NOTHING, file: 10 } },
    'cached-file': {
      label: 'File, cached',
      values: { ...NOTHING, file: 10, source: 'memory' },
    },
  },
  model: simulated((request: Request) => scenarioOf(request)),
  facts: {
    'waiting-share': {
      label: 'the share of the request’s time in which it waits',
      unit: '%',
      value: ({ values }) => share(values, 'waits') * 100,
    },
    'computing-share': {
      label: 'the share of the request’s time in which it computes',
      unit: '%',
      value: ({ values }) => share(values, 'computes') * 100,
    },
    waits: { label: 'how long it waits', unit: 'ms', value: ({ values }) => sum(values, 'waits') },
    computes: {
      label: 'how long it computes',
      unit: 'ms',
      value: ({ values }) => sum(values, 'computes'),
    },
    total: { label: 'how long it takes', unit: 'ms', value: ({ result }) => lengthOf(result) },
    'with-fast-cpu': {
      label: 'how long it takes with a core twice as fast',
      unit: 'ms',
      value: ({ values }) => lengthWith(values, FAST_CPU),
    },
    'with-near-io': {
      label: 'how long it takes with every answer in half the time',
      unit: 'ms',
      value: ({ values }) => lengthWith(values, NEAR_IO),
    },
    'per-eight-cores': {
      label: 'how many such requests eight cores can compute a second',
      unit: '',
      value: ({ values }) => 8000 / sum(values, 'computes'),
    },
    'per-core': {
      label: 'how many such requests one core can compute a second',
      unit: '',
      value: ({ values }) => 1000 / sum(values, 'computes'),
    },
  },
  describe: ({ values, result }) =>
    describe(values, lengthOf(result), {
      withFastCpu: lengthWith(values, FAST_CPU),
      withNearIo: lengthWith(values, NEAR_IO),
    }),
  known: ({ values, result }) => describe(values, lengthOf(result), null),
  tables: ({ values }) => [table(values)],
  simplified:
    'One request by itself: nothing else wants the core, and nothing else asks what it asks. Copying a cached file takes about 1 ms and buffering a log line 0.01 ms; both are assumed.',
  exercise: sorting(kindsOfWork),
  view: {
    ...timeline({
      tasks: { request: { label: 'the request', name: 'the request' } },
      awaited: 'an answer',
      asked: 'the other side',
      many: 'requests',
      subjects: ['request'],
    }),
    above: [shareBar(waitingShare)],
  },
});
