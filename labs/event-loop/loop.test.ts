// The loop runs works as the simulation runs tasks on one worker that waiting frees, and threads take turns as they do there.
import {
  cpu,
  io,
  lackOf,
  ms,
  type Scenario,
  scenario,
  simulate,
  stateShown,
  type Trace,
  task,
  toMs,
} from '@interleave/simulation';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Done, runLoop, type Work } from './loop.ts';
import { coreName } from './names.ts';
import { runOfSetting } from './run.ts';
import { PROGRAMS, REMEDIES, type Setting } from './setting.ts';

const length = fc.integer({ min: 1, max: 8 });

/** Works that compute, and wait, and compute, as often as drawn. */
const works: fc.Arbitrary<readonly Work[]> = fc
  .array(
    fc.record({
      arrival: fc.integer({ min: 0, max: 12 }),
      lengths: fc.array(length, { minLength: 1, maxLength: 5 }),
    }),
    { minLength: 1, maxLength: 6 },
  )
  .map((drawn) =>
    drawn.map(({ arrival, lengths }, i) => ({
      name: `w${i}`,
      arrival,
      rank: 0,
      steps: lengths.map((one, step) => ({ kind: step % 2 === 0 ? 'run' : 'wait', length: one })),
    })),
  );

const simulated = (all: readonly Work[], machine: Partial<Scenario>) =>
  simulate(
    scenario({
      ...machine,
      tasks: all.map(({ name, arrival, steps }) =>
        task(
          name,
          steps.map(({ kind, length: one }) => (kind === 'run' ? cpu(one) : io(one))),
          arrival ?? 0,
        ),
      ),
    }),
  );

/** "running 0-4, …", with what follows in the same state as one. */
function told(segments: readonly { state: string; start: number; end: number }[]): string {
  const joined: { state: string; start: number; end: number }[] = [];
  for (const { state: was, start, end } of segments) {
    const state = was === 'runnable' ? 'queued' : was;
    const last = joined.at(-1);
    if (last?.state === state && last.end === start) last.end = end;
    else joined.push({ state, start, end });
  }
  return joined.map(({ state, start, end }) => `${state} ${start / 1e6}-${end / 1e6}`).join(', ');
}

const shown = (trace: Trace) =>
  trace.tasks.map(({ segments }) =>
    told(segments.map((one) => ({ ...one, state: stateShown(trace, one) }))),
  );
const ran = (done: readonly Done[]) => done.map(({ segments }) => told(segments));

test.each<[string, number | null, Partial<Scenario>]>([
  ['to their end', null, { workers: 1, waiting: 'frees' }],
  ['in pieces of 3 ms', 3, { workers: 1, waiting: 'frees', runtimeSlice: ms(3) }],
  ['in threads with slices of 3 ms', 3, { slice: ms(3) }],
])('callbacks run %s as the simulation has it', (_, piece, machine) => {
  fc.assert(
    fc.property(works, (all) => {
      expect(ran(runLoop(all, { piece, threads: 0 }))).toEqual(shown(simulated(all, machine)));
    }),
    { numRuns: 300 },
  );
});

const settings: fc.Arbitrary<Setting> = fc.record({
  program: fc.constantFrom(...PROGRAMS),
  computes: fc.integer({ min: 0, max: 60 }),
  remedy: fc.constantFrom(...REMEDIES),
  database: fc.integer({ min: 1, max: 30 }).map((half) => 2 * half),
  waits: fc.constantFrom('in-turn', 'together'),
  'pool-size': fc.integer({ min: 1, max: 8 }),
});

const overlap = (a: { start: number; end: number }, b: { start: number; end: number }) =>
  Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));

describe('whatever is set', () => {
  const always = (holds: (trace: Trace, setting: Setting) => void) =>
    fc.assert(
      fc.property(settings, (setting) => holds(runOfSetting(setting), setting)),
      { numRuns: 300 },
    );

  test('nothing stands in line for a loop that is idle', () => {
    always((trace) => {
      for (const { segments } of trace.tasks) {
        for (const [i, one] of segments.entries()) {
          const core = segments[i + 1]?.core;
          if (lackOf(trace, one) === null || core === null || core === undefined) continue;
          if (coreName(trace, core) === 'pool thread') continue;
          const busy = (trace.cores[core]?.segments ?? [])
            .filter(({ state }) => state === 'running')
            .reduce((sum, segment) => sum + overlap(segment, one), 0);
          expect(busy).toBe(one.end - one.start);
        }
      }
    });
  });

  test('C computes for as long as is set, under every remedy', () => {
    always((trace, { program, computes, remedy }) => {
      if (program !== 'requests') return;
      const segments = trace.tasks.find(({ name }) => name === 'C')?.segments ?? [];
      const all = segments
        .filter(({ state }) => state === 'running')
        .reduce((sum, { start, end }) => sum + toMs(end) - toMs(start), 0);
      expect(all).toBe(1 + computes + (remedy === 'pool' ? 1 : 0));
    });
  });

  test('no more reads are under way than the pool has threads', () => {
    always((trace, { program, 'pool-size': threads }) => {
      if (program !== 'reads') return;
      const reads = trace.tasks.flatMap(({ segments }) =>
        segments.filter(({ state }) => state === 'waiting'),
      );
      for (const { start } of reads) {
        const under = reads.filter((one) => one.start <= start && start < one.end);
        expect(under.length).toBeLessThanOrEqual(threads);
        expect(new Set(under.map(({ worker }) => worker)).size).toBe(under.length);
      }
    });
  });
});

test('a callback that queues what there is not is refused by name', () => {
  const lost: Work = {
    name: 'A',
    arrival: 0,
    rank: 0,
    steps: [{ kind: 'run', length: 1, queues: ['B'] }],
  };
  expect(() => runLoop([lost], { piece: null, threads: 0 })).toThrow('found "B" queued');
});
