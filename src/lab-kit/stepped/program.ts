// What a reader steps through by hand: a program of few threads, the walk that moves make of it, and a next step made.
import {
  ScenarioError,
  type Snapshot,
  type SteppedThread,
  type Walk,
  walk,
} from '@interleave/simulation/interleavings';
import { currentRun } from '../lab.ts';
import type { Refused } from '../parameters/kinds.ts';
import { withMove } from '../parameters/values.ts';
import type { Keys, Stage } from '../view.ts';
import { calledIn, standsInWords } from './words.ts';

/** One step in the words of a program's own code. */
export interface Line {
  /** In the listing: "load counter". At most 16 characters, so that two listings stand beside each other on a phone. */
  readonly code: string;
  /** Of the thread that does it: "loads counter". */
  readonly said: string;
  /** Of a step with a condition, what stands for `said` once that held or did not. */
  readonly came?: { readonly passed: Came; readonly failed: Came };
}

/** What a condition came to. */
export interface Came {
  /** On the bar of the move: "seat free". */
  readonly bar: string;
  /** What was found and what follows, of the thread: "finds a seat and goes on". */
  readonly said: string;
}

export interface Program {
  /** Their names are one letter each: A, B, C. */
  readonly threads: readonly SteppedThread[];
  /** What variables hold at first; those left out hold 0. */
  readonly initial: Readonly<Record<string, number>>;
  /** By thread, by step; the words of the steps themselves where it is left out. */
  readonly lines?: readonly (readonly Line[])[];
  /** What one of its threads is called, before its name: "transaction"; a thread where it is left out. */
  readonly called?: string;
  /** False where it is beside the point what registers and variables hold: no figure, table or sentence tells it. */
  readonly valuesMatter?: false;
}

/** What a stepped lab's model makes, at least: a program, and how far its moves have led. */
export interface Stepped {
  readonly program: Program;
  readonly walk: Walk;
}

/** What a stepped lab sets, at least: its moves, a thread's name each, "ABAABB". */
export interface Moved {
  readonly moves: string;
}

/**
 * Follows moves, a thread's name each: "ABAABB".
 *
 * @throws ScenarioError for a move of a thread that has ended, is blocked or is not there
 */
export const follow = ({ threads, initial }: Program, moves: string): Walk =>
  walk(
    threads,
    [...moves].map((name) => threads.findIndex((thread) => thread.name === name)),
    initial,
  );

/** The first move that cannot be made, and why not; null where all can. */
export function refusedIn(program: Program, moves: string): Refused | null {
  const at = firstRefused(program, moves);
  if (at === null) return null;
  const thread = program.threads.findIndex(({ name }) => name === moves[at]);
  if (thread === -1) return { at, why: `there is no ${calledIn(program)} ${moves[at]}.` };
  const before = standingAt(follow(program, moves.slice(0, at)), at);
  const who = `${calledIn(program)} ${moves[at]}`;
  return { at, why: `${who} ${standsInWords(program, before, thread)}.` };
}

function firstRefused(program: Program, moves: string): number | null {
  try {
    follow(program, moves);
    return null;
  } catch (error) {
    const at = error instanceof ScenarioError ? /^schedule\[(\d+)\]$/.exec(error.path)?.[1] : null;
    if (at == null) throw error;
    return Number(at);
  }
}

/** How everything stands after so many moves, or at a shorter walk's end. */
export const standingAt = ({ snapshots }: Walk, at: number): Snapshot =>
  snapshots[Math.min(at, snapshots.length - 1)] as Snapshot;

/** A thread does its next step where the playhead stands, if it can; what followed is replaced. */
export function stepThread<V extends Moved, R extends Stepped>(
  stage: Stage<V, R, unknown>,
  thread: number,
): void {
  if (stage.closed) return;
  const { values, result } = currentRun(stage.runs);
  const at = Math.min(stage.playhead.at(), values.moves.length);
  if (!standingAt(result.walk, at).canGoOn.includes(thread)) return;
  const name = result.program.threads[thread]?.name as string;
  stage.set('moves', withMove(values.moves, at, name));
  stage.playhead.seek(at + 1);
}

/** The keys of threads of these names: each lets its thread, if there is one, do its next step. */
export const threadKeys = <V extends Moved, R extends Stepped>(
  names: readonly string[],
): Keys<Stage<V, R, unknown>> => ({
  keys: `${names.slice(0, 2).join(' ')} …`,
  does: 'the thread of that letter does its next step',
  press: Object.fromEntries(
    names.flatMap((name, thread) => {
      const press = (stage: Stage<V, R, unknown>) => stepThread(stage, thread);
      return [
        [name, press],
        [name.toLowerCase(), press],
      ];
    }),
  ),
});
