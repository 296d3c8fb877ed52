// Priorities: whoever has a higher one never stands in line while one of a lower runs.
import { expect, test } from 'vitest';
import type { Nanos } from '../scenario/nanos.ts';
import { always } from '../testing/always.ts';
import { written } from '../testing/programs.ts';
import { PRIORITY, pairs, under } from '../testing/rules.ts';
import type { TaskTrace } from '../trace/trace.ts';

test('nobody runs while one of higher priority stands in the run queue', () => {
  always(
    (any, trace) =>
      pairs(trace, (inLine, runs) => {
        const priority = (task: TaskTrace) => written(any, task).priority ?? 0;
        expect(priority(inLine)).toBeLessThanOrEqual(priority(runs));
      }),
    { of: under(PRIORITY, { ...PRIORITY, slice: 3 as Nanos }) },
  );
});
