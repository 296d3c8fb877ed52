// A strip runs at a quarter of its speed up to the second answer, and ten times as fast after it.
import { expect, test } from 'vitest';
import lab from '../../labs/one-at-a-time/index.ts';
import { presetRun } from '../lab-kit/lab.ts';
import { advance, speedAt } from './pace.ts';
import { stripOf } from './strip.ts';

const one = stripOf(presetRun(lab, 'one-at-a-time').result);
const FRAME = 1000 / 60;

/** How long (ms of the reader's time) a strip takes up to an instant (ns), frame by frame. */
function reached(instant: number): number {
  let at = 0;
  for (let frames = 0; ; frames += 1) {
    if (at >= instant) return frames * FRAME;
    at = advance(one, at, FRAME);
  }
}

test('it is slow up to the second answer at 0.52 s, and ten times as fast from there', () => {
  expect([speedAt(one, 0), speedAt(one, 0.51e9)]).toEqual([0.25, 0.25]);
  expect([speedAt(one, 0.52e9), speedAt(one, 20e9)]).toEqual([2.5, 2.5]);
});

test('the first two requests take 2.1 s of the reader’s time, all hundred 12.3 s', () => {
  expect(reached(0.52e9)).toBeCloseTo(2080, -2);
  expect(reached(26e9)).toBeCloseTo(2080 + 25_480 / 2.5, -2);
});

test('a frame that begins slowly and ends fast is part of both', () => {
  expect(advance(one, 0.519e9, 14)).toBeCloseTo(0.52e9 + 10e6 * 2.5, 0);
});

test('it stops at the end, and a page that was hidden does not jump', () => {
  expect(advance(one, 25.99e9, 100)).toBe(26e9);
  expect(advance(one, 10e9, 60_000)).toBe(10e9 + 0.25e9);
});
