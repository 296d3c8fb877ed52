// First in, first out: in order of joining, and nobody is sent off a core.
import { expect, test } from 'vitest';
import { always } from '../testing/always.ts';
import { expectFirstComeFirstServed, FIFO, under } from '../testing/rules.ts';

test('gives cores in the order of joining the run queue', () => {
  always((_, trace) => expectFirstComeFirstServed(trace), { of: under(FIFO) });
});

test('nobody loses a core but to wait or end', () => {
  always(
    (_, { tasks }) => {
      const causes = tasks.flatMap(({ segments }) => segments.map(({ cause }) => cause));
      expect(causes).not.toContain('preempted');
      expect(causes).not.toContain('slice-expired');
    },
    { of: under(FIFO) },
  );
});
