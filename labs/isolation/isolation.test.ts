// The claims that the lessons make of this lab.
import { toText } from '@interleave/simulation';
import { expect, test } from 'vitest';
import { factText, factValue } from '../../src/lab-kit/facts.ts';
import { corePath, rowInWords } from '../../src/lab-kit/figures/strip/strip.ts';
import { type AnyLab, presetRun, runOf } from '../../src/lab-kit/lab.ts';
import { readLink } from '../../src/lab-kit/later/read-link.ts';
import { writeLink } from '../../src/lab-kit/parameters/link.ts';
import { textOf } from '../../src/lab-kit/tables.ts';
import { charts, SIZES } from './charts.ts';
import { handing, type Setting } from './handing.ts';
import lab from './index.ts';
import { memoryAt } from './memory.ts';
import { reasons } from './reasons-words.ts';
import { stripOf } from './strip-of.ts';
import { describe, describeStep, pagesTable, stepsTable } from './words.ts';

const KIB = 1024;
const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const run = (setting: Partial<Setting> = {}) =>
  runOf(lab, { size: 64 * KIB, c: 'process', write: 'page-5', ...setting });
const said = (setting: Partial<Setting> = {}) => plain(toText(describe(run(setting))));
const steps = (setting: Partial<Setting>) =>
  run(setting).result.steps.map((_, i) => plain(toText(describeStep(run(setting), i + 1))));
const pages = (setting: Partial<Setting>, at: number) => {
  const { values, result } = run(setting);
  return memoryAt(values, result, at).processes.map((process) =>
    process.pages.map(({ name, holds }) => plain(`${name} ${holds}`.trim())),
  );
};

test('threads pass 8 bytes whatever the size, and nothing is copied [claim 39]', () => {
  for (const size of SIZES) {
    const { result } = run({ size, c: 'thread' });
    expect(result.copied).toBe(0);
    expect(result.steps).toHaveLength(6);
  }
  expect(factText(lab, 'threads', 'passed', 0)).toBe('8\u00a0bytes');
  expect(factValue(lab, 'threads', 'time-to-c', 1)).toBe('2.2');
});

test('through a pipe the kernel copies the data twice, 64 KiB at a time', () => {
  const hops = (size: number) => handing({ size, c: 'process', write: 'nowhere' }).hops;
  expect([16, 64 * KIB, 256 * KIB, 1024 * KIB].map(hops)).toEqual([1, 1, 4, 16]);
  expect(factValue(lab, 'overstep', 'copied', 0)).toBe(String(2 * 64 * KIB));
  const copied = stepsTable(run({ size: 256 * KIB })).rows.map((row) => Number(row.at(-1)));
  expect(copied.reduce((sum, one) => sum + one, 0)).toBe(2 * 256 * KIB);
  expect(copied).toEqual([0, 0, 0, ...Array(8).fill(64 * KIB), 0, 0]);
});

test('the time is the measured hop, and for copies 10 GB/s and a hop a fill [claim 39]', () => {
  expect(factValue(lab, 'overstep', 'pointer-time', 1)).toBe('2.2');
  expect(factValue(lab, 'overstep', 'copy-time', 1)).toBe('15.3');
  const [copies, pointer] = charts(run().values)[0]?.series ?? [];
  // 2 × 1 MiB at 10 GB/s are 209.7 µs, and 16 hops 35.2.
  expect(copies?.points.at(-1)?.y).toBeCloseTo(244.9, 1);
  expect(new Set(pointer?.points.map(({ y }) => y))).toEqual(new Set([2.2]));
  expect(copies?.points.map(({ x }) => x)).toEqual(SIZES);
});

test('a write to a page that is not there ends the process with all its threads, and no other [claim 42]', () => {
  expect(said()).toBe(
    'A hands B 64 KiB by passing 8 bytes, a pointer. C is in another process, so the kernel copies the 64 KiB twice. ' +
      'A’s write to page 5 never reaches C’s page 5: the system ends process 1, and B with it.',
  );
  expect(presetRun(lab, 'overstep').result.ended).toEqual(['A', 'B']);
  expect(presetRun(lab, 'threads').result.ended).toEqual(['A', 'B', 'C']);
  expect(steps({}).slice(5)).toEqual([
    'A writes to page 5 by mistake: nothing is there, so the system ends A and B',
    'C reads its balance, on its own page 5: 500, untouched',
  ]);
  expect(pages({}, 7)[1]?.[4]).toBe('balance 500, untouched');
  // Nobody is left to look.
  expect(steps({ c: 'thread' })).toHaveLength(6);
});

test('a write inside is not stopped, and the neighbour reads wrong data later [claim 38]', () => {
  const { result } = presetRun(lab, 'inside');
  expect([result.ended, result.wrong]).toEqual([[], ['B']]);
  expect(pages({ write: 'stack' }, 5)[0]?.[3]).toBe('stack of B, total 20');
  expect(pages({ write: 'stack' }, 6)[0]?.[3]).toBe('stack of B, total 0');
  expect(steps({ write: 'stack' }).slice(5)).toEqual([
    'A writes to B’s stack by mistake: nothing stops it, and B’s total is 0',
    'B reads its total: 0 instead of 20',
  ]);
  expect(factValue(lab, 'inside', 'wrong', 0)).toBe('1');
});

test('in a shared mapping nothing is copied, and a bad write into it is there for both', () => {
  const { result } = presetRun(lab, 'mapping');
  expect([result.copied, result.ended, result.wrong]).toEqual([0, [], ['B', 'C']]);
  const [first, second] = pages({ c: 'mapping' }, 6);
  expect([first?.[4], second?.[3]]).toEqual(['m order 0', 'm order 0']);
  expect(steps({ c: 'mapping' }).slice(5)).toEqual([
    'A writes to page 5 by mistake: nothing stops it, and m is order 0',
    'B reads m: order 0 instead of 17',
    'C reads m: order 0 instead of 17',
  ]);
  // The same page number is still other memory.
  expect(second?.[4]).toBe('balance 500');
  expect(said({ c: 'mapping' })).toContain(
    'is not stopped: B and C both read order 0 instead of 17.',
  );
});

test('without a bad write nobody ends and nobody reads wrong', () => {
  for (const c of ['process', 'mapping', 'thread'] as const) {
    const { result } = run({ c, write: 'nowhere' });
    expect([result.ended, result.wrong, result.steps.length]).toEqual([[], [], 5]);
  }
});

test('the message is where the steps have brought it', () => {
  expect(pages({}, 0).map((process) => process[1])).toEqual(['room for m', 'room for m']);
  expect(pages({}, 3).map((process) => process[1])).toEqual(['m order 17, 64 KiB', 'room for m']);
  expect(pages({ size: 256 * KIB }, 7)[1]?.[1]).toBe('m 128 KiB of 256 KiB');
  expect(pages({}, 5)[1]?.[1]).toBe('m order 17, a copy');
  expect(
    pagesTable(run()).rows.map((row) => row.map((cell) => plain(textOf(cell)))),
  ).toContainEqual(['5', 'nothing is here: stopped', 'balance: 500, untouched']);
});

test('the strip has a lane a thread, on one core, and says who waits for the pipe', () => {
  const strip = stripOf(run({ size: 128 * KIB, write: 'nowhere' }));
  expect(strip.steps.join('')).toBe('AABACAC');
  expect(strip.rows.map((row) => rowInWords(row)).map(plain)).toEqual([
    'A, process 1: step 1, makes m; step 2, passes B 8 bytes, a pointer to m; ' +
      'step 4, writes part 1 of 2 to the pipe: the kernel copies it in; step 5, waits: the pipe is full; ' +
      'step 6, writes part 2 of 2 to the pipe: the kernel copies it in',
    'B, process 1: step 3, reads m',
    'C, process 2: step 5, reads part 1 of 2 from the pipe: the kernel copies it out; ' +
      'step 6, waits: the pipe is empty; step 7, reads part 2 of 2 from the pipe: the kernel copies it out',
  ]);
  expect(corePath(strip).map(({ after }) => after)).toEqual([2, 3, 4, 5, 6]);
  expect(stripOf(run()).rows.map(({ endedAfter }) => endedAfter)).toEqual([6, 6, null]);
});

test('the reasons name what stops a write, and what does not', () => {
  expect(reasons(run())).toMatchObject({ who: 'A, step 6' });
  expect(reasons(run()).stopped).toContain('SIGSEGV');
  expect(plain(reasons(run({ write: 'stack' })).through)).toContain(
    'Page 4 belongs to A’s own process',
  );
  expect(reasons(run({ write: 'nowhere' })).who).toBe('No bad write');
});

test('each setting comes back from its link, and other sizes are told', () => {
  for (const size of SIZES) {
    const values = { size, c: 'mapping', write: 'stack' } as const;
    const link = writeLink(lab as AnyLab, { values, compare: null, at: null });
    expect(readLink(lab as AnyLab, link)).toMatchObject({ values, warnings: [] });
  }
  const { values, warnings } = readLink(lab as AnyLab, '?size=65537&c=elsewhere');
  expect(values).toMatchObject({ size: 64 * KIB, c: 'process' });
  expect(warnings).toHaveLength(2);
  expect(warnings[0]).toContain(
    'Allowed: 16, 64, 256, 1024, 4096, 16384, 65536, 262144 or 1048576.',
  );
});
