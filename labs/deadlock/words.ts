// What this lab says: what its cases and remedies are called, what each proves, and what an order comes to.
import type { Sentence } from '@interleave/simulation';
import type { Snapshot } from '@interleave/simulation/interleavings';
import type { Run } from '../../src/lab-kit/lab.ts';
import { standingAt } from '../../src/lab-kit/stepped/program.ts';
import { nameOf } from '../../src/lab-kit/stepped/words.ts';
import { counted } from '../../src/lab-kit/units.ts';
import { type Explored, endingOf, failuresOf, hangingOf } from './explored.ts';
import { heldBy, waitOf } from './graph.ts';
import { type Case, doneVariables, type Remedy, type Which } from './programs.ts';
import type { Made, Setting } from './setting.ts';

/** What the threads of a case are called: one, and several. */
export const CALLED: Readonly<Record<Case, readonly [one: string, several: string]>> = {
  threads: ['thread', 'threads'],
  transactions: ['transaction', 'transactions'],
  philosophers: ['philosopher', 'philosophers'],
};

const OF_TWO: Readonly<Record<Remedy, string>> = {
  none: 'as written',
  order: 'same order',
  one: 'one lock for both',
  'back-off': 'try, then back off',
  timeout: 'give up after a while',
  rollback: 'roll one back',
};

const OTHERWISE: Partial<Readonly<Record<Case, Partial<Readonly<Record<Remedy, string>>>>>> = {
  transactions: { none: 'no detection', one: 'lock the table', timeout: 'lock timeout' },
  philosophers: { order: 'number the forks', one: 'ask a waiter' },
};

/** What a remedy is called in a case, as on its button. */
export const remedyName = ({ case: of, remedy }: Pick<Which, 'case' | 'remedy'>) =>
  OTHERWISE[of]?.[remedy] ?? OF_TWO[remedy];

/** Counts with their thousands apart: "2,430,842,000". */
export const big = (count: bigint | number) => count.toLocaleString('en');

/** Both of two, or all of more: "both threads", "all 5 philosophers". */
export function everyone({ which, program: { threads } }: Explored): string {
  const [, several] = CALLED[which.case];
  return threads.length === 2 ? `both ${several}` : `all ${threads.length} ${several}`;
}

/** What is shown of a program: that so many of its orders hang, or none. */
export function proof(all: Explored): string {
  const hang = hangingOf(all);
  if (hang > 0n) return `${big(hang)} of ${big((endingOf(all) ?? 0n) + hang)} orders hang`;
  switch (all.which.remedy) {
    case 'back-off':
      return `none hangs, but ${all.program.threads.length === 2 ? 'both' : 'all'} may retry for ever`;
    case 'rollback':
      return 'none hangs; the victim retries';
    case 'timeout': {
      const { one, both } = failuresOf(all);
      return `none hangs, but in ${big(one + both)} of ${big(endingOf(all) ?? 0n)} one or both fail`;
    }
    default:
      return 'none hangs';
  }
}

/** What the program does, and what is true of all its orders. */
function opening(all: Explored): Sentence {
  const { which, program } = all;
  const number = program.threads.length;
  const total = endingOf(all);
  const hang = hangingOf(all);
  const hanging: Sentence = [
    { figure: big(hang) },
    ' of the ',
    { figure: big((total ?? 0n) + hang) },
    ' orders',
  ];
  const transactions = which.case === 'transactions';
  if (which.case === 'philosophers') {
    switch (which.remedy) {
      case 'order':
        return [
          'The forks are numbered, and everyone takes the lower number first, so no ring of waits can close. ',
          ...hanging,
          ' hang.',
        ];
      case 'one':
        return ['The waiter lets one philosopher eat at a time. ', ...hanging, ' hang.'];
      case 'back-off':
        return [
          'A philosopher who finds the second fork taken puts the first one down and tries again. No order hangs, but all can go on like this for ever: a livelock.',
        ];
      default:
        return [
          `${number} philosophers sit around a table with a fork between any two, and each needs both neighbouring forks to eat. `,
          ...hanging,
          ' hang: those in which everyone takes one fork before anyone takes a second.',
        ];
    }
  }
  switch (which.remedy) {
    case 'order':
      return [
        transactions
          ? 'Both transactions update row 1 first, then row 2. '
          : 'Both threads lock x first, then y. ',
        ...hanging,
        transactions
          ? ' hang: the one that has row 1 can always get row 2.'
          : ' hang: the one that holds x can always get y.',
      ];
    case 'one':
      return [
        transactions
          ? 'Both transactions lock the whole table. '
          : 'One lock, m, guards both x and y. ',
        ...hanging,
        ` hang, but the two can no longer work at the same time.`,
      ];
    case 'back-off':
      return [
        'A thread that finds its second lock held gives back the first and begins again. No order hangs, but both can go on like this for ever: a livelock.',
      ];
    case 'timeout': {
      const { one, both } = failuresOf(all);
      return [
        transactions
          ? 'A transaction that waits too long for its second row gives up and fails. '
          : 'A thread that waits too long for its second lock gives up, and its request fails. ',
        ...hanging,
        ' hang, but in ',
        { figure: big(one) },
        ' one request fails, and in ',
        { figure: big(both) },
        ' both.',
      ];
    }
    case 'rollback':
      return [
        'The database looks for cycles. When one closes, it rolls one of the two transactions back, and that one begins again. No order hangs.',
      ];
    case 'none':
      return [
        transactions
          ? 'Two transactions update the same two rows in opposite orders. If the database did not look for cycles, '
          : 'Two threads need the locks x and y and take them in opposite orders. ',
        ...hanging,
        transactions ? ' would hang.' : ' of their steps hang. Can you find one?',
      ];
  }
}

/** What is true of all orders, after a sentence about one. */
function overAll(all: Explored): Sentence {
  const hang = hangingOf(all);
  const total = endingOf(all);
  if (total === null) return [' With this remedy no order hangs.'];
  return [' ', { figure: big(hang) }, ' of the ', { figure: big(total + hang) }, ' orders hang.'];
}

/** What an order comes to, so far. */
export function describe({ result }: Run<Setting, Made>): Sentence {
  const { walk, explored, program } = result;
  const made = walk.snapshots.length - 1;
  if (made === 0) return opening(explored);
  const last = standingAt(walk, made);
  const after = `After ${counted(made, 'move')}`;
  const all = everyone(explored);
  if (last.status === 'done') return [ended(result), ...overAll(explored)];
  if (last.status === 'deadlock') {
    const hang = hangingOf(explored);
    return [
      `${after} ${all} wait for ever: ${whoWaits(result, last)}. `,
      { figure: big(hang) },
      ' of the ',
      { figure: big((endingOf(explored) ?? 0n) + hang) },
      ` orders end like this. After move ${savedUntil(result, made) + 1} nothing could save them.`,
    ];
  }
  const round = roundBefore(result, made);
  if (round !== null) {
    return [
      `${after} everything stands as it did ${round === 0 ? 'at the start' : `after move ${round}`}: ${all} have worked, and none has got anywhere. They can go on like this for ever. That is a livelock.`,
    ];
  }
  if (!explored.nodeOf(last).canEndWell) {
    const saved = savedUntil(result, made);
    return [
      `${after} there is no way out: ${holdings(result, last)}, and each will need what the other holds. Step back to ${beforeMove(saved)} and let ${savers(result, saved)} go on instead.`,
    ];
  }
  return [
    `${after} ${holdings(result, last)}. ${program.threads.length === 2 ? 'Both' : 'All'} can still end.`,
    ...overAll(explored),
  ];
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

/** "A holds x, B waits for y"; "nobody holds anything" */
function holdings({ program }: Made, snapshot: Snapshot): string {
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
      ? `In this order ${names} both give up after a while: neither request succeeds.`
      : `In this order ${names} gives up after a while, and its request fails. The other one ends, after ${moves} in all.`;
  }
  const told = program.threads.flatMap(({ name }, thread) => {
    const waits = snapshots.slice(0, -1).filter((one) => waitOf(one, thread) !== undefined).length;
    const refused = snapshots.filter(
      ({ move }) => move?.thread === thread && move.passed === false && 'lock' in move.did,
    ).length;
    const gives = explored.which.remedy === 'rollback' ? 'is rolled back' : 'backs off';
    return [
      ...(waits === 0 ? [] : [`${name} is blocked during ${counted(waits, 'move')}`]),
      ...(refused === 0 ? [] : [`${name} ${gives} ${times(refused)}`]),
    ];
  });
  return `In this order ${everyone(explored)} end, after ${moves}. ${
    told.length === 0 ? 'Nobody is ever blocked.' : `${listed(told)}.`
  }`;
}

const times = (count: number) => (count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`);

/** "one, two and three" */
const listed = (parts: readonly string[]) =>
  parts.length === 1 ? parts[0] : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;

/** The last move, up to one, after which all could still end: 0 is the beginning. */
export function savedUntil({ walk, explored }: Made, at: number): number {
  for (let move = at; move > 0; move -= 1) {
    if (explored.nodeOf(standingAt(walk, move)).canEndWell) return move;
  }
  return 0;
}

/** The threads of which each can go on after a move without dooming all: "A", "A or B". */
export function savers({ walk, explored, program }: Made, at: number): string {
  const snapshot = standingAt(walk, at);
  const node = explored.nodeOf(snapshot);
  return snapshot.canGoOn
    .filter((thread) => explored.after(node, thread)?.canEndWell)
    .map((thread) => nameOf(program, thread))
    .join(' or ');
}

/** "move 2", "the start" */
export const beforeMove = (move: number) => (move === 0 ? 'the start' : `move ${move}`);

/** The last move before one after which all stood as it does after that; null where none did. */
export function roundBefore({ walk, explored }: Made, at: number): number | null {
  const here = explored.nodeOf(standingAt(walk, at));
  for (let move = at - 1; move >= 0; move -= 1) {
    if (explored.nodeOf(standingAt(walk, move)) === here) return move;
  }
  return null;
}
