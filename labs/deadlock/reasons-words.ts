// Why a thread stands still, in words: since when and who made it so, and when it ends, if ever.
import type { Snapshot } from '@interleave/simulation/interleavings';
import type { Reasoned, Remark } from '../../src/lab-kit/figures/reasons/Reasons.tsx';
import type { Run } from '../../src/lab-kit/lab.ts';
import { type Program, standingAt } from '../../src/lab-kit/stepped/program.ts';
import {
  calledIn,
  doneInWords,
  heldBy,
  holdingsInWords,
  nameOf,
  waitOf,
} from '../../src/lab-kit/stepped/words.ts';
import { cycleIn } from './graph.ts';
import { CALLED } from './programs.ts';
import { everyone } from './remedy-words.ts';
import type { Made, Setting } from './setting.ts';
import { beforeMove, roundBefore, savedUntil, savers } from './words.ts';

export interface Reason extends Reasoned {
  /** The other threads that are blocked: of each the same can be asked. */
  readonly others: readonly number[];
}

/** @param wanted the thread that the reader asks about; another is told of where it is not blocked */
export function reasonAt(
  { result }: Run<Setting, Made>,
  at: number,
  wanted: number | null,
): Reason {
  const snapshot = standingAt(result.walk, at);
  const blocked = snapshot.blocked.map(({ thread }) => thread);
  const thread = blocked.find((one) => one === wanted) ?? blocked[0];
  if (thread !== undefined) {
    return { ...ofBlocked(result, at, thread), others: blocked.filter((one) => one !== thread) };
  }
  const round = roundBefore(result, at);
  const told = !result.explored.canEndWell(snapshot)
    ? ofDoomed(result, at)
    : round !== null
      ? ofRound(result, round, at)
      : ofFree(result, at);
  return { ...told, others: [] };
}

type Told = Omit<Reason, 'others'>;

function ofBlocked(made: Made, at: number, thread: number): Told {
  const { program, walk } = made;
  const snapshot = standingAt(walk, at);
  const wait = waitOf(snapshot, thread);
  if (wait === undefined) throw new Error('a thread that is not blocked');
  const { awaits, heldBy: holder } = wait;
  const [name, other] = [nameOf(program, thread), nameOf(program, holder)];
  let since = at;
  while (since > 0 && waitOf(standingAt(walk, since - 1), thread)?.awaits === awaits) since -= 1;
  const mover = standingAt(walk, since).move;
  const kept = heldBy(snapshot, thread);
  const keeps = kept.length === 0 ? '' : `, and keeps ${kept.join(' and ')}`;
  return {
    who: `${name}, from ${beforeMove(since)}`,
    what: `blocked, waits for ${awaits}`,
    remarks: [
      {
        heading: 'Began',
        when: `at ${beforeMove(since)}`,
        text:
          mover?.thread === holder
            ? `${other} took ${awaits}. ${name} needs ${awaits} next${keeps}.`
            : `${name} came to ${awaits}, which ${other} holds${keeps === '' ? '' : `; it keeps ${kept.join(' and ')}`}.`,
      },
      endOf(made, at, thread),
    ],
  };
}

function endOf(made: Made, at: number, thread: number): Remark {
  const { program, walk, explored } = made;
  const snapshot = standingAt(walk, at);
  const { awaits = '', heldBy: holder = 0 } = waitOf(snapshot, thread) ?? {};
  const other = nameOf(program, holder);
  const cycle = cycleIn(snapshot);
  if (cycle.length > 0 && snapshot.status !== 'deadlock') {
    return {
      heading: 'Ends',
      when: 'when one is rolled back',
      text: 'Each waits for the other. Let a transaction take its next step, and it is the victim: it gives its row back and begins again. Which one is chosen differs by database: InnoDB rolls back the one that changed fewer rows, PostgreSQL the one whose check finds the cycle (deadlock_timeout, 1 s by default).',
    };
  }
  if (!explored.canEndWell(snapshot)) {
    return { heading: 'Ends', when: 'never', text: `${ring(made, at, holder)} ${back(made, at)}` };
  }
  const freed = walk.snapshots.findIndex(
    (one, i) => i > at && waitOf(one, thread)?.awaits !== awaits,
  );
  return freed === -1
    ? {
        heading: 'Ends',
        when: 'later',
        text: `${other} can still get on. Once it has given ${awaits} back, ${nameOf(program, thread)} can take it.`,
      }
    : {
        heading: 'Ended',
        when: `at ${beforeMove(freed)}`,
        text: `${nameOf(program, standingAt(walk, freed).move?.thread ?? 0)} ${doneInWords(program, standingAt(walk, freed))}.`,
      };
}

/** Why the one that holds what is awaited does not give it back. */
function ring({ program, walk }: Made, at: number, holder: number): string {
  const snapshot = standingAt(walk, at);
  const own = heldBy(snapshot, holder).join(' and ');
  const wanted = nextLock(program, snapshot, holder);
  const other = nameOf(program, snapshot.locks[wanted] ?? 0);
  const more = cycleIn(snapshot).length > 2 ? ', and so on around the table' : '';
  return `${nameOf(program, holder)} gives ${own} back only after it gets ${wanted}, and ${other} holds that${more}.`;
}

/** The lock that a thread takes next, be it now or later. */
function nextLock({ threads }: Program, { counters }: Snapshot, thread: number): string {
  const step = threads[thread]?.steps.slice(counters[thread]).find(({ kind }) => kind === 'lock');
  return step?.kind === 'lock' ? step.lock : '';
}

/** Where it could still have been avoided, and how. */
function back(made: Made, at: number): string {
  const saved = savedUntil(made, at);
  const two = made.program.threads.length === 2;
  return `Step back to ${beforeMove(saved)}: if ${savers(made, saved)} goes on from there, ${two ? 'both' : 'all'} can finish.`;
}

function ofDoomed(made: Made, at: number): Told {
  const { program, walk, explored } = made;
  const since = savedUntil(made, at) + 1;
  const snapshot = standingAt(walk, since);
  const mover = nameOf(program, snapshot.move?.thread ?? 0);
  return {
    who: `${program.threads.length === 2 ? 'Both' : 'All'}, from ${beforeMove(since)}`,
    what: 'doomed, though none is blocked yet',
    remarks: [
      {
        heading: 'Began',
        when: `at ${beforeMove(since)}`,
        text: `${mover} ${doneInWords(program, snapshot)}. Now each holds what another ${CALLED[explored.which.case]} will need before it gives anything back.`,
      },
      { heading: 'Ends', when: 'in the deadlock', text: back(made, at) },
    ],
  };
}

function ofRound(made: Made, round: number, at: number): Told {
  return {
    who: `${everyone(made.explored).replace(/^./, (first) => first.toUpperCase())}, since ${beforeMove(round)}`,
    what: 'busy, and no further than before',
    remarks: [
      {
        heading: 'Round',
        when: `${at - round} moves`,
        text: 'No thread is blocked: each tries, finds its second lock held, and gives the first back.',
      },
      {
        heading: 'Ends',
        when: 'when one of them gets ahead',
        text: 'In practice each waits for a random while before it tries again, so that they fall out of step. That makes the livelock unlikely to last; it does not exclude it.',
      },
    ],
  };
}

function ofFree(made: Made, at: number): Told {
  const { program, walk, explored } = made;
  const snapshot = standingAt(walk, at);
  const { deadlocks } = explored.found;
  const bad =
    deadlocks.length === 0
      ? []
      : snapshot.canGoOn.filter((thread) => explored.after(snapshot, thread)?.canEndWell === false);
  const holds = holdingsInWords(program, snapshot);
  const names = bad.map((thread) => nameOf(program, thread)).join(' or ');
  return {
    who: at === 0 ? 'Before the first move' : `After move ${at}`,
    what: snapshot.status === 'done' ? 'all have ended' : `no ${calledIn(program)} is blocked`,
    remarks: [
      {
        heading: 'Locks',
        when: '',
        text: holds.length === 0 ? 'All are free.' : `${holds.join(', ')}.`,
      },
      {
        heading: 'From here',
        when: '',
        text:
          snapshot.status === 'done'
            ? 'Nothing is left to do.'
            : bad.length > 0
              ? `If ${names} goes on now, the deadlock can no longer be avoided.`
              : deadlocks.length > 0
                ? 'Whichever goes on next, all can still end.'
                : 'No deadlock can happen from here.',
      },
    ],
  };
}
