// The claims that the lessons make of this lab.
import { toText } from '@interleave/simulation';
import { expect, test } from 'vitest';
import { factValue } from '../../src/lab-kit/facts.ts';
import { stepInWords } from '../../src/lab-kit/figures/strip/strip.ts';
import { presetRun, runOf } from '../../src/lab-kit/lab.ts';
import {
  type Anatomy,
  endOf,
  NAMES,
  type Setting,
  standingAt,
  standingOf,
  switchesOf,
} from './anatomy.ts';
import lab from './index.ts';
import { lanesOf } from './lanes.ts';
import { stepsTable, switchesTable } from './tables.ts';
import { reasonsAt } from './why.ts';
import { describeStep } from './words.ts';

const USUAL: Setting = { slice: 2, orders: 'same', calls: 1, threads: 'two-on-one' };
const run = (values: Partial<Setting> = {}) => runOf(lab, { ...USUAL, ...values });
const said = (values: Partial<Setting> = {}) => toText(lab.describe?.(run(values)) ?? []);

test('a switch saves three registers and copies no stack [claim 45]', () => {
  expect(factValue(lab, 'two-threads', 'registers', 0)).toBe('3');
  expect(factValue(lab, 'two-threads', 'copied', 0)).toBe('0');
  expect(factValue(lab, 'two-threads', 'switches', 0)).toBe('5');
  expect(factValue(lab, 'two-threads', 'each', 0)).toBe('6');
  expect(factValue(lab, 'two-threads', 'end', 0)).toBe('17');
  expect(said()).toBe(
    'The core switches 5 times. A switch saves 3 registers of one thread, restores 3 of the other, and copies 0 bytes of stack. Both threads get 20, as each would alone.',
  );
});

test('of the 8 MB of a stack 64 bytes are used, and a deeper call takes 32 more [claim 32]', () => {
  expect(factValue(lab, 'two-threads', 'stack-used', 0)).toBe('64');
  expect(factValue(lab, 'deeper', 'stack-used', 0)).toBe('96');
  expect(factValue(lab, 'two-threads', 'frame', 0)).toBe('32');
  expect(factValue(lab, 'two-threads', 'stack-reserved', 0)).toBe('8');
});

test('a thread alone, or with a core of its own, is never switched', () => {
  expect(factValue(lab, 'one-thread', 'switches', 0)).toBe('0');
  expect(factValue(lab, 'two-cores', 'switches', 0)).toBe('0');
  expect(factValue(lab, 'two-cores', 'end', 0)).toBe('6');
  expect(said({ threads: 'one-on-one' })).toContain('It uses at most 64 bytes of the 8 MB');
  expect(said({ threads: 'two-on-two' })).toContain('Both end after 6 steps, without a switch');
});

test('after the switch in step 9 A is to go on at line 2 and B at line 5, as the core had them [claim 33]', () => {
  const { result } = run();
  const { threads, cores, done } = standingAt(result, 9);
  expect(done).toMatchObject([{ kind: 'switch', from: 0, to: 1 }]);
  expect(threads[0]?.saved).toEqual({
    instruction: { line: 2, back: false },
    stack: { thread: 0, bytes: 32 },
    r: 20,
  });
  expect(cores[0]).toEqual({
    thread: 1,
    registers: { instruction: { line: 5, back: false }, stack: { thread: 1, bytes: 64 }, r: 20 },
  });
  expect(standingOf(result, 0, 9)).toEqual({ state: 'runnable', since: 8 });
  expect(standingOf(result, 1, 9)).toEqual({ state: 'running', since: 9 });
  expect(toText(describeStep(result, 9))).toBe(
    'the core switches from A to B: 3 registers saved, 3 restored; next is line 5, return n',
  );
});

test('a result that is only in a register when its thread is switched away is there when it is back', () => {
  const { result } = presetRun(lab, 'result-in-r');
  const [first, second, third] = switchesOf(result).map((step) => standingAt(result, step));
  expect(first?.threads[0]?.saved).toMatchObject({ instruction: { line: 1, back: true }, r: 20 });
  expect(second?.threads[1]?.saved).toMatchObject({ instruction: { line: 1, back: true }, r: 12 });
  expect(second?.cores[0]?.registers.r).toBe(20);
  expect(third?.cores[0]?.registers.r).toBe(12);
  expect(result.snapshots.at(-1)?.heap.map(({ total }) => total)).toEqual([20, 12]);
});

test('where A has ended nothing of it is saved', () => {
  const { result } = presetRun(lab, 'in-turn');
  const [only] = switchesOf(result);
  expect(standingAt(result, only ?? 0).done).toMatchObject([
    { kind: 'switch', from: null, to: 1, saved: null },
  ]);
  expect(said({ slice: 10 })).toContain('Nothing of A is saved, and B’s 3 registers are restored.');
  expect(switchesTable(result)?.rows).toEqual([
    ['7', 'restored for B', 'line 1', 'B’s stack, 32 bytes', '–'],
  ]);
});

test('beside another slice it says how many switches that takes, and that nothing else changes', () => {
  const told = (one: Partial<Setting>, other: Partial<Setting>) =>
    toText(
      lab.view.compare?.(
        { ...run(one), tag: 'a slice of 4 lines' },
        { ...run(other), tag: 'a slice of 1 line' },
      ) ?? [],
    );
  expect(told({ slice: 4 }, { slice: 1 })).toBe(
    'A slice of 4 lines: 3 switches, 15 steps. A slice of 1 line: 11 switches, 23 steps. What the threads compute stays the same.',
  );
  expect(told({ threads: 'two-on-two' }, { orders: 'each' })).toBe(
    'A slice of 4 lines: no switch, 6 steps. A slice of 1 line: 5 switches, 17 steps.',
  );
});

/** Every setting there is. */
const SETTINGS: Setting[] = ([1, 2] as const).flatMap((calls) =>
  (['same', 'each'] as const).flatMap((orders) =>
    (['one-on-one', 'two-on-one', 'two-on-two'] as const).flatMap((threads) =>
      Array.from({ length: 10 }, (_, i) => ({ slice: i + 1, orders, calls, threads })),
    ),
  ),
);

/** All that is said and drawn of a step. */
const shownAt = (result: Anatomy, at: number) =>
  JSON.stringify([
    standingAt(result, at),
    describeStep(result, at),
    reasonsAt(result, at),
    NAMES.slice(0, result.threads).map((_, thread) => standingOf(result, thread, at)),
  ]);

test('back is exactly back: each step looks as it did on the way forth, and nothing of the run has changed', () => {
  for (const setting of SETTINGS) {
    const { result } = runOf(lab, setting);
    const before = JSON.stringify(result);
    const steps = [...result.snapshots.keys()];
    const forth = steps.map((step) => shownAt(result, step));
    const back = steps.toReversed().map((step) => shownAt(result, step));
    expect(back.toReversed()).toEqual(forth);
    expect(JSON.stringify(result)).toBe(before);
  }
});

test('in every setting strip and table tell the same steps', () => {
  for (const setting of SETTINGS) {
    const { result } = runOf(lab, setting);
    const strip = lanesOf(result);
    expect(strip.steps).toHaveLength(endOf(result));
    const rows = stepsTable(result).rows;
    for (const step of strip.steps.keys()) {
      const who = rows.filter(([number]) => number === String(step + 1)).map(([, name]) => name);
      const running = NAMES.filter((name) =>
        stepInWords(strip, step + 1).includes(`thread ${name}: running`),
      );
      expect(running, `${JSON.stringify(setting)}, step ${step + 1}`).toEqual(
        who.filter((name) => name !== 'the core'),
      );
    }
  }
});
