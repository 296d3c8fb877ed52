// Lab "scheduler": threads that want a core, and who decides which of them has it, and for how long.
import { simulate, type Trace } from '@interleave/simulation';
import { curves } from '../../src/lab-kit/figures/curves/curves.tsx';
import { defineLab } from '../../src/lab-kit/lab.ts';
import { oncePer } from '../../src/lab-kit/once-per.ts';
import { choice, moves, type Parameters, range } from '../../src/lab-kit/parameters/kinds.ts';
import { coresKnob, sliceKnob } from '../../src/lab-kit/parameters/usual.ts';
import { timeline } from '../../src/lab-kit/timeline/view.tsx';
import { inMs } from '../../src/lab-kit/units.ts';
import { follow, LETTERS } from './by-hand.ts';
import { charts } from './charts.ts';
import { facts } from './facts.ts';
import { hand } from './hand.tsx';
import { places } from './places.ts';
import { describe, known, tables } from './words.ts';
import { isByHand, type Setting, scenarioOf } from './work.ts';

/** So many moves are said one by one. */
const MOST_SAID = 20;

const byRule = ({ policy }: Readonly<Record<string, unknown>>) => policy !== 'you';

const parameters = {
  work: choice({ label: 'Threads', default: 'crowd' }, [
    ['crowd', 'hog and three', 'a hog and three threads'],
    ['hog', 'hog and one', 'a hog and one thread'],
    ['pair', 'two that compute', 'two threads that compute'],
    ['wait', 'one that waits', 'a thread that waits and one that computes'],
    ['jobs', 'four jobs', 'four jobs'],
    ['thousand', '1,000', '1,000 threads that mostly wait'],
  ]),
  cores: { ...coresKnob(), applies: byRule },
  policy: choice({ label: 'Who is next', default: 'turns' }, [
    ['turns', 'in turn', 'in turn'],
    ['shortest', 'shortest', 'shortest remaining first'],
    ['priority', 'priority', 'by priority'],
    ['fair', 'fair', 'fair'],
    ['you', 'you', 'scheduled by hand'],
  ]),
  slice: sliceKnob(20, {
    default: 4,
    applies: ({ policy }) => policy === 'turns' || policy === 'priority',
  }),
  cost: range(
    { label: 'A switch costs', unit: 'ms', min: 0, max: 1, step: 0.1, default: 0, applies: byRule },
    (cost) => (cost === 0 ? 'switches cost nothing' : `a switch costs ${inMs(cost)}`),
  ),
  moves: moves(
    {
      label: 'Your schedule',
      letters: LETTERS,
      anewAfter: ['work'],
      refused: (made, values) => {
        const setting = values as Pick<Setting, 'work' | 'policy'>;
        return isByHand(setting) ? follow(setting.work, made).refused : null;
      },
      default: '',
      applies: ({ policy }) => policy === 'you',
    },
    (made) =>
      made === ''
        ? 'no turn given'
        : `the core to ${made.length > MOST_SAID ? `${made.slice(0, MOST_SAID)}…` : made}`,
  ),
} satisfies Parameters;

const naming = {
  tasks: {
    hog: { label: 'hog', name: 'the hog' },
    ping: { label: 'thread A', name: 'A' },
    A: { label: 'thread A', name: 'A' },
    B: { label: 'thread B', name: 'B' },
    C: { label: 'thread C', name: 'C' },
    D: { label: 'thread D', name: 'D' },
  },
  awaited: 'the network',
  many: 'threads',
  subjects: ['hog', 'ping', 'A', 'B', 'C', 'D'],
};

/** A schedule by hand grows on the clock of first come, first served. */
const lanes = timeline(naming, ({ end, scenario }) =>
  scenario.horizon === null ? end : simulate({ ...scenario, horizon: null }).end,
);

/** A schedule by hand, as it stands where the next choice is due. */
const momentOf = oncePer(({ work, moves }: Setting) => follow(work, moves).moment());

/** What is known of a run at an instant (ns): where a choice is due it is still to be made. */
const knownAt = ({ values, result }: { values: Setting; result: Trace }, at: number) =>
  isByHand(values) && at >= result.end ? momentOf(values) : result;

export default defineLab({
  id: 'scheduler',
  title: 'Scheduler',
  question: 'One thread computes without a pause. When do the others get their turn?',
  chapter: 'threads',
  parameters,
  presets: {
    slice: { label: 'A slice of 4 ms', values: {} },
    'run-to-block': { label: 'No preemption', values: { slice: null } },
    thousand: { label: '1,000 threads, mostly waiting', values: { work: 'thousand' } },
    you: { label: 'You are the scheduler', values: { work: 'jobs', policy: 'you' } },
    'slice-12': { label: 'A slice of 12 ms', values: { slice: 12 }, quoted: true },
    'short-slices': {
      label: 'Slices of 1 ms, switches of 0.5 ms',
      values: { slice: 1, cost: 0.5 },
      quoted: true,
    },
    'hog-slice': { label: 'Hog and one, slice', values: { work: 'hog' }, quoted: true },
    'hog-run-to-block': {
      label: 'Hog and one, no preemption',
      values: { work: 'hog', slice: null },
      quoted: true,
    },
    'hog-fair': {
      label: 'Hog and one, fair',
      values: { work: 'hog', policy: 'fair' },
      quoted: true,
    },
    'jobs-first': {
      label: 'Four jobs, first come, first served',
      values: { work: 'jobs', slice: null },
      quoted: true,
    },
    pair: { label: 'Two that compute', values: { work: 'pair' }, quoted: true },
    handover: {
      label: 'One that waits',
      values: { work: 'wait', slice: null },
      quoted: true,
    },
  },
  model: { run: (setting: Setting): Trace => run(setting) },
  facts,
  describe,
  known,
  tables,
  simplified:
    'Bursts and waits are exact, and a switch costs what you set; a real one costs a few microseconds. The fair policy is Linux’s older one, simplified.',
  measured: {
    caption: 'A hog of 60 ms beside a thread that wants 1 ms every 10: first answer',
    source:
      'Measured: one of 31 runs, of median length; 2 vCPU AMD EPYC virtual machine, Linux 6.18, Debian 12, HZ=250.',
    fact: 'first-answer',
    digits: 0,
    rows: [
      { what: 'no preemption (SCHED_FIFO)', preset: 'hog-run-to-block', measured: '61.2' },
      { what: 'preemption, ticks of 4 ms', preset: 'hog-slice', measured: '4.7' },
    ],
  },
  view: {
    ...lanes,
    // Other threads have other lives, whatever they are called.
    compare: (first, second) =>
      first.values.work === second.values.work ? (lanes.compare?.(first, second) ?? null) : null,
    figures: [hand, places(lanes, knownAt), ...lanes.figures],
    below: [curves(charts)],
  },
});

function run(setting: Setting): Trace {
  const { policy } = setting;
  if (policy !== 'you') return simulate(scenarioOf({ ...setting, policy }));
  if (setting.work === 'thousand') {
    throw new Error('1,000 threads are too many to schedule by hand; choose fewer.');
  }
  return follow(setting.work, setting.moves).trace();
}
