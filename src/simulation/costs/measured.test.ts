// The model against every point that was measured, each within its stated error.
import { expect, test } from 'vitest';
import { costs, type Memory } from './costs.ts';
import { limits } from './limits.ts';
import { commitLimit, threadsMax } from './machine.ts';
import { MEASURED, MEASURED_MACHINE, type MeasuredCost, REFUSED } from './measured.ts';
import { JVM_THREADS } from './options.ts';

const TOTALS: readonly string[] = ['reserved', 'promised', 'resident'] satisfies (keyof Memory)[];

function modelled({ model, tasks, what, options }: MeasuredCost): number {
  const found = costs(model, tasks, options);
  if (TOTALS.includes(what)) return found[what as keyof Memory];
  const part = found.parts.find(({ name }) => name === what);
  if (part === undefined) throw new Error(`The model ${model} has no part ${what}.`);
  return part.resident;
}

/** How far a figure is from the nearer end of a range, as a share of that; 0 within. */
function distance(found: number, [least, most]: readonly [number, number]): number {
  if (found < least) return 1 - found / least;
  return found > most ? found / most - 1 : 0;
}

test.each(MEASURED.map((point) => [point.program, point.tasks, point.what, point] as const))(
  '%s, %i tasks: %s',
  (_program, _tasks, _what, point) => {
    const found = distance(modelled(point), point.bytes);
    expect(found).toBeLessThanOrEqual(point.error);
    // An error that is stated much larger than it is says nothing.
    expect(point.error).toBeLessThanOrEqual(Math.max(0.01, 5 * found + 0.01));
  },
);

test('each program is measured at one number of tasks or more, and none twice', () => {
  const keys = MEASURED.map(({ program, tasks, what, options }) =>
    [program, tasks, what, options?.stackTouched].join(),
  );
  expect(new Set(keys).size).toBe(keys.length);
});

test('the machine’s own figures: CommitLimit 12,342,048 kB, threads-max within 0.1%', () => {
  expect(commitLimit(MEASURED_MACHINE)).toBe(12_342_048 * 1024);
  const computed = threadsMax(MEASURED_MACHINE.memory);
  expect(Math.abs(computed / MEASURED_MACHINE.threadsMax - 1)).toBeLessThan(0.001);
});

test('the thread that was refused lies just below the nearest computed limit', () => {
  const [nearest, next] = limits('threads', MEASURED_MACHINE);
  expect([nearest?.name, next?.name].sort()).toEqual(['mappings', 'thread-numbers']);
  for (const one of [nearest, next]) {
    const above = (one?.tasks ?? 0) / (REFUSED.thread - 1) - 1;
    expect(above).toBeGreaterThanOrEqual(0);
    expect(above).toBeLessThanOrEqual(REFUSED.error);
  }
});

test('where the kernel never overcommits, it starts 1,506 of these threads, and 12,021 of a JVM', () => {
  const never = { ...MEASURED_MACHINE, overcommit: 'never' } as const;
  expect(limits('threads', never)[0]).toEqual({ name: 'promises', tasks: 1_506 });
  const ofJvm = limits('threads', never, JVM_THREADS);
  expect(ofJvm.find(({ name }) => name === 'promises')?.tasks).toBe(12_021);
});
