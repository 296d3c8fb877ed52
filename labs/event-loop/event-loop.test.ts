// The claims that the lessons make of this lab.
import { toMs, toText } from '@interleave/simulation';
import { describe, expect, test } from 'vitest';
import { factValue } from '../../src/lab-kit/facts.ts';
import { presetRun } from '../../src/lab-kit/lab.ts';
import { REQUESTS } from './facts.ts';
import lab from './index.ts';
import type { Setting } from './setting.ts';
import { outcomes } from './tables.ts';

const fact = (preset: string, name: string) => Number(factValue(lab, preset, name, 6));
const facts = (preset: string, ...names: string[]) => names.map((name) => fact(preset, name));
const LATENCIES = ['a', 'b', 'c', 'd', 'e'];
const said = (preset: string) =>
  toText(lab.describe?.(presetRun(lab, preset)) ?? []).replace(/\u00a0/g, ' ');

/** Each work of a preset's run with its segments, in ms: "running 0-2". */
const lives = (preset: string) =>
  presetRun(lab, preset).result.tasks.map(({ name, segments }) => [
    name,
    segments.map(({ state, start, end }) => `${state} ${toMs(start)}-${toMs(end)}`).join(', '),
  ]);

describe('a callback that computes for 30 ms', () => {
  test('keeps the loop from every other request, row by row', () => {
    expect(lives('computes')).toEqual([
      ['A', 'running 0-2, waiting 2-12, runnable 12-41, running 41-43'],
      ['B', 'running 3-5, waiting 5-15, runnable 15-43, running 43-45'],
      ['C', 'running 5-6, waiting 6-11, running 11-41'],
      ['D', 'running 8-10, waiting 10-34, runnable 34-48, running 48-50'],
      ['E', 'queued 20-45, running 45-47, waiting 47-57, running 57-59'],
      ['timer', 'waiting 0-28, queued 28-47, running 47-48'],
    ]);
  });

  test.each([
    ['computes', [43, 42, 36, 42, 39], 19, 43],
    ['short', [14, 14, 7, 28, 14], 0, 28],
    ['pieces', [18, 17, 47, 32, 22], 4, 32],
    ['pool', [14, 14, 37, 28, 14], 0, 28],
    ['processes', [43, 14, 36, 28, 37], 17, 43],
    ['threads', [17, 20, 47, 32, 22], 1, 32],
  ])('%s: latencies %j, the timer %i ms late', (preset, latencies, late, worst) => {
    expect(facts(preset, ...LATENCIES)).toEqual(latencies);
    expect(facts(preset, 'late', 'worst')).toEqual([late, worst]);
  });

  test('has the same figures in the table of all remedies, whichever is set', () => {
    for (const preset of ['computes', 'pool']) {
      const { values } = presetRun(lab, preset);
      expect(outcomes(values as Setting)).toEqual([
        { remedy: 'once', latencies: [43, 42, 36, 42, 39], late: 19 },
        { remedy: 'pieces', latencies: [18, 17, 47, 32, 22], late: 4 },
        { remedy: 'pool', latencies: [14, 14, 37, 28, 14], late: 0 },
        { remedy: 'processes', latencies: [43, 14, 36, 28, 37], late: 17 },
        { remedy: 'threads', latencies: [17, 20, 47, 32, 22], late: 1 },
      ]);
    }
    expect(REQUESTS).toHaveLength(5);
  });

  test('is told by the request that it keeps waiting for longest', () => {
    expect(said('computes')).toBe(
      'C’s callback computes for 30 ms, and every other request waits for the loop. The database answers A at 12 ms, but its user gets the answer at 43 ms. If C did not compute, it would be there at 14 ms.',
    );
    expect(said('short')).toMatch(/^Every callback is short.*A is answered after 14 ms\.$/);
  });
});

test('six file reads share four threads of the pool: the fifth waits for one though the loop is free', () => {
  expect(lives('files')).toEqual([
    ['read 1', 'running 0-1, waiting 1-21, running 21-22'],
    ['read 2', 'queued 0-1, running 1-2, waiting 2-22, running 22-23'],
    ['read 3', 'queued 0-2, running 2-3, waiting 3-23, running 23-24'],
    ['read 4', 'queued 0-3, running 3-4, waiting 4-24, running 24-25'],
    ['read 5', 'queued 0-4, running 4-5, queued 5-21, waiting 21-41, running 41-42'],
    ['read 6', 'queued 0-5, running 5-6, queued 6-22, waiting 22-42, running 42-43'],
  ]);
  expect(facts('files', 'first-read', 'last-read', 'done')).toEqual([22, 43, 43]);
  expect(facts('files-8', 'first-read', 'last-read')).toEqual([22, 27]);
  expect(said('files')).toBe(
    'Six reads share a pool of 4 threads, so read 5, asked for at 5 ms, gets one only at 21 ms, though the loop is free. The first read is answered after 22 ms, the last after 43 ms.',
  );
});

test.each([
  ['computes', 26, 'The loop runs C; A, B and E are in line'],
  ['threads', 13, 'The core runs C; A is runnable'],
])('%s: at %i ms it says who has what', (preset, at, words) => {
  const told = lab.view.clock?.describe(presetRun(lab, preset), at * 1e6) ?? [];
  expect(toText(told)).toBe(words);
});

test('promise callbacks go before all else that is due, as Node has it', () => {
  expect(lives('microtasks')).toEqual([
    ['A', 'running 0-2'],
    ['tick', 'queued 0-2, running 2-3'],
    ['promise 1', 'queued 0-3, running 3-11'],
    ['promise 2', 'queued 3-11, running 11-19'],
    ['promise 3', 'queued 11-19, running 19-27'],
    ['promise 4', 'queued 19-27, running 27-35'],
    ['immediate', 'queued 0-35, running 35-36'],
    ['timer', 'waiting 0-5, queued 5-36, running 36-37'],
  ]);
  expect(fact('microtasks', 'late')).toBe(31);
});

test('four queries of 50 ms take four times as long in turn as together', () => {
  expect([fact('in-turn', 'answer'), fact('together', 'answer')]).toEqual([205, 52]);
});
