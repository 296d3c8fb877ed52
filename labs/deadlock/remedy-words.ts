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

/** What a remedy costs, so that one can be tried first. */
export function cost({ case: of, remedy }: Pick<Which, 'case' | 'remedy'>): string | null {
  switch (remedy) {
    case 'none':
      return null;
    case 'order':
      return 'The usual first choice: it costs nothing at run time.';
    case 'one':
      return of === 'philosophers'
        ? 'It costs parallelism: one eats at a time.'
        : 'It costs parallelism: only one runs at a time.';
    case 'back-off':
      return 'It costs time: what was begun is done again.';
    case 'timeout':
      return 'It costs a wait, and then a failed request.';
    case 'rollback':
      return 'It costs the victim’s work, which is done again.';
  }
}

const RULES: Readonly<Record<Case, Partial<Readonly<Record<Remedy, string>>>>> = {
  threads: {
    none: 'Two threads need the locks x and y and take them in opposite orders.',
    order: 'Both threads lock x first, then y.',
    one: 'One lock, m, guards both x and y.',
    'back-off': 'A thread that finds its second lock held gives back the first and begins again.',
    timeout: 'A thread that waits too long for its second lock gives up, and its request fails.',
  },
  transactions: {
    none: 'Two transactions update the same two rows in opposite orders.',
    rollback:
      'The database looks for cycles. When one closes, it rolls one of the two transactions back, and that one begins again.',
    order: 'Both transactions update row 1 first, then row 2.',
    one: 'Both transactions lock the whole table.',
    timeout: 'A transaction that waits too long for its second row gives up and fails.',
  },
  philosophers: {
    none: 'Philosophers sit around a table with a fork between any two, and each needs both neighbouring forks to eat.',
    order: 'The forks are numbered, and everyone takes the lower number first.',
    one: 'The waiter lets one philosopher eat at a time.',
    'back-off':
      'A philosopher who finds the second fork taken puts the first one down and tries again.',
  },
};

/** What the program does. */
export const rule = ({ which }: Explored): string => RULES[which.case][which.remedy] ?? '';

/** What comes of it over all orders, and why. */
export function outcome(all: Explored): Sentence {
  const { which } = all;
  const hanging = hangingIn(all);
  switch (which.remedy) {
    case 'none':
      if (which.case === 'transactions') {
        return ['If the database does not look for cycles, ', ...hanging, '.'];
      }
      return [
        ...capitalised(hanging),
        which.case === 'threads'
          ? '. Can you find one?'
          : ': those in which everyone takes one fork before anyone takes a second.',
      ];
    case 'order':
      return [
        ...capitalised(hanging),
        {
          threads: ': the one that holds x can always get y.',
          transactions: ': the one that has row 1 can always get row 2.',
          philosophers: ', because no ring of waits can close.',
        }[which.case],
      ];
    case 'one':
      return [
        ...capitalised(hanging),
        which.case === 'philosophers'
          ? ', but no two eat at the same time.'
          : ', but the two can no longer work at the same time.',
      ];
    case 'back-off':
      return [
        `No order hangs, but ${all.program.threads.length === 2 ? 'both' : 'all'} can go on like this for ever: a livelock.`,
      ];
    case 'timeout': {
      const { one, both } = failuresOf(all);
      return [
        ...capitalised(hanging),
        ', but in ',
        { figure: big(one) },
        ' one request fails, and in ',
        { figure: big(both) },
        ' both.',
      ];
    }
    case 'rollback':
      return ['No order hangs.'];
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
