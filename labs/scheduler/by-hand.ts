// A schedule made by hand: the reader gives the one core to a thread, a letter a millisecond, and this follows it.
import { ms, type Task, type Trace, traceFrom } from '@interleave/simulation';
import type { Refused } from '../../src/lab-kit/parameters/kinds.ts';
import { atFirst, compute, type Going, hasEnded, lifeUntil } from './going.ts';
import { scenarioOf, shownName, tasksOf, type Work } from './work.ts';

/** What a thread is in moves: the capital letter of what it is called; the hog is H. */
export const letterOf = (name: string) => shownName(name).charAt(0).toUpperCase();

/** All letters that any work has. */
export const LETTERS = ['H', 'A', 'B', 'C', 'D'] as const;

/** How a thread stands when the moves are made. Times in ms. */
export interface Standing {
  readonly name: string;
  readonly letter: string;
  /** `coming`: it has not arrived; until `until`. `waiting`: for IO, until `until`. `ready`: it can be given the core. */
  readonly state: 'coming' | 'ready' | 'waiting' | 'ended';
  readonly until: number;
  /** How long it can compute before it waits or ends. */
  readonly burst: number;
  /** How long it computes in all, from now on. */
  readonly left: number;
}

export interface Schedule {
  /** Where the reader decides next, ms: a thread is ready then, or all have ended. */
  readonly now: number;
  readonly threads: readonly Standing[];
  /** When each move began, ms. */
  readonly begins: readonly number[];
  /** The first move that could not be made: those from it on are left out. */
  readonly refused: Refused | null;
  /** The run so far. */
  trace(): Trace;
  /** The same and a moment more, in which each thread stands as it does when the choice is made. */
  moment(): Trace;
}

/**
 * Follows moves from the beginning, on one core without switch costs. Where no thread is ready, time passes until one is.
 *
 * @param moves a letter a millisecond, as `letterOf` gives them
 */
export function follow(work: Work, moves: string): Schedule {
  const threads = tasksOf(work).map(atFirst);
  const begins: number[] = [];
  let now = nextChoice(threads, 0);
  let refused: Refused | null = null;
  let ran: number | null = null;
  for (const [at, letter] of [...moves].entries()) {
    const chosen = threads.findIndex(({ name }) => letterOf(name) === letter);
    const why = whyNot(threads[chosen], now);
    if (why !== null) {
      refused = { at, why };
      break;
    }
    begins.push(now);
    compute(threads, { chosen, after: ran, now });
    now = nextChoice(threads, now + 1);
    ran = now === (begins.at(-1) ?? 0) + 1 ? chosen : null;
  }
  return {
    now,
    threads: threads.map((thread) => standing(thread, now)),
    begins,
    refused,
    trace: () => traceOf(work, threads, now),
    moment: () => traceOf(work, threads, threads.every(hasEnded) ? now : now + MOMENT),
  };
}

/** The first instant from `now` on at which a thread can be chosen; `now` when all have ended. */
function nextChoice(threads: readonly Going[], now: number): number {
  const going = threads.filter((thread) => !hasEnded(thread));
  return going.length === 0 ? now : Math.max(now, Math.min(...going.map(({ until }) => until)));
}

/** Why a thread cannot be given the core, or null. */
function whyNot(thread: Going | undefined, now: number): string | null {
  if (thread === undefined) return 'no thread of this work has that letter.';
  const { name, until, step } = thread;
  if (hasEnded(thread)) return `${name} has ended.`;
  if (until <= now) return null;
  return step === 0 ? `${name} comes at ${until} ms.` : `${name} waits until ${until} ms.`;
}

function standing(thread: Going, now: number): Standing {
  const { name, program, step, computed, until } = thread;
  const left = program
    .slice(step)
    .reduce((sum, length, i) => (i % 2 === 0 ? sum + length : sum), 0);
  return {
    name,
    letter: letterOf(name),
    state: hasEnded(thread) ? 'ended' : until <= now ? 'ready' : step === 0 ? 'coming' : 'waiting',
    until,
    burst: (program[step] ?? 0) - computed,
    left: left - computed,
  };
}

/** ms: as little as there is, 1 ns. */
const MOMENT = 1e-6;

/** The schedule as a run, up to `end` ms. */
function traceOf(work: Work, threads: readonly Going[], end: number): Trace {
  // A turn is made of slices of 1 ms: who goes on has been chosen again.
  const machine = { work, policy: 'turns', slice: 1, cores: 1, cost: 0 } as const;
  return traceFrom({
    scenario: { ...scenarioOf(machine), horizon: ms(end) },
    tasks: threads.map((thread, worker) => {
      const { arrival } = tasksOf(work)[worker] as Task;
      const ended = hasEnded(thread);
      const life = ended ? thread.segments : lifeUntil(thread, end);
      const segments = life.map((segment) => ({ ...segment, worker }));
      return { arrival, end: ended ? (segments.at(-1)?.end ?? arrival) : null, segments };
    }),
  });
}
