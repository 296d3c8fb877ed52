// Lab "which-knob": the same workload under five knobs, and which of them makes the server faster.
import { defineLab } from '../../src/lab-kit/lab.ts';
import { steadyPart } from '../../src/lab-kit/timeline/drawing/steady.ts';
import { simulated } from '../../src/lab-kit/timeline/simulated.ts';
import { timeline } from '../../src/lab-kit/timeline/view.tsx';
import { facts } from './facts.ts';
import { overKnob } from './over-knob.tsx';
import { parameters } from './parameters.ts';
import { remedyButtons } from './remedy-buttons.tsx';
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
  parameters,
  presets: {
    'io-bound': { label: 'IO-bound', values: {} },
    'io-bound-flight': {
      label: 'IO-bound, in flight',
      values: { turn: 'flight' },
      quoted: true,
    },
    'cpu-bound': { label: 'CPU-bound', values: { workload: 'cpu' } },
    'cpu-bound-flight': {
      label: 'CPU-bound, in flight',
      values: { workload: 'cpu', turn: 'flight' },
      quoted: true,
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
  view: { ...users, top: [remedyButtons], figures: [overKnob, ...users.figures] },
});
