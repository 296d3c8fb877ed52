// What the command line prints of each example: `npm run unit -- src/simulation/examples -u` renews it, to be read again.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { toTerminal } from '../export/terminal.ts';
import { parse } from '../notation/parse.ts';
import { toMs } from '../scenario/nanos.ts';
import { simulate } from '../simulate.ts';

const texts = (folder: string) => readdirSync(folder).filter((file) => file.endsWith('.txt'));
const GOLDEN = join(import.meta.dirname, 'golden');
const examples = texts(import.meta.dirname);

describe.each(examples)('%s', (file) => {
  const text = readFileSync(join(import.meta.dirname, file), 'utf8');

  test('begins by saying what it shows', () => {
    expect(text).toMatch(/^# \p{Lu}.*\.\n/u);
  });

  test('prints what it did when it was last read through', async () => {
    const printed = toTerminal(simulate(parse(text)), { width: 100, colour: false });
    expect(printed.split('\n').length).toBeLessThanOrEqual(60);
    await expect(printed).toMatchFileSnapshot(join(GOLDEN, file));
  });
});

/** When tasks end, in ms (null: never), worked out by hand from the rules. */
const ENDS: Record<string, Record<string, number | null>> = {
  'two-requests': { A: 55, B: 60, other: 50 },
  'two-requests-two-cores': { A: 45, B: 55 },
  'two-requests-round-robin': { A: 50, B: 60, other: 55 },
  'two-requests-one-worker': { A: 45, B: 100 },
  'one-at-a-time': { call1: 260, call2: 520, call100: 26_000 },
  'thread-pool': { call1: 50, call2: 60, call3: 100, call8: 210 },
  'thread-per-request': { call1: 50, call8: 120 },
  'event-loop': { call1: 50, call8: 120 },
  'blocked-event-loop': { ping2: 11, report: 59, ping3: 60, ping7: 64, ping8: 71 },
  goroutines: { short1: 26.001, short3: 28.0012, long1: 48.0014 },
  'connection-pool': { request1: 24, request2: 26, request3: 44, request5: 64, request6: 66 },
  'lock-contention': { request1: 14, request2: 24, request3: 34, request4: 44 },
  'lock-order': { transfer1: 3, transfer2: 9 },
  deadlock: { transfer1: null, transfer2: null },
  'fifo-hog': { hog: 60, pinger: 110 },
  'round-robin-hog': { hog: 65, pinger: 66 },
  'fair-hog': { hog: 65, pinger: 54 },
  'fair-weights': { heavy: 80, light: 120 },
  'priority-preemption': { batch: 52, urgent1: 14, urgent2: 29, urgent3: 44 },
  'priority-inversion': { low: 48, high: 46, medium: 36 },
  'shortest-remaining': { long: 46, middle: 21, short1: 12, short2: 14, short3: 16 },
  'switch-cost': { A: 35, B: 40 },
  'switch-growth': { A: 25, B: 14, C: 20, asleep5: 24 },
  'cpu-bound-one-core': { A: 35, B: 40 },
  'cpu-bound-two-cores': { A: 20, B: 20 },
  repeats: { request: 260 },
  together: { 'in-turn': 110, 'at-once': 60, 'one-connection': 110 },
  'crowded-database': { request4: 24, request5: 35, request8: 68 },
  'retry-storm': { burst5: 50, request1: 60, 'burst3 again 1': 70, 'request6 again 2': 250 },
  horizon: { request1: 10, request10: 100, request11: null },
};

test.each(Object.entries(ENDS))('%s ends as worked out by hand', (name, ends) => {
  const text = readFileSync(join(import.meta.dirname, `${name}.txt`), 'utf8');
  const found = simulate(parse(text)).tasks.map(({ name: of, end }) => [of, end && toMs(end)]);
  expect(Object.fromEntries(found)).toMatchObject(ends);
});

test('nothing is kept of an example that is gone', () => {
  expect(texts(GOLDEN).filter((file) => !examples.includes(file))).toEqual([]);
});
