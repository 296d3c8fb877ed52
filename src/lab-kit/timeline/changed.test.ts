// What a step says: of every stop of every preset of every lab with traces, and of each kind of change.
import { ms, parse, simulate, toText } from '@interleave/simulation';
import { describe, expect, test } from 'vitest';
import { presetValues, runOf } from '../lab.ts';
import { labs } from '../registry.ts';
import { changedIn } from './changed.ts';
import { drawRun } from './drawing/draw.ts';
import { barAt, type Place } from './drawing/drawing.ts';
import { type Naming, traced } from './naming.ts';
import { timelineOf } from './trace-view.tsx';

const naming: Naming = { tasks: {}, awaited: 'the database', many: 'tasks', subjects: [] };

const changeOf = (notation: string, at: number) => {
  const run = traced(naming, simulate(parse(notation)));
  const drawing = drawRun(naming, run);
  const change = changedIn({ traced: [run], drawing }, ms(at));
  return change && { said: toText(change.said), bar: barAt(drawing, change.part) };
};

describe('a change is told from its cause, the most telling first', () => {
  test.each([
    ['A: cpu 5, io 35, cpu 5; B: at 30, cpu 20', 40, 'The database answers A; no core is free'],
    ['A: cpu 5, io 35, cpu 5; B: cpu 9', 5, 'A asks the database; the core takes B'],
    ['A: cpu 5', 0, 'A arrives and runs at once'],
    ['A: cpu 5', 5, 'A ends; the run is over'],
    ['A: cpu 5, io 5, cpu 1', 5, 'A asks the database; the core goes idle'],
    ['A: cpu 5, io 5, cpu 1', 10, 'The database answers A, which runs at once'],
    ['workers 1; A: cpu 5; B: at 2, cpu 1', 2, 'B arrives; no worker is free'],
    ['slice 4; A: cpu 9; B: cpu 9', 4, 'The slice of A is over; the core takes B'],
    ['switch 1; A: cpu 5; B: at 2, cpu 1', 6, 'The core switches to B; A ends'],
    [
      'policy priority; A: cpu 9; B: at 2, priority 1, cpu 3',
      2,
      'B takes the core from A; B arrives and runs at once',
    ],
    [
      'cores 2; A: lock m, cpu 5, unlock m; B: cpu 1, lock m, cpu 1, unlock m',
      1,
      'B waits for a lock that A holds; core 2 goes idle',
    ],
    [
      'cores 2; A: lock m, cpu 5, unlock m; B: cpu 1, lock m, cpu 1, unlock m',
      5,
      'B gets the lock and runs at once; A ends; core 1 goes idle',
    ],
    [
      'request x5: cpu 2',
      0,
      'Request 2, request 3 and 2 others arrive; no core is free; request 1 arrives and runs at once',
    ],
    ['cores 4; A: cpu 5; B: cpu 5; C: cpu 5; D: cpu 9', 5, 'A, B and C end; cores 1 to 3 go idle'],
    [
      'cores 3; switch 1; A: cpu 4; B: cpu 4; C: cpu 9; D: at 1, cpu 2; E: at 1, cpu 2',
      5,
      'Cores 1 and 2 switch to D and E; A and B end',
    ],
    [
      'cores 3; A: cpu 4; B: cpu 4; C: cpu 4, io 2; D: at 1, cpu 2; E: at 4, cpu 2; F: cpu 1, io 3',
      4,
      'E arrives and runs at once; C asks the database; cores 1 and 2 take F and D; A and B end',
    ],
  ])('%s, at %i', (notation, at, expected) => {
    expect(changeOf(notation, at)?.said).toBe(`${expected}.`);
  });

  test('nothing is said where nothing changes', () => {
    expect(changeOf('A: cpu 5', 3)).toBeNull();
  });

  test('it leads to the segment that began, or of a task that ends to its last', () => {
    expect(changeOf('A: cpu 5, io 35, cpu 5; B: at 30, cpu 20', 40)?.bar).toMatchObject({
      task: 0,
      segment: 2,
    });
    expect(changeOf('A: cpu 5, io 35, cpu 5', 45)?.bar).toMatchObject({ task: 0, segment: 2 });
  });
});

/** Every clause has one of these. */
const VERB =
  /\b(answers?|asks?|arrives?|runs?|ends?|gets?|takes?|goes|go|switches|switch|waits?|thinks?|gives?|is|are|changes?|needs?|joins?)\b/;

describe.each(
  [...labs.values()]
    .filter(({ view }) => view.changes !== undefined)
    .map((lab) => [lab.id, lab] as const),
)('%s', (_, lab) => {
  test('every stop of every preset has a sentence of clauses with verbs, and a segment that is there', () => {
    for (const preset of Object.keys(lab.presets)) {
      const runs = [runOf(lab, presetValues(lab, preset))];
      const drawing = timelineOf(lab).drawing(runs);
      const stops = lab.view.clock?.stops(runs[0]?.result) ?? [];
      // Of a long run the first and the last hundred.
      for (const stop of new Set([...stops.slice(0, 100), ...stops.slice(-100)])) {
        const change = lab.view.changes?.(runs, stop) ?? null;
        // A run that its clock cuts off ends in nothing.
        if (change === null) {
          expect([preset, stop]).toEqual([preset, lab.view.clock?.end(runs[0]?.result)]);
          continue;
        }
        const words = toText(change.said);
        expect(words, preset).toMatch(/^[A-Z0-9].*\.$/);
        for (const clause of words.split('; ')) expect(clause, `${preset}: ${words}`).toMatch(VERB);
        expect(words).not.toMatch(/undefined|null|NaN/);
        const bar = barAt(drawing, change.part as Place);
        expect(bar?.start === stop || bar?.end === stop, `${preset}, ${stop}: ${words}`).toBe(true);
      }
    }
  });
});
