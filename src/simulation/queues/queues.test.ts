// The two lines that the machine works from: by time and order of joining, and first come, first served.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EventQueue } from './event-queue.ts';
import { RunQueue } from './run-queue.ts';

test('an event queue gives out by time and, at one time, in order of joining', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 9 })), (times) => {
      const queue = new EventQueue();
      times.forEach((time, joined) => {
        queue.push(time, joined);
      });
      const expected = times.map((time, joined) => ({ time, joined }));
      // The sort keeps the order of joining.
      expected.sort((a, b) => a.time - b.time);
      const got = times.map(() => ({ time: queue.earliest, joined: queue.pop() }));
      expect(got).toEqual(expected);
      expect(queue.earliest).toBe(Number.POSITIVE_INFINITY);
    }),
  );
});

test('an event queue keeps that order when entries come and go by turns', () => {
  const actions = fc.array(fc.option(fc.integer({ min: 0, max: 9 })));
  fc.assert(
    fc.property(actions, (list) => {
      const queue = new EventQueue();
      const open: { time: number; joined: number }[] = [];
      list.forEach((time, joined) => {
        if (time !== null) {
          queue.push(time, joined);
          open.push({ time, joined });
        } else if (open.length > 0) {
          open.sort((a, b) => a.time - b.time || a.joined - b.joined);
          expect(queue.pop()).toBe(open.shift()?.joined);
        }
      });
    }),
  );
});

test('a run queue gives out in order of joining, over thousands that come and go', () => {
  const queue = new RunQueue();
  let joined = 0;
  let taken = 0;
  for (let round = 0; round < 3000; round += 1) {
    queue.join(joined++);
    queue.join(joined++);
    expect(queue.peek()).toBe(taken);
    expect(queue.take()).toBe(taken++);
  }
  while (queue.length > 0) expect(queue.take()).toBe(taken++);
  expect(taken).toBe(joined);
});
