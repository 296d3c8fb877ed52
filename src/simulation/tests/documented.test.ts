// The timelines that the lesson documents, row by row.
import { describe, expect, test } from 'vitest';
import { scenario } from '../scenario/checked.ts';
import { ms } from '../scenario/nanos.ts';
import { cpu, io, type Scenario, task } from '../scenario/scenario.ts';
import { simulate } from '../simulate.ts';
import { coreRows, rows } from '../testing/rows.ts';

const A = task('A', [cpu(5), io(35), cpu(5)]);
const B = task('B', [cpu(15), io(35), cpu(5)]);
const other = task('other', [cpu(20)], 30);

const run = (tasks: Scenario['tasks'], settings: Partial<Scenario> = {}) =>
  simulate(scenario({ ...settings, tasks }));

describe('one core, with other work', () => {
  const trace = run([A, B, other]);

  test('A is runnable at 40 and gets the core at 50', () => {
    expect(rows(trace, 'A')).toEqual([
      ['running', 0, 5],
      ['waiting', 5, 40],
      ['runnable', 40, 50],
      ['running', 50, 55],
    ]);
  });

  test('B takes over at 5 and again at 55', () => {
    expect(rows(trace, 'B')).toEqual([
      ['runnable', 0, 5],
      ['running', 5, 20],
      ['waiting', 20, 55],
      ['running', 55, 60],
    ]);
  });

  test('the other work has the core between 30 and 50', () => {
    expect(rows(trace, 'other')).toEqual([['running', 30, 50]]);
    expect(coreRows(trace, 0)).toEqual([
      ['A', 0, 5],
      ['B', 5, 20],
      ['idle', 20, 30],
      ['other', 30, 50],
      ['A', 50, 55],
      ['B', 55, 60],
    ]);
  });

  test('each change has its cause', () => {
    const causes = trace.tasks.map(({ segments }) =>
      segments.map(({ cause, causedBy }) => [
        cause,
        causedBy === null ? null : trace.tasks[causedBy]?.name,
      ]),
    );
    expect(causes).toEqual([
      [
        ['dispatched', null],
        ['io-started', null],
        ['io-done', null],
        ['dispatched', 'other'],
      ],
      [
        ['arrived', null],
        ['dispatched', 'A'],
        ['io-started', null],
        ['dispatched', 'A'],
      ],
      [['dispatched', null]],
    ]);
  });
});

test('one core, without other work: A resumes at 40 and ends at 45, B at 60', () => {
  const trace = run([A, B]);
  expect(rows(trace, 'A')).toEqual([
    ['running', 0, 5],
    ['waiting', 5, 40],
    ['running', 40, 45],
  ]);
  expect(rows(trace, 'B')).toEqual([
    ['runnable', 0, 5],
    ['running', 5, 20],
    ['waiting', 20, 55],
    ['running', 55, 60],
  ]);
});

test.each([
  ['without', [A, B]],
  ['with', [A, B, other]],
])('two cores, %s other work: both run from 0, A ends at 45, B at 55', (_, tasks) => {
  const trace = run(tasks, { cores: 2 });
  expect(rows(trace, 'A')).toEqual([
    ['running', 0, 5],
    ['waiting', 5, 40],
    ['running', 40, 45],
  ]);
  expect(rows(trace, 'B')).toEqual([
    ['running', 0, 15],
    ['waiting', 15, 50],
    ['running', 50, 55],
  ]);
  const firstCore = (name: string) =>
    trace.tasks.find((one) => one.name === name)?.segments[0]?.core;
  expect([firstCore('A'), firstCore('B')]).toEqual([0, 1]);
});

test('one blocking worker: A ends at 45, B at 100', () => {
  const trace = run([A, B], { workers: 1 });
  expect(rows(trace, 'A')).toEqual([
    ['running', 0, 5],
    ['waiting', 5, 40],
    ['running', 40, 45],
  ]);
  expect(rows(trace, 'B')).toEqual([
    ['queued', 0, 45],
    ['running', 45, 60],
    ['waiting', 60, 95],
    ['running', 95, 100],
  ]);
});

test('with a slice of 5 ms A runs at 45', () => {
  const trace = run([A, B, other], { slice: ms(5) });
  expect(rows(trace, 'A')).toEqual([
    ['running', 0, 5],
    ['waiting', 5, 40],
    ['runnable', 40, 45],
    ['running', 45, 50],
  ]);
  expect(trace.tasks[2]?.segments).toMatchObject([
    { state: 'running', start: ms(30), end: ms(45), cause: 'dispatched' },
    { state: 'runnable', start: ms(45), end: ms(50), cause: 'slice-expired', causedBy: 0 },
    { state: 'running', start: ms(50), end: ms(55), cause: 'dispatched', causedBy: 0 },
  ]);
});
