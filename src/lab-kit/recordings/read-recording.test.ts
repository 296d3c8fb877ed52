// A recording's file is read whole or refused, with the place, what was found and what would do.
import { expect, test } from 'vitest';
import { readRecording } from './read-recording.ts';
import { FILE, small } from './testing/recordings.ts';

/** The small recording with the value at a path of keys replaced. */
function changed(path: readonly (string | number)[], value: unknown): unknown {
  const json = small();
  const holder = path.slice(0, -1).reduce<unknown>((of, key) => (of as never)[key], json);
  (holder as Record<string | number, unknown>)[path.at(-1) as string] = value;
  return json;
}

const segments = (...rows: unknown[]) => changed(['tasks', 0, 'segments'], rows);
const RUNS = ['running', 0, 6.2];

test('a file that holds together is read, in ns', () => {
  const { name, tasks, scenario } = readRecording(FILE, small());
  expect(name).toBe('small');
  expect(scenario.tasks[0]?.steps.map(({ kind }) => kind)).toEqual(['cpu', 'io', 'cpu']);
  expect(tasks[0]?.stretches[2]).toEqual({ state: 'waiting', start: 2_101_000, end: 5_101_000 });
  expect(tasks[0]?.ends).toEqual({ least: 6.1, median: 6.2, greatest: 6.3 });
});

/** What is refused, and how. */
const REFUSED: readonly (readonly [unknown, string])[] = [
  [[], 'found []; an object with name, machine, unit,'],
  [{ ...small(), kernel: 'mine' }, 'found a field "kernel"; only name, machine,'],
  [changed(['machine'], undefined), 'machine: found nothing; a text would do.'],
  [changed(['name'], 'large'), 'name: found "large"; "small" would do.'],
  [changed(['unit'], 's'), 'unit: found "s"; "ms" would do.'],
  [
    changed(['policy'], 'SCHED_RR'),
    'policy: found "SCHED_RR"; "SCHED_FIFO" or "SCHED_OTHER (EEVDF)" would do.',
  ],
  [changed(['cores'], 0), 'cores: found 0; a whole number from 1 to 256 would do.'],
  [changed(['runs'], 2.5), 'runs: found 2.5; a whole number from 1 to 1000000 would do.'],
  [changed(['firstTaskFirst'], 4), 'firstTaskFirst: found 4; a whole number from 0 to 3 would do.'],
  [changed(['program'], []), 'program: found []; a list of programs would do.'],
  [changed(['program', 0], 'A=0:2,3'), 'program[0]: found "A=0:2,3"; NAME=ARRIVAL:cpu,io,cpu…'],
  [
    changed(['program'], ['A=0:1', 'A=0:1']),
    'program: found ["A=0:1","A=0:1"]; programs of different names would do.',
  ],
  [changed(['program'], ['A=0:1', 'B=0:1']), 'a list of 2 tasks, as many as programs, would do.'],
  [
    changed(['endsMinMedianMax'], {}),
    'endsMinMedianMax.A: found nothing; a list of 3 times: least, median, greatest would do.',
  ],
  [
    changed(['endsMinMedianMax', 'B'], [1, 2, 3]),
    'endsMinMedianMax: found a field "B"; only A would do.',
  ],
  [
    { ...small(), tasks: [...small().tasks, ...small().tasks] },
    'a list of 1 tasks, as many as programs, would do.',
  ],
  [
    changed(['endsMinMedianMax', 'A'], [6.2, 6.1, 6.3]),
    'endsMinMedianMax.A: found [6.2,6.1,6.3]; least, median, greatest in this order would do.',
  ],
  [changed(['tasks', 0, 'name'], 'B'), 'tasks[0].name: found "B"; "A" would do.'],
  [
    segments(['running', 0, 6.2, 0]),
    'tasks[0].segments[0]: found ["running",0,6.2,0]; a list of 3 parts: state, from, to would do.',
  ],
  [
    segments(['sleeping', 0, 6.2]),
    'tasks[0].segments[0][0]: found "sleeping"; "runnable" or "running" or "waiting" would do.',
  ],
  [
    segments(['running', -1, 6.2]),
    'tasks[0].segments[0][1]: found -1; a time in ms, from 0, with at most 3 decimals, would do.',
  ],
  [segments(['running', 0.0001, 6.2]), 'tasks[0].segments[0][1]: found 0.0001; a time in ms,'],
  [segments(['running', 0, '6.2']), 'tasks[0].segments[0][2]: found "6.2"; a time in ms,'],
  [segments(['running', 2, 2]), 'tasks[0].segments[0][2]: found 2; a time after 2 would do.'],
  [
    segments(['waiting', 0, 1], ['running', 1, 6.2]),
    'tasks[0].segments[0]: found ["waiting",0,1]; runnable or running at first would do.',
  ],
  [
    segments(['runnable', 0, 1], ['waiting', 1, 2], ['running', 2, 6.2]),
    'tasks[0].segments[1]: found ["waiting",1,2]; running after runnable would do.',
  ],
  [
    segments(['runnable', 0.5, 1], ['running', 1, 6.2]),
    'tasks[0].segments[0]: found a start at 0.5; a start at 0 would do.',
  ],
  [
    segments(['runnable', 0, 1], ['running', 1.002, 6.2]),
    'tasks[0].segments[1]: found a start at 1.002; a start at 1 to 1.001 would do.',
  ],
  [
    segments(['runnable', 0, 1], ['running', 0.9, 6.2]),
    'tasks[0].segments[1]: found a start at 0.9; a start at 1 to 1.001 would do.',
  ],
  [
    segments(RUNS, ['waiting', 6.2, 6.3]),
    'tasks[0].segments[1]: found ["waiting",6.2,6.3]; a last stretch that runs and ends from 6.1 to 6.3 would do.',
  ],
  [segments(['running', 0, 6.4]), 'a last stretch that runs and ends from 6.1 to 6.3 would do.'],
];

test.each(REFUSED.map(([json, message]) => ({ json, message })))(
  '$message',
  ({ json, message }) => {
    expect(() => readRecording(FILE, json)).toThrow(message);
    expect(() => readRecording(FILE, json)).toThrow(
      /^content\/recordings\/small\.json: .* would do\.$/,
    );
  },
);

/** Two tasks that only compute, on so many cores. */
const two = (cores: number, a: readonly unknown[], b: readonly unknown[]) => ({
  ...small(),
  cores,
  program: ['A=0:1', 'B=0:1'],
  endsMinMedianMax: { A: [1, 5, 9], B: [1, 5, 9] },
  tasks: [
    { name: 'A', segments: a },
    { name: 'B', segments: b },
  ],
});

test('two tasks that run on one core at once are refused, unless it is too short to be noticed', () => {
  const while2to3 = [
    ['runnable', 0, 2],
    ['running', 2, 3],
  ];
  expect(() => readRecording(FILE, two(1, [['running', 0, 5]], while2to3))).toThrow(
    'tasks: found A running 0–5 and another 2–3; one task at a time on a core, or 0.25 ms of another within would do.',
  );
  const unnoticed = [
    ['runnable', 0, 2],
    ['running', 2, 2.2],
  ];
  expect(readRecording(FILE, two(1, [['running', 0, 5]], unnoticed)).tasks).toHaveLength(2);
  expect(readRecording(FILE, two(2, [['running', 0, 5]], while2to3)).tasks).toHaveLength(2);
});

test('more tasks than cores are refused where there are several, since nobody wrote down who ran where', () => {
  const three = {
    ...two(2, [['running', 0, 5]], [['running', 0, 5]]),
    program: ['A=0:1', 'B=0:1', 'C=0:1'],
    endsMinMedianMax: { A: [1, 5, 9], B: [1, 5, 9], C: [1, 5, 9] },
  };
  three.tasks = [...three.tasks, { name: 'C', segments: [['running', 0, 5]] }];
  expect(() => readRecording(FILE, three)).toThrow(
    'tasks: found 3 tasks; a task for each of 2 cores, at most, would do.',
  );
});
