// What tasks are called, in a lab that names some of them.
import { parse, simulate } from '@interleave/simulation';
import { expect, test } from 'vitest';
import { drawRun } from './drawing/draw.ts';
import { rowName, rowsOf } from './drawing/drawing.ts';
import { type Naming, traced } from './naming.ts';
import { taskTable } from './task-table.ts';

const naming: Naming = {
  tasks: { A: { label: 'request A', name: 'A' }, B: { label: 'the report' } },
  awaited: 'the database',
  many: 'requests',
  subjects: ['A'],
};
const run = (text: string) => traced(naming, simulate(parse(text)));

test('what was sent again is called after its first sending, on its lane and in sentences', () => {
  const tasks = ['A', 'B', 'call x2', 'other'].map((name) => `${name}: retry 1 after 5, cpu 4`);
  const { trace, names } = run(`workers 1; hog: cpu 9; ${tasks.join('; ')}`);
  const again = trace.tasks.flatMap(({ index, resend }) => (resend === null ? [] : [index]));
  const rows = rowsOf(drawRun(naming, { trace, names, tag: '' }));
  expect(again.map((task) => [rows[task]?.label, names.tasks[task]])).toEqual([
    ['request A again 1', 'A again 1'],
    ['the report again 1', 'B again 1'],
    ['call 1 again 1', 'call 1 again 1'],
    ['call 2 again 1', 'call 2 again 1'],
    ['other again 1', 'other again 1'],
  ]);
});

test('what was sent again as the run ends has a lane without bars, and a row of its own', () => {
  const cut = run('horizon 10; A: retry 1 after 10, cpu 20');
  const row = rowsOf(drawRun(naming, cut))[1];
  expect(row?.bars()).toEqual([]);
  expect(row && rowName(row, cut.trace.end)).toContain('request A again 1');
  const [, resend] = taskTable(naming, cut).rows;
  expect(resend).toEqual(['A again 1', '10', 'goes on', '0', '0', '0', '0']);
});
