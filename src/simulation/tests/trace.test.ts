// The trace as an object: nothing in it changes, and it can be written as JSON.
import { expect, test } from 'vitest';
import { scenario } from '../scenario/checked.ts';
import { ms } from '../scenario/nanos.ts';
import { cpu, io, task } from '../scenario/scenario.ts';
import { simulate } from '../simulate.ts';

const trace = simulate(
  scenario({ tasks: [task('A', [cpu(5), io(35), cpu(5)]), task('B', [cpu(15)], 1)] }),
);

test('is frozen through and through', () => {
  const parts: object[] = [];
  const collect = (value: unknown) => {
    if (typeof value !== 'object' || value === null) return;
    parts.push(value);
    Object.values(value).forEach(collect);
  };
  collect(trace);
  expect(parts.length).toBeGreaterThan(20);
  expect(parts.filter((part) => !Object.isFrozen(part))).toEqual([]);
});

test('reads its segments once', () => {
  for (const lane of [...trace.tasks, ...trace.cores]) expect(lane.segments).toBe(lane.segments);
});

test('is whole when written as JSON', () => {
  expect(JSON.parse(JSON.stringify(trace))).toEqual(trace);
  expect(JSON.parse(JSON.stringify(trace)).tasks[1].segments[0]).toEqual({
    state: 'runnable',
    start: ms(1),
    end: ms(5),
    core: null,
    worker: 1,
    cause: 'arrived',
    causedBy: null,
  });
});
