// Lab "context-switch": threads on one core that compute, wait and begin again, and what switching takes of the core.
import { defineLab } from '../../src/lab-kit/lab.ts';
import { stops, toggle } from '../../src/lab-kit/parameters/kinds.ts';
import { runsOver } from './charts.ts';
import { facts } from './facts.ts';
import { runAt } from './figures.ts';
import { count, time } from './in-words.ts';
import { over } from './over.tsx';
import { overview } from './overview.tsx';
import { reasons } from './said.tsx';
import { describe, known, table, threadsInWords } from './words.ts';

const decades = (from: number, to: number, factors: readonly number[]) => {
  const values: number[] = [];
  for (let power = from; power <= to; power *= 10) {
    values.push(...factors.map((factor) => factor * power).filter((value) => value <= to));
  }
  return values;
};

export default defineLab({
  id: 'context-switch',
  title: 'Context switch',
  question: 'How many threads are too many for one core?',
  chapter: 'thread-costs',
  parameters: {
    threads: stops(
      {
        label: 'Threads',
        default: 500,
        marks: [1, 10, 100, 1000, 10_000].map((threads) => [threads, count(threads)] as const),
      },
      decades(1, 10_000, [1, 2, 3, 5, 8]).map(
        (threads) => [threads, count(threads), threadsInWords(threads)] as const,
      ),
    ),
    burst: stops(
      { label: 'Burst', default: 5 },
      decades(1, 100_000, [1, 2, 5]).map(
        (burst) => [burst, time(burst), `bursts of ${time(burst)}`] as const,
      ),
    ),
    wait: stops({ label: 'Waiting after it', default: 1000 }, [
      [0, 'none', 'no waiting'] as const,
      ...decades(100, 10_000_000, [1, 2, 5]).map(
        (wait) => [wait, time(wait), `${time(wait)} of waiting`] as const,
      ),
    ]),
    cost: stops(
      { label: 'Cost of a switch', default: 1.2 },
      [0.06, 0.2, 0.5, 1.2, 2, 5, 10, 20, 50].map(
        (cost) => [cost, time(cost), `${time(cost)} a switch`] as const,
      ),
    ),
    grows: toggle({ label: 'A longer run queue', note: 'makes it cost more', default: true }, [
      'the same cost however many are runnable',
      'a cost that grows with the run queue',
    ]),
  },
  presets: {
    short: { label: 'Short bursts', values: {} },
    millisecond: { label: 'Bursts of 1 ms', values: { burst: 1000 } },
    runnable: { label: '10,000 runnable', values: { threads: 10_000, wait: 0 } },
    asleep: { label: '10,000 waiting', values: { threads: 10_000, wait: 10_000_000 } },
    slice: {
      label: 'Slices of 4 ms',
      values: { threads: 100, burst: 100_000, wait: 0 },
      quoted: true,
    },
    'pool-200': {
      label: '200 threads that compute',
      values: { threads: 200, burst: 100_000, wait: 0 },
      quoted: true,
    },
    'pool-8': {
      label: '8 threads that compute',
      values: { threads: 8, burst: 100_000, wait: 0 },
      quoted: true,
    },
    'two-runnable': {
      label: 'Two runnable',
      values: { threads: 2, wait: 0 },
      quoted: true,
    },
    'below-knee': { label: '100 threads', values: { threads: 100 }, quoted: true },
    light: {
      label: 'As cheap as a goroutine’s',
      values: { cost: 0.06, grows: false },
      quoted: true,
    },
  },
  model: { run: runAt, ahead: runsOver },
  facts,
  describe,
  known,
  tables: (run) => [table(run)],
  simplified:
    'Every burst takes the same time here, and waits vary around their mean. A thread that does not wait gives the core up after each burst, as with sched_yield. When a thread comes back to a core on which nothing else has run meanwhile, no switch is charged; a real kernel switches to its idle task and back. Cold caches are left out.',
  view: { figures: [overview], below: [over, reasons] },
});
