// Lab "event-loop": one loop runs every callback; what becomes of the others when one computes, and what helps.
import { defineLab } from '../../src/lab-kit/lab.ts';
import { choice, type Parameters, range } from '../../src/lab-kit/parameters/kinds.ts';
import { counted, inMs } from '../../src/lab-kit/units.ts';
import { facts } from './facts.ts';
import { loop, remedies } from './figures.tsx';
import { runOfSetting } from './run.ts';
import { PIECE, type Setting } from './setting.ts';
import { lanes } from './view.tsx';
import { describe, known } from './words.ts';

type Values = Readonly<Record<string, unknown>>;
const forRequests = ({ program }: Values) => program === 'requests';

const parameters = {
  computes: range(
    {
      label: 'C computes',
      unit: 'ms',
      min: 0,
      max: 60,
      step: 1,
      default: 30,
      applies: forRequests,
    },
    (computes) => `C computes for ${inMs(computes)}`,
  ),
  remedy: choice({ label: 'C’s computing', default: 'once', applies: forRequests }, [
    ['once', 'at once', 'at once'],
    ['pieces', 'in pieces', `in pieces of ${PIECE} ms`],
    ['pool', 'on a pool', 'on a worker pool'],
    ['processes', '2 processes', 'two processes'],
    ['threads', 'threads', 'a thread for each'],
  ]),
  database: range(
    {
      label: 'Database',
      unit: 'ms',
      min: 2,
      max: 60,
      step: 2,
      default: 10,
      applies: ({ program }) => program === 'requests' || program === 'queries',
    },
    (database) => `database ${inMs(database)}`,
  ),
  'pool-size': range(
    {
      label: 'Pool threads',
      unit: '',
      min: 1,
      max: 8,
      step: 1,
      default: 4,
      applies: ({ program }) => program === 'reads',
    },
    (threads) => `a pool of ${counted(threads, 'thread')}`,
  ),
  program: choice({ label: 'Program', default: 'requests' }, [
    ['requests', 'requests', 'five requests and a timer'],
    ['reads', 'file reads', 'six file reads'],
    ['promises', 'promises', 'promise callbacks'],
    ['queries', 'queries', 'one request with four queries'],
  ]),
  waits: choice(
    { label: 'Queries', default: 'in-turn', applies: ({ program }) => program === 'queries' },
    [
      ['in-turn', 'in turn', 'one after the other'],
      ['together', 'together', 'all at once'],
    ],
  ),
} satisfies Parameters;

export default defineLab({
  id: 'event-loop',
  title: 'Event loop',
  question: 'One loop serves every request. What happens when one callback computes?',
  chapter: 'event-loops',
  parameters,
  presets: {
    computes: { label: 'A callback that computes', values: {} },
    short: { label: 'Only short callbacks', values: { computes: 1 } },
    pieces: { label: 'In pieces', values: { remedy: 'pieces' } },
    pool: { label: 'On a worker pool', values: { remedy: 'pool' } },
    processes: { label: 'Two processes', values: { remedy: 'processes' } },
    threads: { label: 'Threads instead', values: { remedy: 'threads' } },
    files: { label: 'Files on a pool of 4', values: { program: 'reads' } },
    microtasks: { label: 'Promise callbacks', values: { program: 'promises' } },
    'in-turn': {
      label: 'Four queries in turn',
      values: { program: 'queries', database: 50 },
      quoted: true,
    },
    together: {
      label: 'Four queries together',
      values: { program: 'queries', database: 50, waits: 'together' },
      quoted: true,
    },
    'files-8': {
      label: 'Files on a pool of 8',
      values: { program: 'reads', 'pool-size': 8 },
      quoted: true,
    },
    long: { label: 'A callback of 60 ms', values: { computes: 60 }, quoted: true },
    'long-pieces': {
      label: '60 ms in pieces',
      values: { computes: 60, remedy: 'pieces' },
      quoted: true,
    },
  },
  model: { run: (setting: Setting) => runOfSetting(setting) },
  facts,
  describe,
  known,
  simplified:
    'Here all that is ready stands in one line. Node goes through due timers, answers and setImmediate in turn, so the order within a line can differ; that of promise callbacks, setImmediate and the timer is as Node 20 and 26 ran it. The database answers any number of queries at once; yours does not. Handing work to the pool costs nothing here; in practice, the data is copied on the loop.',
  view: { ...lanes, figures: [loop, ...lanes.figures], below: [remedies] },
});
