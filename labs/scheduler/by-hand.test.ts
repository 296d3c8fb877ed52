// A schedule by hand is what the engine makes of the same order of threads.
import { ms, type Nanos, placesAt, simulate, type Trace, toMs } from '@interleave/simulation';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { follow, letterOf } from './by-hand.ts';
import { type Rule, scenarioOf, type Work } from './work.ts';

const works = fc.constantFrom<Work>('crowd', 'hog', 'pair', 'wait', 'jobs');

/** What a core ran, a letter a millisecond. */
const movesOf = ({ cores, tasks }: Trace) =>
  (cores[0]?.segments ?? [])
    .flatMap(({ state, task, start, end }) =>
      state === 'running'
        ? letterOf(tasks[task as number]?.name as string).repeat(toMs((end - start) as Nanos))
        : [],
    )
    .join('');

const lives = ({ tasks }: Trace) =>
  tasks.map(({ arrival, end, segments }) => ({
    arrival,
    end,
    segments: segments.map(({ state, start, end: to, core }) => ({ state, start, end: to, core })),
  }));

test('any rule’s order, made by hand, gives the same lives', () => {
  const rules = fc.constantFrom<Rule>('turns', 'shortest', 'priority', 'fair');
  const slices = fc.option(fc.integer({ min: 1, max: 20 }));
  fc.assert(
    fc.property(works, rules, slices, (work, policy, slice) => {
      const trace = simulate(scenarioOf({ work, policy, slice, cores: 1, cost: 0 }));
      const byHand = follow(work, movesOf(trace));
      expect(byHand.refused).toBeNull();
      expect(lives(byHand.trace())).toEqual(lives(trace));
      expect(byHand.threads.every(({ state }) => state === 'ended')).toBe(true);
    }),
  );
});

test('whatever is chosen, nobody is lost, and the lives are those of a machine with one core', () => {
  fc.assert(
    fc.property(works, fc.array(fc.nat(), { maxLength: 80 }), (work, choices) => {
      let moves = '';
      for (const choice of choices) {
        const ready = follow(work, moves).threads.filter(({ state }) => state === 'ready');
        if (ready.length === 0) break;
        moves += ready[choice % ready.length]?.letter;
      }
      const { refused, begins, threads, now, ...schedule } = follow(work, moves);
      const trace = schedule.trace();
      expect(refused).toBeNull();
      // The trace is refused where lives have gaps or two threads share the core.
      expect(trace.end).toBe(now * 1e6);
      expect(begins).toHaveLength(moves.length);
      expect(movesOf(trace)).toBe(moves);
      const left = threads.reduce((sum, thread) => sum + thread.left, 0);
      const all = follow(work, '').threads.reduce((sum, thread) => sum + thread.left, 0);
      expect(left + moves.length).toBe(all);
    }),
  );
});

test('a choice that cannot be made is refused with the reason, and what came before it stands', () => {
  expect(follow('jobs', 'BB').refused).toEqual({ at: 1, why: 'B waits until 6 ms.' });
  expect(follow('jobs', 'AD').refused).toEqual({ at: 1, why: 'D comes at 2 ms.' });
  expect(follow('pair', `${'A'.repeat(13)}B`).refused).toEqual({ at: 12, why: 'A has ended.' });
  expect(follow('pair', 'H').refused?.why).toBe('no thread of this work has that letter.');
  const { begins, now } = follow('jobs', 'BBA');
  expect([begins, now]).toEqual([[0], 1]);
});

test('where a choice is due each thread stands as it does then', () => {
  const at = ms(1);
  const { waiting, queue, cores } = placesAt(follow('jobs', 'B').moment(), at);
  const names = (stays: readonly { task: number }[]) =>
    stays.map(({ task }) => follow('jobs', '').threads[task]?.name);
  expect([names(waiting), names(queue), cores]).toEqual([['B'], ['A', 'C'], [null]]);
  const beginning = placesAt(follow('crowd', '').moment(), ms(0));
  expect([beginning.queue.length, beginning.toCome.length]).toEqual([1, 3]);
});

test('where nobody is ready the core waits too', () => {
  const { now, ...schedule } = follow('wait', 'AAAABBBBBBBBB');
  const trace = schedule.trace();
  expect([now, toMs(trace.end)]).toEqual([13, 13]);
  const alone = follow('hog', `${'H'.repeat(60)}A`);
  expect(alone.now).toBe(70);
  expect(trace.cores[0]?.segments.map(({ state }) => state)).toEqual(['running', 'running']);
  expect(alone.trace().cores[0]?.segments.at(-1)?.state).toBe('idle');
});
