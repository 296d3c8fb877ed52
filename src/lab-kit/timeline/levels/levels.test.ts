// The workers' rows say what the runs say, and what is chosen on one level marks what carries it on the others.
import { parse, simulate, toText } from '@interleave/simulation';
import { describe, expect, test } from 'vitest';
import { textOf } from '../../tables.ts';
import { drawPair, drawRun } from '../drawing/draw.ts';
import { barAt, type Drawing, rowName, rowsOf } from '../drawing/drawing.ts';
import { traced } from '../naming.ts';
import { carriers } from './carriers.ts';
import { inLine, ofWorker } from './worker-reasons.ts';
import { carriersOf, withWorkers } from './worker-rows.ts';
import { workerTable } from './worker-table.ts';

const naming = { tasks: {}, awaited: 'the database', many: 'tasks', subjects: [] };
const run = (text: string, tag = '') => traced(naming, simulate(parse(text)), tag);
const drawn = (text: string) => {
  const one = run(text);
  return { one, drawing: withWorkers(drawRun(naming, one), [one]) };
};

/** A and B let go of their worker while they wait, C and D do not. */
const HELD = `workers 2; waiting frees
  A: cpu 3, io 6, cpu 3
  B: cpu 3, io 8, cpu 3
  C: cpu 2, block 16, cpu 2
  D: cpu 2, block 16, cpu 2`;

/** Bars as text: "worker 1: held by C, waiting for the database, 5–21". */
const told = (drawing: Drawing, places: readonly { row: number; bar: number }[]) =>
  places.map((place) => {
    const bar = barAt(drawing, place);
    return `${rowsOf(drawing)[place.row]?.label}: ${bar?.said}, ${(bar?.start ?? 0) / 1e6}–${(bar?.end ?? 0) / 1e6}`;
  });

/** What is ringed with a bar of a row, by the row's label and when the bar begins (ms). */
function ringed({ one, drawing }: ReturnType<typeof drawn>, label: string, start: number) {
  const row = rowsOf(drawing).findIndex((candidate) => candidate.label === label);
  const bar =
    rowsOf(drawing)
      [row]?.bars()
      .findIndex((any) => any.start === start * 1e6) ?? -1;
  return told(drawing, carriers(drawing, { row, bar }, [one]));
}

describe('rows', () => {
  test('of workers stand between those of tasks and cores, named with what they do', () => {
    const { drawing } = drawn(HELD);
    expect(drawing.panels.map(({ of, rows }) => [of, rows.length])).toEqual([
      ['tasks', 4],
      ['workers', 2],
      ['cores', 1],
    ]);
    const rows = rowsOf(drawing);
    expect(rows[4] && rowName(rows[4], drawing.end)).toBe(
      'worker 1: runs A, 0 to 3 ms; runs C, 3 to 5 ms; held by C, waiting for the database, 5 to 21 ms; ' +
        'runs C, 21 to 23 ms; runs A, 23 to 26 ms; runs B, 26 to 29 ms; free, 29 to 31 ms',
    );
    expect(rows[2] && rowName(rows[2], drawing.end)).toContain(
      'waiting for the database, holding worker 1, 5 to 21 ms',
    );
    expect(rows[0] && rowName(rows[0], drawing.end)).toContain(
      'waiting for the database, 3 to 9 ms',
    );
  });

  test('of many tasks are thin on all three levels', () => {
    const { drawing } = drawn('workers 3; waiting holds; r x40: cpu 1, io 2');
    expect(
      drawing.panels.map(({ of, size, heading, rows }) => [of, size, heading?.text, rows.length]),
    ).toEqual([
      ['tasks', 'thin', '40 tasks, one a row', 40],
      ['workers', 'thin', '3 workers, one a row', 3],
      ['cores', 'thin', 'the core', 1],
    ]);
  });

  test('of two runs say of which they are', () => {
    const runs = [run(HELD, 'held'), run(HELD.replaceAll('block', 'io'), 'freed')] as const;
    const { panels } = withWorkers(drawPair(naming, runs), runs);
    expect(panels[1]?.rows.map(({ label, title, run: of }) => [label, title, of])).toEqual([
      ['worker 1, above', 'held, worker 1, above', 0],
      ['worker 2, above', 'held, worker 2, above', 0],
      ['worker 1, below', 'freed, worker 1, below', 1],
      ['worker 2, below', 'freed, worker 2, below', 1],
    ]);
  });
});

test('rows of tasks that have a thread each are called so, and so are those in the table', () => {
  const { one, drawing } = drawn('workers per-task; A: cpu 3, io 6, cpu 3; B: cpu 3');
  expect(drawing.panels[1]?.rows.map(({ label }) => label)).toEqual(['thread 1', 'thread 2']);
  const { caption, columns } = workerTable(drawing, carriersOf([one]));
  expect([caption, columns[0]?.label]).toEqual(['Threads and cores, ms', 'Thread or core']);
  const pool = run(HELD);
  expect(carriersOf([pool])).toBe('worker');
  expect(carriersOf([one, pool])).toBe('worker');
});

test('times over a second have their thousands apart, in rows and in tables', () => {
  const { drawing } = drawn('workers 1; A: cpu 1650; B: cpu 5');
  const [, b] = rowsOf(drawing);
  expect(b && rowName(b, drawing.end)).toBe(
    'B: in line, 0 to 1,650 ms; running, 1,650 to 1,655 ms',
  );
  const cells = workerTable(drawing, 'worker').rows.map((row) => row.map(textOf).join(' | '));
  expect(cells).toContain('worker 1 | runs A | 0 | 1,650 | 1,650');
  expect(drawing.marks[0]?.text).toBe('ready, but no free worker: 1,650\u00a0ms');
});

test('the bracket says whether the task had been answered, and for how long no worker was free', () => {
  expect(drawn(HELD).drawing.marks.map(({ text }) => text.replace('\u00a0', ' '))).toEqual([
    'answered, but no free worker: 14 ms',
  ]);
  expect(drawn('A: cpu 5; B: cpu 1').drawing.marks.map(({ text }) => text)).toEqual([
    'runnable, no free core',
  ]);
});

describe('with a chosen bar are ringed', () => {
  test('the workers that are held while its task is in line, and the core that is idle meanwhile', () => {
    expect(ringed(drawn(HELD), 'A', 9)).toEqual([
      'A: in line, 9–23',
      'worker 1: held by C, waiting for the database, 5–21',
      'worker 2: held by D, waiting for the database, 10–26',
      'core 1: idle, 10–21',
    ]);
  });

  test('who has the worker for longest, where none is held', () => {
    const busy = drawn('workers 1; waiting frees; A: cpu 1, io 1, cpu 1; B: cpu 2; C: cpu 9');
    expect(ringed(busy, 'A', 2)).toEqual(['A: in line, 2–12', 'worker 1: runs C, 3–12']);
  });

  test('the same task’s time on the other levels, from each of them', () => {
    const all = ['A: running, 23–26', 'worker 1: runs A, 23–26', 'core 1: runs A, 23–26'];
    for (const label of ['A', 'worker 1', 'core 1']) {
      expect(ringed(drawn(HELD), label, 23).toSorted(), label).toEqual(all.toSorted());
    }
    expect(ringed(drawn(HELD), 'worker 1', 5)).toEqual([
      'worker 1: held by C, waiting for the database, 5–21',
      'C: waiting for the database, holding worker 1, 5–21',
    ]);
    // With no core yet, a task has its worker alone.
    expect(ringed(drawn(HELD), 'B', 0)).toEqual([
      'B: runnable, 0–5',
      'worker 2: has B, waits for a core, 0–5',
    ]);
  });

  test('only itself, where it is nobody’s', () => {
    expect(ringed(drawn(HELD), 'worker 1', 29)).toEqual(['worker 1: free, 29–31']);
  });
});

describe('the reasons', () => {
  const { one, drawing } = drawn(HELD);
  const barOf = (row: number, start: number) => {
    const bar = rowsOf(drawing)
      [row]?.bars()
      .find((any) => any.start === start * 1e6);
    if (bar === undefined) throw new Error('there is no such bar');
    return bar;
  };
  const words = ({ began, ended }: ReturnType<typeof ofWorker>) =>
    [began, ended].map((sentence) => toText(sentence).replace(/\u00a0/g, ' '));

  test('of a time in line name who kept each worker, and until when, and what the core did', () => {
    expect(words(inLine(one, barOf(0, 9)))).toEqual([
      'The database answered. No worker was free, so A stood in line. C holds worker 1 until 21 ms. D holds worker 2 from 10 to 26 ms.',
      'C finished its work and freed its worker. A was next. The core was idle for 11 ms meanwhile: more cores would not have helped.',
    ]);
  });

  test('of a worker that is held say who waits for what, and who stood in line meanwhile', () => {
    expect(words(ofWorker(one, 0, barOf(4, 5)))).toEqual([
      'C asked the database. Its worker waits with it, and takes nothing else.',
      'The database answered. The core was free, so C ran at once. Meanwhile A, B and D stood in line for a worker.',
    ]);
  });

  test('of a worker say whom it took next, and why it was free', () => {
    expect(words(ofWorker(one, 0, barOf(4, 21)))[1]).toBe(
      'C had done all its steps. Worker 1 was free, and took A.',
    );
    expect(words(ofWorker(one, 0, barOf(4, 29)))).toEqual([
      'B was done with it, and no other was in line.',
      'The run is over.',
    ]);
  });
});

test('the table has a row for each segment of each worker and core', () => {
  const { rows } = workerTable(drawn(HELD).drawing, 'worker');
  const cells = rows.map((row) => row.map(textOf).join(' | '));
  expect(cells).toContain('worker 2 | held by D, waiting for the database | 10 | 26 | 16');
  expect(cells).toContain('core 1 | idle | 10 | 21 | 11');
  expect(cells).toHaveLength(7 + 6 + 9);
});
