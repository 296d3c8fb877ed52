// Lab "which-knob": the same workload under five knobs, and which of them makes the server faster.
import { curves } from '../../src/lab-kit/figures/curves/curves.tsx';
import { defineLab } from '../../src/lab-kit/lab.ts';
import { choice, optionalRange, range } from '../../src/lab-kit/parameters/kinds.ts';
import { steadyPart } from '../../src/lab-kit/timeline/drawing/steady.ts';
import { simulated } from '../../src/lab-kit/timeline/simulated.ts';
import { timeline } from '../../src/lab-kit/timeline/view.tsx';
import { counted } from '../../src/lab-kit/units.ts';
import { charts } from './charts.ts';
import { facts } from './facts.ts';
import { type Setting, server } from './server.ts';
import { describe, known, table } from './words.ts';

const users = timeline(
  { tasks: {}, awaited: 'the database', many: 'users', subjects: [] },
  undefined,
  steadyPart,
);

export default defineLab({
  id: 'which-knob',
  title: 'Which knob?',
  question:
    'Which makes this server faster: more cores, more requests in flight, a faster CPU, or a nearer database?',
  chapter: 'concurrency-vs-parallelism',
  parameters: {
    workload: choice({ label: 'Workload', default: 'io' }, [
      ['io', 'IO-bound', 'IO-bound (about 10 ms of CPU, 250 ms of database)'],
      ['mixed', 'mixed', 'mixed (about 50 ms of CPU, 50 ms of database)'],
      ['cpu', 'CPU-bound', 'CPU-bound (about 100 ms of CPU, 2 ms of database)'],
    ]),
    cores: range({ label: 'Cores', unit: '', min: 1, max: 8, step: 1, default: 1 }, (cores) =>
      counted(cores, 'core'),
    ),
    flight: range(
      { label: 'Requests in flight', unit: '', min: 1, max: 52, step: 1, default: 10 },
      (flight) => `${flight} in flight`,
    ),
    speed: range(
      { label: 'CPU speed', unit: '×', min: 1, max: 4, step: 0.5, default: 1 },
      (speed) => (speed === 1 ? 'CPU as it is' : `CPU ${speed} times as fast`),
    ),
    near: range(
      { label: 'Time the database takes', unit: '%', min: 25, max: 200, step: 25, default: 100 },
      (near) => (near === 100 ? 'database as it is' : `database in ${near}% of its time`),
    ),
    connections: optionalRange(
      {
        label: 'Database connections',
        unit: '',
        min: 2,
        max: 50,
        step: 1,
        none: 'unlimited',
        default: null,
      },
      (connections) =>
        connections === null ? 'any number of connections' : counted(connections, 'connection'),
    ),
    turn: choice({ label: 'Curves over', default: 'cores' }, [
      ['cores', 'cores', 'curves over cores'],
      ['flight', 'in flight', 'curves over requests in flight'],
      ['speed', 'speed', 'curves over CPU speed'],
      ['near', 'database', 'curves over the database’s time'],
    ]),
  },
  presets: {
    'io-bound': { label: 'IO-bound', values: {} },
    'io-bound-flight': { label: 'IO-bound, in flight', values: { turn: 'flight' } },
    'cpu-bound': { label: 'CPU-bound', values: { workload: 'cpu' } },
    'cpu-bound-flight': {
      label: 'CPU-bound, in flight',
      values: { workload: 'cpu', turn: 'flight' },
    },
    mixed: { label: 'Mixed', values: { workload: 'mixed' } },
    'full-database': {
      label: 'Full database',
      values: { connections: 10, flight: 20, turn: 'flight' },
    },
    'full-database-forty': {
      label: 'Full database, 40 in flight',
      values: { connections: 10, flight: 40 },
      quoted: true,
    },
    'io-bound-near': { label: 'IO-bound, nearer', values: { turn: 'near' }, quoted: true },
    'io-bound-26': {
      label: 'IO-bound, 26 in flight',
      values: { flight: 26 },
      quoted: true,
    },
    'io-bound-full': {
      label: 'IO-bound, 52 in flight',
      values: { flight: 52 },
      quoted: true,
    },
    'cpu-bound-two-cores': {
      label: 'CPU-bound, two cores',
      values: { workload: 'cpu', cores: 2 },
      quoted: true,
    },
    'io-bound-six': { label: 'Six in flight', values: { flight: 6 }, quoted: true },
    'io-bound-six-two-cores': {
      label: 'Six in flight, two cores',
      values: { flight: 6, cores: 2 },
      quoted: true,
    },
    'cpu-bound-three-cores': {
      label: 'CPU-bound, three cores',
      values: { workload: 'cpu', cores: 3, flight: 12, turn: 'flight' },
      quoted: true,
    },
    'cpu-bound-three-cores-more': {
      label: 'CPU-bound, three cores, more in flight',
      values: { workload: 'cpu', cores: 3, flight: 24, turn: 'flight' },
      quoted: true,
    },
    'mixed-eight-cores': {
      label: 'Mixed, eight cores',
      values: { workload: 'mixed', cores: 8, turn: 'flight' },
      quoted: true,
    },
  },
  model: simulated((setting: Setting) => server(setting)),
  facts,
  describe,
  known,
  tables: (run) => [table(run)],
  simplified:
    'Every burst of computing and every query varies by up to half around its mean. Without a limit on its connections the database answers any number of queries at once; yours does not. A connection is a query that the database works on, and the wait for one is drawn as part of the wait for the database.',
  measured: {
    caption: 'Throughput of two requests in flight, as a multiple of one',
    source:
      'Measured: threads that sleep for 20 ms, and threads that compute without waiting, ' +
      'on a 2 vCPU AMD EPYC virtual machine, Linux 6.18, Debian 12. ' +
      'The simulated CPU-bound request waits for 2 of its 102 ms.',
    fact: 'pair-gain',
    digits: 2,
    rows: [
      { what: 'Waiting, one core', preset: 'io-bound', measured: '2.00' },
      { what: 'Computing, one core', preset: 'cpu-bound', measured: '0.99–1.01' },
      { what: 'Computing, two cores', preset: 'cpu-bound-two-cores', measured: '1.95–2.03' },
    ],
  },
  view: { ...users, figures: [curves(charts), ...users.figures] },
});
