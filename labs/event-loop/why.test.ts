// Why segments began and ended: in whole sentences whatever is set, and what the presets' reasons say.
import { toText } from '@interleave/simulation';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { presetRun, runOf } from '../../src/lab-kit/lab.ts';
import { type Bar, rowsOf } from '../../src/lab-kit/timeline/drawing/drawing.ts';
import { traced } from '../../src/lab-kit/timeline/naming.ts';
import lab from './index.ts';
import { naming } from './names.ts';
import { PROGRAMS, REMEDIES, type Setting } from './setting.ts';
import { lanes } from './view.tsx';
import { reasonsOf } from './why.ts';

const settings: fc.Arbitrary<Setting> = fc.record({
  program: fc.constantFrom(...PROGRAMS),
  computes: fc.integer({ min: 0, max: 60 }),
  remedy: fc.constantFrom(...REMEDIES),
  database: fc.integer({ min: 1, max: 30 }).map((half) => 2 * half),
  waits: fc.constantFrom('in-turn', 'together'),
  'pool-size': fc.integer({ min: 1, max: 8 }),
});

const told = (run: Parameters<typeof lanes.drawing>[0][number], bar: Bar) => {
  const { began, ended } = reasonsOf(traced(naming, run.result), bar);
  return [began, ended].map((sentence) => toText(sentence).replace(/\u00a0/g, ' '));
};

test('each reason is a sentence or two, whatever is set', () => {
  fc.assert(
    fc.property(settings, (values) => {
      const run = runOf(lab, values);
      for (const row of rowsOf(lanes.drawing([run]))) {
        for (const bar of row.bars()) {
          for (const text of told(run, bar)) {
            expect(text).toMatch(/^[A-Z].*\.$/);
            expect(text).not.toMatch(/undefined|NaN|null|the queries|the timer the/);
          }
        }
      }
    }),
    { numRuns: 150 },
  );
});

test.each([
  [
    'computes',
    'request A',
    12,
    'The database answered A. The loop runs C until 41 ms.',
    'The loop was free, and A was next in line.',
  ],
  [
    'computes',
    'timer',
    28,
    'The timer was due at 28 ms. The loop runs C until 41 ms.',
    'The loop was free, and the timer was next in line.',
  ],
  [
    'processes',
    'request B',
    15,
    'The database answered B. Loop 2 was free.',
    'The callback returned, and the work is done.',
  ],
  [
    'pool',
    'request C',
    11,
    'The callback handed the computing to a thread of the pool, which has a core of its own.',
    'The pool’s thread was done. The loop was free.',
  ],
  [
    'files',
    'read 5',
    5,
    'Read 5 needs a thread of the pool, and all of them wait for the disk.',
    'A thread of the pool was done with another read, and took read 5.',
  ],
  [
    'threads',
    'request C',
    11,
    'The database answered C. The core was free.',
    'Its slice was over. A was runnable.',
  ],
])('%s: why %s is as it is from %i ms on', (preset, label, start, began, ended) => {
  const run = presetRun(lab, preset);
  const row = rowsOf(lanes.drawing([run])).find((one) => one.label === label);
  const bar = row?.bars().find((one) => one.start === start * 1e6);
  expect(told(run, bar as Bar)).toEqual([began, ended]);
});
