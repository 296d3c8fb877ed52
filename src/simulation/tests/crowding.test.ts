// A device that slows down when it serves many at once: who counts, when, and what it comes to.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from '../notation/parse.ts';
import { metrics } from '../readers/metrics.ts';
import { crowdedLength } from '../scenario/crowding.ts';
import { toMs } from '../scenario/nanos.ts';
import { simulate } from '../simulate.ts';

const run = (text: string) => simulate(parse(text));
const ends = (text: string) => run(text).tasks.map(({ end }) => end && toMs(end));

describe('an operation', () => {
  test('takes longer for each that is served beyond so many as it begins, in whole ns', () => {
    // 10 ns, then 10 × 1.333333 and 10 × 1.666666.
    expect(
      run('device db slows 0.333333 past 1; A x3: db 0.00001').tasks.map(({ end }) => end),
    ).toEqual([10, 13, 16]);
  });

  test('takes as long as it says up to so many', () => {
    expect(ends('device db slows 0.2 past 3; A x4: db 10')).toEqual([10, 10, 10, 12]);
  });

  test('keeps its length, whoever comes or goes meanwhile', () => {
    const text =
      'device db slows 1 past 1; A: db 10; B: at 1, db 10; C: at 10, db 10; D: at 40, db 10';
    expect(ends(text)).toEqual([10, 21, 30, 50]);
  });

  test('does not count those in line, which are not served', () => {
    expect(ends('device db capacity 2 slows 1 past 1; A x4: db 10')).toEqual([10, 20, 30, 40]);
  });

  test('counts those whose end at this instant comes later', () => {
    // At 20 A ends before B, and C begins beside B.
    const text = 'device db capacity 2 slows 1 past 1; A: db 20; B: db 10; C: at 5, db 10';
    expect(ends(text)).toEqual([20, 20, 40]);
  });

  test('counts those that begin together one by one', () => {
    const trace = run('device db slows 1 past 1; A: together (db 10, db 10, io 60), db 10');
    expect(trace.tasks[0]?.end).toBe(70_000_000);
    expect(trace.devices[0]).toMatchObject({ operations: 3, busy: 40_000_000, queued: 0 });
  });

  test('does not count those of other devices, and IO without one is never slower', () => {
    const text =
      'device db slows 1 past 1; device net slows 1 past 1; A: db 10; B: net 10; C x3: io 10';
    expect(ends(text)).toEqual([10, 10, 10, 10, 10]);
  });
});

test('its length is exact, whatever the numbers', () => {
  const crowding = fc.record({
    from: fc.integer({ min: 1, max: 99 }),
    by: fc.integer({ min: 1, max: 1e9 }),
  });
  fc.assert(
    fc.property(
      fc.nat(2 ** 40),
      crowding,
      fc.integer({ min: 1, max: 999 }),
      (length, { from, by }, n) => {
        const more = BigInt(Math.max(0, n - from));
        const exact = BigInt(length) + (BigInt(length) * BigInt(by) * more) / 1_000_000n;
        fc.pre(exact < 2n ** 53n);
        expect(crowdedLength(length, { from, by: by / 1e6 }, n)).toBe(Number(exact));
      },
    ),
    { numRuns: 2000 },
  );
});

/** Queries a second, once all users are at it, of a database that serves four in 20 ms as fast as one. */
function throughput(users: number, by: number, capacity = ''): number {
  const text = `device db ${capacity} slows ${by} past 4; horizon 20000; user x${users}: think 0, db 20`;
  const trace = run(text);
  const done = trace.tasks.flatMap(({ rounds }) => rounds).filter(({ end }) => end > 10_000e6);
  return done.length / 10;
}

describe('in the long run', () => {
  test('a fair share of four disks gives what four disks give, however many ask', () => {
    for (const users of [4, 5, 8, 20]) expect(throughput(users, 0.25)).toBeCloseTo(200, -1);
  });

  test('more than that drowns it: n always at it give n × 50 / (1 + by × (n − 4)) a second', () => {
    expect(throughput(10, 0.5)).toBeCloseTo(500 / 4, -1);
    expect(throughput(20, 0.5)).toBeCloseTo(1000 / 9, -1);
    expect(throughput(3, 0.5)).toBe(150);
  });

  test('a pool no larger than what it can bear saves it', () => {
    expect(throughput(20, 0.5, 'capacity 4')).toBe(200);
    expect(throughput(20, 0.5, 'capacity 10')).toBeCloseTo(125, -1);
  });

  test('it is in use for as long as operations take, slowed down or not', () => {
    const { devices, tasks } = metrics(run('device db slows 1 past 1; A x3: db 10'));
    expect(devices[0]?.busy).toBe(60_000_000);
    expect(tasks.map(({ waiting }) => waiting)).toEqual([10_000_000, 20_000_000, 30_000_000]);
  });
});
