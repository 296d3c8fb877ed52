// What this lab says of an order of moves, and what is found by going back along it.
import type { Sentence } from '@interleave/simulation';
import type { Snapshot } from '@interleave/simulation/interleavings';
import type { Run } from '../../src/lab-kit/lab.ts';
import { standingAt } from '../../src/lab-kit/stepped/program.ts';
import { calledIn, heldBy, nameOf, waitOf } from '../../src/lab-kit/stepped/words.ts';
import { counted } from '../../src/lab-kit/units.ts';
import { type Explored, endingOf, hangingOf, isSame } from './explored.ts';
import { cycleIn } from './graph.ts';
import { doneVariables } from './programs.ts';
import { big, everyone, outcome, overAll, rule } from './remedy-words.ts';
import type { Made, Setting } from './setting.ts';

/** What an order comes to, so far, and what is true of all orders. */
export function describe(run: Run<Setting, Made>): Sentence {
  const { walk, explored } = run.result;
  const { status } = standingAt(walk, walk.snapshots.length - 1);
  const own = known(run);
  if (walk.snapshots.length === 1) return [...own, ' ', ...outcome(explored)];
  if (status === 'deadlock') {
    const hang = hangingOf(explored);
    const total = (endingOf(explored) ?? 0n) + hang;
    return [
      ...own,
      ' ',
      { figure: big(hang) },
      ' of the ',
      { figure: big(total) },
      ' orders end like this.',
    ];
  }
  return isOpen(run.result) ? [...own, ...overAll(explored)] : own;
}

/** Whether all have ended, or can still, and nothing goes round. */
function isOpen(made: Made): boolean {
  const { walk, explored } = made;
  const last = walk.snapshots.length - 1;
  return (
    explored.canEndWell(standingAt(walk, last)) &&
    roundBefore(made, last) === null &&
    cycleIn(standingAt(walk, last)).length === 0
  );
}

/** The same of this order alone. */
export function known({ result }: Run<Setting, Made>): Sentence {
  const { walk, explored, program } = result;
  const made = walk.snapshots.length - 1;
  if (made === 0) return [rule(explored)];
  const last = standingAt(walk, made);
  const after = `After ${counted(made, 'move')}`;
  const all = everyone(explored);
  const two = program.threads.length === 2;
  if (last.status === 'done') return [ended(result)];
  if (last.status === 'deadlock') {
    return [
      `${after} ${all} wait for ever: ${whoWaits(result, last)}. After move ${savedUntil(result, made) + 1} nothing could save them.`,
    ];
  }
  const round = roundBefore(result, made);
  if (round !== null) {
    return [
      `${after} everything stands as it did ${round === 0 ? 'at the start' : `after move ${round}`}: ${all} have worked, and ${two ? 'neither' : 'none'} has got anywhere. They can go on like this for ever: a livelock.`,
    ];
  }
  if (!explored.canEndWell(last)) {
    const saved = savedUntil(result, made);
    return [
      `${after} there is no way out: ${holdings(result, last)}, and each will need what the other holds. Step back to ${beforeMove(saved)} and let ${savers(result, saved)} go on instead.`,
    ];
  }
  const held = `${after} ${holdings(result, last)}.`;
  return cycleIn(last).length > 0
    ? [
        `${held} The database finds the cycle and rolls one of the two back: the one that you let go on.`,
      ]
    : [`${held} ${two ? 'Both' : 'All'} can still end.`];
}

/** "A holds x and waits for y, B holds y and waits for x"; of many only what they have in common. */
function whoWaits({ program, explored }: Made, snapshot: Snapshot): string {
  if (program.threads.length > 2 && explored.which.remedy === 'none') {
    return 'each holds one fork and waits for the next';
  }
  return snapshot.blocked
    .map(
      ({ thread, awaits }) =>
        `${nameOf(program, thread)} holds ${heldBy(snapshot, thread).join(' and ')} and waits for ${awaits}`,
    )
    .join(', ');
}

/** "A holds x, B holds y and waits for x"; of many how many do. */
function holdings({ program, explored }: Made, snapshot: Snapshot): string {
  if (program.threads.length > 2) return holdingsOfMany(explored, snapshot);
  const told = program.threads.flatMap(({ name }, thread) => {
    const held = heldBy(snapshot, thread);
    const wait = waitOf(snapshot, thread);
    const parts = [
      ...(held.length === 0 ? [] : [`holds ${held.join(' and ')}`]),
      ...(wait === undefined ? [] : [`waits for ${wait.awaits}`]),
    ];
    return parts.length === 0 ? [] : [`${name} ${parts.join(' and ')}`];
  });
  return told.length === 0 ? 'no lock is held' : told.join(', ');
}

function holdingsOfMany({ which, program: { threads } }: Explored, snapshot: Snapshot): string {
  const waiting = snapshot.blocked.length;
  if (which.remedy === 'one') {
    const [holder = null] = Object.values(snapshot.locks);
    if (holder === null) return 'none of them eats';
    return `${threads[holder]?.name} eats${waiting === 0 ? '' : `, and ${waiting} wait for their turn`}`;
  }
  const holding = threads.filter((_, thread) => heldBy(snapshot, thread).length > 0).length;
  const blocked =
    waiting === 0 ? 'none is blocked' : `${waiting} ${waiting === 1 ? 'is' : 'are'} blocked`;
  return `${holding} of the ${threads.length} philosophers ${holding === 1 ? 'holds' : 'hold'} a fork, and ${blocked}`;
}

/** How an order ended: who waited how long, and who failed. */
function ended({ program, walk, explored }: Made): string {
  const { snapshots } = walk;
  const last = standingAt(walk, snapshots.length - 1);
  const done = doneVariables(explored.which);
  const failed = program.threads.filter((_, thread) => last.variables[done[thread] ?? ''] === 0);
  const moves = counted(snapshots.length - 1, 'move');
  if (failed.length > 0) {
    const names = failed.map(({ name }) => name).join(' and ');
    return failed.length === program.threads.length
      ? `In this order both requests fail: ${names} give up after a while.`
      : `In this order one request fails: ${names} gives up after a while. The other one succeeds, after ${moves} in all.`;
  }
  const gives = explored.which.remedy === 'rollback' ? 'is rolled back' : 'backs off';
  const told = program.threads.flatMap(({ name }, thread) => {
    // A thread that is rolled back moves, though it was blocked.
    const waits = snapshots.filter(
      ({ move }, i) =>
        move !== null &&
        move.thread !== thread &&
        waitOf(snapshots[i - 1] as Snapshot, thread) !== undefined,
    ).length;
    const refused = snapshots.filter(
      ({ move }) => move?.thread === thread && move.passed === false && 'lock' in move.did,
    ).length;
    const parts = [
      ...(waits === 0 ? [] : [`is blocked during ${counted(waits, 'move')}`]),
      ...(refused === 0 ? [] : [`${gives} ${times(refused)}`]),
    ];
    return parts.length === 0 ? [] : [`${name} ${parts.join(' and ')}`];
  });
  return `In this order ${everyone(explored)} end, after ${moves}. ${
    told.length === 0 ? `No ${calledIn(program)} is ever blocked.` : `${told.join('; ')}.`
  }`;
}

const times = (count: number) => (count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`);

/** The last move, up to one, after which all could still end: 0 is the beginning. */
export function savedUntil({ walk, explored }: Made, at: number): number {
  for (let move = at; move > 0; move -= 1) {
    if (explored.canEndWell(standingAt(walk, move))) return move;
  }
  return 0;
}

/** The threads of which each can go on after a move without dooming all: "A", "A or B". */
export function savers({ walk, explored, program }: Made, at: number): string {
  const snapshot = standingAt(walk, at);
  return snapshot.canGoOn
    .filter((thread) => explored.after(snapshot, thread)?.canEndWell)
    .map((thread) => nameOf(program, thread))
    .join(' or ');
}

/** "move 2", "the start" */
export const beforeMove = (move: number) => (move === 0 ? 'the start' : `move ${move}`);

/** The last move before one after which all stood as it does after that; null where none did. */
export function roundBefore({ walk }: Made, at: number): number | null {
  const here = standingAt(walk, at);
  for (let move = at - 1; move >= 0; move -= 1) {
    if (isSame(standingAt(walk, move), here)) return move;
  }
  return null;
}
