// A trace as CSV is a row a segment, and names survive whatever they hold.
import { expect, test } from 'vitest';
import { scenario } from '../scenario/checked.ts';
import { ms } from '../scenario/nanos.ts';
import { cpu, io, task } from '../scenario/scenario.ts';
import { simulate } from '../simulate.ts';
import { always } from '../testing/always.ts';
import type { Trace } from '../trace/trace.ts';
import { toCsv } from './csv.ts';

const csvOf = (trace: Trace) => [...toCsv(trace)].join('');

test('has a head, the rows of tasks, then those of cores', () => {
  const tasks = [task('A', [cpu(1), io(2)]), task('B', [cpu(1)])];
  expect(csvOf(simulate(scenario({ switchCost: ms(0.5), tasks }))).split('\n')).toEqual([
    'lane,name,state,start_ns,end_ns,core,worker,cause,caused_by',
    'task,A,runnable,0,500000,,0,arrived,',
    'task,A,running,500000,1500000,0,0,dispatched,',
    'task,A,waiting,1500000,3500000,,0,io-started,',
    'task,B,runnable,0,2000000,,1,arrived,',
    'task,B,running,2000000,3000000,0,1,dispatched,A',
    'core,A,switching,0,500000,0,,,',
    'core,A,running,500000,1500000,0,,,',
    'core,B,switching,1500000,2000000,0,,,',
    'core,B,running,2000000,3000000,0,,,',
    'core,,idle,3000000,3500000,0,,,',
    '',
  ]);
});

test('quotes names that hold separators or quotes, and writes ends of lines as the notation does', () => {
  const tasks = ['a,b', 'say "a"', 'two\nlines', 'plain name'].map((name) => task(name, [cpu(1)]));
  const csv = csvOf(simulate(scenario({ cores: 4, tasks })));
  expect(csv).toContain('\ntask,"a,b",running,');
  expect(csv).toContain('\ntask,"say ""a""",running,');
  expect(csv).toContain('\ntask,"""two\\nlines""",running,');
  expect(csv).toContain('\ntask,plain name,running,');
});

test('has a row for each segment', () => {
  always((_, trace) => {
    const lanes = [...trace.tasks, ...trace.cores];
    const rows = lanes.reduce((sum, { segments }) => sum + segments.length, 0);
    expect(csvOf(trace).split('\n')).toHaveLength(1 + rows + 1);
  });
});
