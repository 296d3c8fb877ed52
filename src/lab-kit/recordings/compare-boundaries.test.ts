// What was recorded on a real kernel and what the model says of the same work lie less than half a ms apart.
import { format, ms, type Nanos, parse, simulate, type Trace } from '@interleave/simulation';
import { describe, expect, test } from 'vitest';
import lab from '../../../labs/interleaving/index.ts';
import { presetRun } from '../lab.ts';
import { compareBoundaries, type Difference, greatest } from './compare-boundaries.ts';
import { readRecording } from './read-recording.ts';
import { FILE, recordingNamed, small } from './testing/recordings.ts';

const HALF_A_MS = ms(0.5);
const preset = (name: string) => presetRun(lab, name).result;
const run = (text: string) => simulate(parse(text));

const hogs = 'A: cpu 40\nB: cpu 40';
const ping = 'hog: cpu 60\nping: at 1, cpu 1, io 9, cpu 1, io 9, cpu 1, io 9, cpu 1';

describe.each<[string, Trace, number]>([
  ['two-requests-one-core-fifo', preset('one-core'), 0.255],
  ['two-requests-one-core-fifo-without-other-work', preset('one-core-idle'), 0.247],
  ['two-requests-two-cores', preset('two-cores'), 0.226],
  ['two-hogs-two-cores', run(`cores 2\n${hogs}`), 0.112],
  ['hog-beside-interactive-fifo', run(ping), 0.359],
  ['hog-beside-interactive-fair', run(`policy fair\ntick 4\n${ping}`), 0.471],
])('%s', (name, simulated, most) => {
  const recording = recordingNamed(name);
  const differences = compareBoundaries(simulated, recording);

  test('agrees with the model at every boundary', () => {
    for (const difference of differences) {
      expect(Math.abs(difference.by), JSON.stringify(difference)).toBeLessThan(HALF_A_MS);
    }
    expect(greatest(differences)?.by).toBe(ms(most));
  });

  test('has every boundary of each of its tasks, and their ends', () => {
    for (const { name: task, stretches } of recording.tasks) {
      const { index, segments } = simulated.tasks.find((one) => one.name === task) as never as {
        index: number;
        segments: readonly unknown[];
      };
      const of = (...kinds: Difference['kind'][]) =>
        differences.filter((one) => one.task === index && kinds.includes(one.kind)).length;
      expect(of('start') + of('only recorded')).toBe(stretches.length);
      expect(of('start') + of('only simulated')).toBe(segments.length);
      expect(of('task end')).toBe(1);
    }
  });
});

test('the first timeline, boundary by boundary', () => {
  const recording = recordingNamed('two-requests-one-core-fifo');
  const ofA = compareBoundaries(preset('one-core'), recording).filter(({ task }) => task === 0);
  expect(ofA.map(({ kind, state, by }) => [kind, state, by / 1e6])).toEqual([
    ['only recorded', 'runnable', 0.127],
    ['start', 'running', 0.127],
    ['end', 'running', 0.127],
    ['start', 'waiting', 0.128],
    ['end', 'waiting', 0.128],
    ['start', 'runnable', 0.128],
    ['end', 'runnable', 0.142],
    ['start', 'running', 0.142],
    ['task end', 'running', 0.142],
  ]);
});

test('two hogs in turns do not agree: the kernel’s ticks fell at 3.15, 7.15, …, the model’s fall at 4, 8, …', () => {
  const recording = recordingNamed('two-hogs-one-core-fair');
  const simulated = run(`policy fair\ntick 4\n${hogs}`);
  const most = greatest(compareBoundaries(simulated, recording));
  expect(most).toMatchObject({
    kind: 'task end',
    task: 0,
    simulated: ms(76),
    recorded: ms(80.852),
  });
});

test('a stretch that only the simulated run has is a difference of its length', () => {
  const json = small();
  json.tasks[0]?.segments.splice(3, 2, ['running', 5.101, 6.201]);
  const simulated = run('other: at 4, cpu 2\nA: cpu 2, io 3, cpu 1');
  const differences = compareBoundaries(simulated, readRecording(FILE, json));
  expect(differences).toContainEqual({
    kind: 'only simulated',
    task: 1,
    state: 'runnable',
    start: ms(5),
    end: ms(6),
    by: ms(1),
  });
});

test('the ends of tasks are compared even where their last stretches are not the same one', () => {
  const recording = recordingNamed('two-requests-one-core-fair');
  const differences = compareBoundaries(preset('one-core'), recording);
  const ends = differences.filter(({ kind }) => kind === 'task end');
  expect(ends.map(({ by }) => by / 1e6)).toEqual([-1.706, 0.344, 8.886]);
});

test('of equal differences the last is the greatest, and of none there is none', () => {
  const at = (by: number): Difference => ({
    kind: 'start',
    task: 0,
    state: 'running',
    simulated: 0 as Nanos,
    recorded: by as Nanos,
    by,
  });
  const [early, late] = [at(-5), at(5)];
  expect(greatest([early, at(3), late, at(0)])).toBe(late);
  expect(greatest([at(0)])).toBeUndefined();
  expect(greatest([])).toBeUndefined();
});

test('the recorded programs are what the tests simulate', () => {
  const { tasks, ...machine } = recordingNamed('hog-beside-interactive-fifo').scenario;
  expect(format({ ...machine, tasks }).trim()).toBe(ping);
});
