// What goes wrong in an order: a thread acts on what it saw, and another has changed that meanwhile.
import type { AtomicStep, Move, Walk } from '@interleave/simulation/interleavings';
import { lostStores } from '../../src/lab-kit/stepped/strip-of.ts';

/** A thread looked at a variable, and another changed it before the first had acted on what it saw: moves from 1. */
export interface Race {
  readonly looker: number;
  readonly looked: number;
  readonly changer: number;
  readonly changed: number;
  /** The first move after the change that rests on what the looker saw. */
  readonly acted: number;
  readonly variable: string;
  /** What the looker had seen. */
  readonly seen: number;
}

interface Numbered extends Move {
  /** From 1. */
  readonly number: number;
}

const movesOf = ({ snapshots }: Walk): Numbered[] =>
  snapshots.flatMap(({ move }, number) => (move === null ? [] : [{ ...move, number }]));

/** The races of a walk that did harm: something was overwritten, or a check no longer held; in order of the looks. */
export function racesIn(walk: Walk): Race[] {
  const moves = movesOf(walk);
  return moves.flatMap((look) => raceOf(moves, look) ?? []);
}

function raceOf(moves: readonly Numbered[], look: Numbered): Race | null {
  const { did, thread, number, variable } = look;
  const isCheck = did.kind === 'if' && look.passed === true;
  if (variable === null || !(isCheck || did.kind === 'load')) return null;
  const acts = restingOn(moves, look).filter(({ written }) => written !== null);
  // What changes what was checked is what relies on the check most; where nothing does, all that follows.
  const last =
    (isCheck ? acts.findLast((act) => changes(act, variable.name)) : null) ?? acts.at(-1);
  if (last === undefined) return null;
  const others = moves.filter(
    (move) =>
      move.thread !== thread &&
      move.written !== null &&
      number < move.number &&
      move.number < last.number,
  );
  const outdated = others.find(
    (move) => changes(move, variable.name) && outdates(did, variable.after, move),
  );
  if (outdated === undefined) return null;
  // What was loaded does harm where it is stored over what another stored meanwhile: the last that did.
  const target = last.variable?.name;
  const overwritten = isCheck ? outdated : others.findLast((move) => changes(move, target));
  if (overwritten === undefined) return null;
  const change = target === variable.name ? overwritten : outdated;
  return {
    looker: thread,
    looked: number,
    changer: change.thread,
    changed: change.number,
    acted: acts.find((act) => act.number > change.number)?.number ?? last.number,
    variable: variable.name,
    seen: variable.after,
  };
}

const changes = ({ variable }: Move, name: string | undefined) => variable?.name === name;

/** The later moves of the thread that rest on what it saw: until it loads again, or, after a check, all. */
function restingOn(moves: readonly Numbered[], look: Numbered): Numbered[] {
  const later = moves.filter(
    ({ thread, number }) => thread === look.thread && number > look.number,
  );
  const again = look.did.kind === 'load' ? later.findIndex(({ did }) => did.kind === 'load') : -1;
  return again === -1 ? later : later.slice(0, again);
}

/** Whether another's write makes untrue what was seen: the value that was loaded, or that the check was passed. */
function outdates(did: AtomicStep, seen: number, { written }: Numbered): boolean {
  if (written === null) return false;
  if (did.kind !== 'if') return written !== seen;
  const { least = written, most = written } = did;
  return (
    typeof least === 'number' && typeof most === 'number' && (written < least || written > most)
  );
}

/** The moves that came to nothing, from 1: stores that are overwritten, and checks that no longer held. */
export const voidMoves = (walk: Walk): ReadonlySet<number> =>
  new Set([
    ...lostStores(walk).map(({ at }) => at),
    ...outdatedChecks(walk).map(({ looked }) => looked),
  ]);

/** The races of a walk in which a check was passed that no longer held when its thread acted on it. */
export const outdatedChecks = (walk: Walk): Race[] =>
  racesIn(walk).filter(({ looked }) => walk.snapshots[looked]?.move?.did.kind === 'if');
