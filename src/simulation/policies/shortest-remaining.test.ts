// Shortest remaining first: whoever has least left runs, and no other policy has a smaller mean turnaround.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scenario } from '../scenario/checked.ts';
import { simulate } from '../simulate.ts';
import { always } from '../testing/always.ts';
import { asked, timeIn, withoutUsers, written } from '../testing/programs.ts';
import {
  computing,
  FIFO,
  fair,
  PRIORITY,
  pairs,
  type Rules,
  SHORTEST,
  tasksOf,
  time,
  turns,
  under,
  type Work,
} from '../testing/rules.ts';
import type { TaskTrace } from '../trace/trace.ts';

test('nobody runs while one who has strictly less left stands in the run queue', () => {
  always(
    (any, trace) =>
      pairs(trace, (inLine, runs, at) => {
        const left = (task: TaskTrace) =>
          asked(written(any, task).steps, 'cpu') - timeIn(task, 'running', 0, at);
        expect(left(inLine)).toBeGreaterThanOrEqual(left(runs));
      }),
    { of: under(SHORTEST).map(withoutUsers) },
  );
});

test('has the least mean turnaround of all, on one core and with free switches', () => {
  const total = (work: Work, rules: Rules) =>
    simulate(scenario({ ...rules, tasks: tasksOf(work) })).tasks.reduce(
      (sum, { arrival, end }) => sum + (end as number) - arrival,
      0,
    );
  fc.assert(
    fc.property(computing(time(1, 30), time(0, 30)), time(1, 9), (work, slice) => {
      const least = total(work, SHORTEST);
      // Priorities are random: so is the order in which they let tasks run.
      for (const rules of [FIFO, turns(slice), PRIORITY, fair(slice)]) {
        expect(total(work, rules)).toBeGreaterThanOrEqual(least);
      }
    }),
    { numRuns: 300 },
  );
});
