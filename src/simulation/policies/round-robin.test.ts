// Round robin: in order of joining, and nobody waits longer than a turn of all others.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scenario } from '../scenario/checked.ts';
import { simulate } from '../simulate.ts';
import { always } from '../testing/always.ts';
import {
  computing,
  expectFirstComeFirstServed,
  tasksOf,
  time,
  turns,
  under,
} from '../testing/rules.ts';

test('gives cores in the order of joining the run queue', () => {
  always((_, trace) => expectFirstComeFirstServed(trace), { of: under(turns(1), turns(3)) });
});

test('lets nobody wait longer than all others take a turn', () => {
  const drawn = fc.record({
    work: computing(time(1, 30), time(0, 20)),
    slice: time(1, 9),
    switchCost: time(0, 3),
  });
  fc.assert(
    fc.property(drawn, ({ work, slice, switchCost }) => {
      const trace = simulate(scenario({ ...turns(slice), switchCost, tasks: tasksOf(work) }));
      const most = (work.length - 1) * (slice + switchCost) + switchCost;
      const waits = trace.tasks
        .flatMap(({ segments }) => segments)
        .filter(({ state }) => state === 'runnable')
        .map(({ start, end }) => end - start);
      expect(Math.max(0, ...waits)).toBeLessThanOrEqual(most);
    }),
  );
});
