// What the remedies are called and prove, and what is true of all orders of a program.
import { capital, type Sentence } from '@interleave/simulation';
import { type Explored, endingOf, failuresOf, hangingOf } from './explored.ts';
import { CALLED, type Case, type Remedy, type Which } from './programs.ts';

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
  const several = `${CALLED[which.case]}s`;
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
      return `none hangs, but in ${big(one + both)} of ${big(endingOf(all) ?? 0n)} a request fails`;
    }
    default:
      return 'none hangs';
  }
}

/** What the program does, and what is true of all its orders. */
export function opening(all: Explored): Sentence {
  const { which, program } = all;
  const number = program.threads.length;
  const hanging = hangingIn(all);
  const transactions = which.case === 'transactions';
  if (which.case === 'philosophers') {
    switch (which.remedy) {
      case 'order':
        return [
          'The forks are numbered, and everyone takes the lower number first, so no ring of waits can close. ',
          ...capitalised(hanging),
          '.',
        ];
      case 'one':
        return ['The waiter lets one philosopher eat at a time. ', ...capitalised(hanging), '.'];
      case 'back-off':
        return [
          'A philosopher who finds the second fork taken puts the first one down and tries again. No order hangs, but all can go on like this for ever: a livelock.',
        ];
      default:
        return [
          `${number} philosophers sit around a table with a fork between any two, and each needs both neighbouring forks to eat. `,
          ...capitalised(hanging),
          ': those in which everyone takes one fork before anyone takes a second.',
        ];
    }
  }
  switch (which.remedy) {
    case 'order':
      return [
        transactions
          ? 'Both transactions update row 1 first, then row 2. '
          : 'Both threads lock x first, then y. ',
        ...capitalised(hanging),
        transactions
          ? ': the one that has row 1 can always get row 2.'
          : ': the one that holds x can always get y.',
      ];
    case 'one':
      return [
        transactions
          ? 'Both transactions lock the whole table. '
          : 'One lock, m, guards both x and y. ',
        ...capitalised(hanging),
        `, but the two can no longer work at the same time.`,
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
        ...capitalised(hanging),
        ', but in ',
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
          ? 'Two transactions update the same two rows in opposite orders. If the database does not look for cycles, '
          : 'Two threads need the locks x and y and take them in opposite orders. ',
        ...hanging,
        transactions ? '.' : '. Can you find one?',
      ];
  }
}

/** "6 of the 12 orders hang", "none of the 2 orders hangs" */
function hangingIn(all: Explored): Sentence {
  const hang = hangingOf(all);
  const total = (endingOf(all) ?? 0n) + hang;
  return hang > 0n
    ? [{ figure: big(hang) }, ' of the ', { figure: big(total) }, ' orders hang']
    : ['none of the ', { figure: big(total) }, ' orders hangs'];
}

/** What is true of all orders, after a sentence about one. */
export const overAll = (all: Explored): Sentence =>
  endingOf(all) === null
    ? [' With this remedy no order hangs.']
    : [' ', ...capitalised(hangingIn(all)), '.'];

/** A part as a sentence of its own. */
const capitalised = ([first, ...rest]: Sentence): Sentence => [
  typeof first === 'string' ? capital(first) : (first as Sentence[number]),
  ...rest,
];
