// What the engine is measured against does the same work: each yardstick gives the engine's segments.
import { describe, expect, test } from 'vitest';
import { simulate } from '../index.ts';
import { firstDifference } from './same.ts';
import { workload } from './workload.ts';
import { YARDSTICK_NAMES, YARDSTICKS } from './yardsticks.ts';

const TASKS = 20;

// With more tasks and cores there are instants at which slices and waits end on several of them.
describe.each([
  [TASKS, 1],
  [TASKS, 2],
  [TASKS, 4],
  [100, 2],
  [500, 4],
])('%i tasks on %i cores', (tasks, cores) => {
  const scenario = workload(tasks, cores);
  const trace = simulate(scenario);

  test.each(YARDSTICK_NAMES)('%s gives the same segments as the engine', async (name) => {
    expect(firstDifference(trace, await YARDSTICKS[name].run(scenario))).toBeNull();
  });
});

test('objects has the causes too', () => {
  const { tasks } = YARDSTICKS.objects.run(workload(TASKS, 2));
  const { tasks: wanted } = simulate(workload(TASKS, 2));
  expect(tasks.map(({ segments }) => segments)).toEqual(wanted.map(({ segments }) => segments));
});

describe('a difference is told', () => {
  const scenario = workload(TASKS, 1);
  const { tasks, cores } = YARDSTICKS.objects.run(scenario);

  test('of one end', () => {
    const odd = tasks.map(({ segments }, i) => ({
      segments: segments.map((segment, j) =>
        i === 3 && j === 2 ? { ...segment, end: segment.end + 1 } : segment,
      ),
    }));
    expect(firstDifference(simulate(scenario), { tasks: odd, cores })).toMatch(
      /^tasks\[3\]\.segments\[2\]: the engine has \{.*\}, the yardstick \{.*\}\.$/,
    );
  });

  test('of a segment too few, or a core too many', () => {
    const short = cores.map(({ segments }) => ({ segments: segments.slice(0, -1) }));
    expect(firstDifference(simulate(scenario), { tasks, cores: short })).toMatch(
      /^cores\[0\]\.segments\[\d+\]: the engine has \{.*\}, the yardstick none\.$/,
    );
    expect(firstDifference(simulate(scenario), { tasks, cores: [...cores, ...cores] })).toBe(
      'cores: the engine has 1, the yardstick 2.',
    );
  });
});
