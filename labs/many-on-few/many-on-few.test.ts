// The claims that the lessons make of this lab.
import {
  cpu,
  io,
  ms,
  scenario,
  simulate,
  task,
  toMs,
  toText,
  workersOf,
} from '@interleave/simulation';
import { costs } from '@interleave/simulation/costs';
import { describe, expect, test } from 'vitest';
import { factValue } from '../../src/lab-kit/facts.ts';
import { presetRun, presetValues, runOf } from '../../src/lab-kit/lab.ts';
import { textOf } from '../../src/lab-kit/tables.ts';
import { done } from './facts.ts';
import lab from './index.ts';
import { fourWays, TEN_THOUSAND } from './tables.ts';
import { type Setting, scenarioOf } from './work.ts';

const fact = (preset: string, name: string) => Number(factValue(lab, preset, name, 6));
const facts = (preset: string, ...names: string[]) => names.map((name) => fact(preset, name));
const said = (preset: string) =>
  toText(lab.describe?.(presetRun(lab, preset)) ?? []).replace(/\u00a0/g, ' ');
const ENDS = ['a-end', 'b-end', 'c-end', 'd-end'];

describe('two tasks that hold both workers', () => {
  test('keep A from a worker for 14 ms, 11 of which the core is idle', () => {
    expect(facts('held', 'done', ...ENDS)).toEqual([31, 26, 29, 23, 31]);
    expect(fact('held', 'a-in-line')).toBe(14);
    expect(fact('held', 'idle')).toBe(11);
    expect(said('held')).toBe(
      'C and D hold both workers while they wait. The database answers A at 9 ms, but A gets no worker until 23 ms, and for 11 of those 14 ms the core is idle. If waiting freed the workers, everything would be done at 25 ms instead of 31 ms.',
    );
  });

  test('hold worker 1 from 5 to 21 ms and worker 2 from 10 to 26 ms', () => {
    const { result } = presetRun(lab, 'held');
    const held = workersOf(result).map(({ segments }) =>
      segments
        .filter(({ state }) => state === 'waiting')
        .map(({ task: of, start, end }) => [
          result.tasks[of as number]?.name,
          toMs(start),
          toMs(end),
        ]),
    );
    expect(held).toEqual([[['C', 5, 21]], [['D', 10, 26]]]);
  });

  test('are not helped by a second core, and are by more workers', () => {
    expect(facts('two-cores', 'a-end', 'a-in-line')).toEqual([26, 14]);
    expect(facts('more-workers', 'done', 'a-end', 'a-in-line')).toEqual([28, 13, 0]);
  });

  test('let the others go on where waiting frees the workers [claim 48]', () => {
    expect(facts('freed', 'done', ...ENDS)).toEqual([25, 13, 21, 23, 25]);
    expect(fact('freed', 'a-in-line')).toBe(0);
    expect(fact('freed', 'idle')).toBe(5);
  });
});

test('each way has its switches: of threads and of tasks [claims 47, 48]', () => {
  const switches = (preset: string) => facts(preset, 'os-switches', 'task-switches');
  expect(switches('threads')).toEqual([8, 0]);
  expect(switches('pool')).toEqual([6, 4]);
  expect(switches('freed')).toEqual([4, 7]);
  expect(switches('held')).toEqual([4, 6]);
  expect(facts('threads', 'done', ...ENDS)).toEqual([28, 13, 17, 26, 28]);
  expect(facts('pool', 'done', ...ENDS)).toEqual([37, 12, 17, 32, 37]);
});

test('the four ways stand beside each other, by the setting’s workers and cores', () => {
  const rows = (values: Partial<Setting>) =>
    fourWays({ ...presetValues(lab, 'held'), ...values }).table.rows.map((row) => row.map(textOf));
  expect(rows({})).toEqual([
    ['a thread for each', '28', '8', '–'],
    ['a pool of 2 threads', '37', '6', '4'],
    ['lightweight tasks, waiting frees', '25', '4', '7'],
    ['lightweight tasks, C and D hold', '31', '4', '6'],
  ]);
  expect(rows({ workers: 4 })[3]?.[1]).toBe('28');
});

test('lightweight tasks are a few threads that go on to others while a task waits, and of one thread an event loop [claim 30]', () => {
  const machine = (values: Partial<Setting>) => {
    const { workers, waiting } = scenarioOf({ ...presetValues(lab, 'freed'), ...values });
    return { workers, waiting };
  };
  expect(machine({ as: 'threads' })).toEqual({ workers: 'per-task', waiting: 'holds' });
  expect(machine({})).toEqual({ workers: 2, waiting: 'frees' });
  const { tasks } = presetRun(lab, 'freed').result.scenario;
  const loop = scenario({ workers: 1, waiting: 'frees', tasks: [...tasks] });
  const one = runOf(lab, { ...presetValues(lab, 'freed'), workers: 1 });
  expect(one.result.tasks.map(({ segments }) => segments)).toEqual(
    simulate(loop).tasks.map(({ segments }) => segments),
  );
});

test('between threads and lightweight tasks the order makes a few ms, either way', () => {
  const reordered = (as: Setting['as']) => {
    const made = scenarioOf({ ...presetValues(lab, 'freed'), as });
    const [a, b, c, d] = made.tasks;
    return done(
      simulate(scenario({ ...made, tasks: [c, d, a, b].filter((one) => one !== undefined) })),
    );
  };
  expect([reordered('threads'), reordered('light')]).toEqual([25, 28]);
  expect([fact('threads', 'done'), fact('freed', 'done')]).toEqual([28, 25]);
});

describe('a task that computes for long', () => {
  test('keeps the only worker from all others, until the runtime takes it away [claim 47]', () => {
    expect(facts('computes', 'a-end', 'e-end', 'a-in-line')).toEqual([73, 70, 61]);
    expect(facts('preempted', 'a-end', 'e-end', 'a-in-line')).toEqual([23, 80, 11]);
    expect(said('computes')).toBe(
      'E computes for 60 ms, and nothing takes its worker away. The database answers A at 9 ms, but A gets no worker until 70 ms. If the runtime preempted after 10 ms, A would get one at 20 ms.',
    );
    expect(said('preempted')).toMatch(/takes its worker away after every 10 ms.*until 20 ms\.$/);
  });

  test('leaves a second worker to the others: the operating system shares the core between the two', () => {
    expect(fact('computes-more-workers', 'a-end')).toBe(16);
  });
});

test('a hundred tasks of which half hold their workers are done later than the core needs', () => {
  expect(facts('hundred', 'done', 'idle')).toEqual([800, 300]);
  const freed = runOf(lab, { ...presetValues(lab, 'hundred'), held: 'free' });
  expect(done(freed.result)).toBe(500);
});

test('with one worker the only one is spoken of, and with more so many of them', () => {
  const words = (values: Partial<Parameters<typeof lab.model.run>[0]>) =>
    toText(lab.describe?.(runOf(lab, { ...presetValues(lab, 'held'), ...values })) ?? []);
  expect(words({ workers: 1 })).toMatch(/^C and D hold the only worker/);
  expect(words({ workers: 4 })).toMatch(/^C and D hold 2 of the 4 workers/);
  expect(words({ cores: 2 })).toMatch(/until 23\u00a0ms, and meanwhile the cores are idle for/);
});

describe('ten thousand tasks', () => {
  const MIB = 1024 * 1024;
  const mib = (...of: Parameters<typeof costs>) =>
    `${Math.round(costs(...of).resident / MIB)}\u00a0MiB`;
  const cells = TEN_THOUSAND.table.rows.map((row) => row.map(textOf));

  test('take the memory that the model of costs says', () => {
    expect(cells.map(([, memory]) => memory)).toEqual([
      mib('threads', 10_000),
      mib('light-tasks', 10_000),
      mib('event-loop', 10_000),
    ]);
    expect(facts('threads', 'memory')).toEqual([338]);
    expect(facts('held', 'memory')).toEqual([26]);
    // A pool has only a few of them in progress.
    expect(() => fact('pool', 'memory')).toThrow('no figure');
  });

  /** When all are done on one core, s, to a ms. @param cost of a switch, µs */
  const doneAt = (cost: number, ofThreads: boolean) => {
    const trace = simulate(
      scenario({
        workers: ofThreads ? 'per-task' : 1,
        waiting: ofThreads ? 'holds' : 'frees',
        switchCost: ms(ofThreads ? cost / 1000 : 0),
        runtimeSwitchCost: ms(ofThreads ? 0 : cost / 1000),
        tasks: [{ ...task('task', [cpu(0.05), io(10), cpu(0.05)]), count: 10_000 }],
      }),
    );
    return (toMs(trace.end) / 1000).toFixed(3);
  };

  test('are done when the simulation with the measured switches says [claim 48]', () => {
    expect(cells.map((row) => row[3])).toEqual([
      `${doneAt(1.2, true)}–${doneAt(2.8, true)}\u00a0s`,
      `${doneAt(0.055, false)}\u00a0s`,
      `${doneAt(1.4, false)}\u00a0s`,
    ]);
    expect(doneAt(0.062, false)).toBe(doneAt(0.055, false));
  });
});
