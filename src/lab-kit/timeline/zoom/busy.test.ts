// The strip shows where in a run the cores are busy.
import { parse, simulate } from '@interleave/simulation';
import { expect, test } from 'vitest';
import { drawRun } from '../drawing/draw.ts';
import { type Naming, traced } from '../naming.ts';
import { busyShares } from './busy.ts';

const naming: Naming = { tasks: {}, awaited: 'IO', many: 'requests', subjects: [] };
const sharesOf = (text: string) =>
  busyShares(drawRun(naming, traced(naming, simulate(parse(text)))));

test('one of two cores busy is half, idle is nothing', () => {
  const shares = sharesOf('cores 2\nA: cpu 50, io 50, cpu 50\nB: cpu 100');
  expect([10, 60, 130].map((column) => Number((shares[column * 2] as number).toFixed(3)))).toEqual([
    1, 0.5, 0.5,
  ]);
  const alone = sharesOf('A: cpu 50, io 50, cpu 50');
  expect([alone[0], alone[150], alone[299]].map((share) => Math.round(share as number))).toEqual([
    1, 0, 1,
  ]);
});

test('a burst shorter than a column fills its part of it', () => {
  const [first] = sharesOf('A: cpu 1, io 599');
  expect(first).toBeCloseTo(0.5, 6);
});
