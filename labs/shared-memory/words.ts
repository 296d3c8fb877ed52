// What this lab says: of an order of moves, of all orders, of two settings, and in its tables.
import { capital, type Sentence } from '@interleave/simulation';
import type { Run } from '../../src/lab-kit/lab.ts';
import { valueInWords } from '../../src/lab-kit/stepped/kinds.ts';
import type { Table } from '../../src/lab-kit/tables.ts';
import { counted } from '../../src/lab-kit/units.ts';
import type { Told } from './cases/case.ts';
import { exact, inShort } from './numbers.ts';
import { isDrawn, type Order, outcomesOf } from './orders.ts';
import { breaks, brokenOrders, endOf, NAMES, type Result, type Setting } from './program.ts';
import { type Race, racesIn } from './races.ts';

type OwnRun = Run<Setting, Result>;

/** "A B A A B B" */
export const spaced = (moves: string) => [...moves].join(' ');

/** What an order comes to, and how many orders, or how many of those that begin with its moves, break what must hold. */
export const describe = ({ result, values }: OwnRun): Sentence => [
  ...ofThisOrder(result, values.moves),
  ...ofOrders(result, values.moves),
];

/** The same, without what other orders come to. */
export const known = ({ result, values }: OwnRun): Sentence => ofThisOrder(result, values.moves);

function ofThisOrder(result: Result, moves: string): Sentence {
  const { program, walk } = result;
  const end = endOf(walk);
  if (walk.status !== 'done') {
    const holds = Object.entries(end).map(([name, value]) => `${name} ${valueInWords(value)}`);
    const made = `After ${counted(moves.length, 'move')}: ${holds.join(', ')}.`;
    return [
      moves === '' ? 'No move has been made.' : made,
      ' Choose which thread does its next step.',
    ];
  }
  const { of, size, invariant } = program;
  const [race] = racesIn(walk);
  const cause = race === undefined || !breaks(invariant, end) ? '' : ` ${of.cause(told(race))}`;
  return ['In this order ', ...of.ends(end, size), `.${cause}`];
}

/** A race with its threads by name. */
const told = ({ looker, looked, changer, changed }: Race): Told => ({
  looker: NAMES[looker] as string,
  looked,
  changer: NAMES[changer] as string,
  changed,
});

/**
 * Where the reader is under way and all orders are drawn, what this beginning still allows; before the first move that
 * is for the field of orders to show. Of a fix, that no order breaks it.
 */
function ofOrders(result: Result, moves: string): Sentence {
  const underWay = result.walk.status !== 'done';
  if (!underWay || brokenOrders(result) === 0n || !isDrawn(result)) {
    return [' ', ...ofAllOrders(result)];
  }
  return moves === '' ? [] : [' ', ...ofThisBeginning(result, moves)];
}

function ofThisBeginning({ program, count }: Result, moves: string): Sentence {
  const begun = outcomesOf({ program, count }).flatMap(({ broken, orders }) =>
    orders.filter((order) => order.moves.startsWith(moves)).map(() => broken),
  );
  const total = begun.length;
  const broken = begun.filter((one) => one).length;
  const [one, many] = program.of.breaks;
  if (broken === 0) {
    return total === 1
      ? [`The only order that begins like this does not ${many}.`]
      : [{ figure: 'None' }, ` of the ${total} orders that begin like this ${one}.`];
  }
  if (broken === total) {
    const all =
      total === 1 ? 'The only order' : total === 2 ? 'Both orders' : `All ${total} orders`;
    const [begin, does] = total === 1 ? ['begins', one] : ['begin', many];
    return [{ figure: all }, ` that ${begin} like this ${does}: it can no longer be prevented.`];
  }
  return [
    { figure: String(broken) },
    ` of the ${total} orders that begin like this ${broken === 1 ? one : many}.`,
  ];
}

function ofAllOrders(result: Result): Sentence {
  const { program, count } = result;
  const total = count.total ?? 0n;
  const broken = brokenOrders(result);
  const [one, many] = program.of.breaks;
  if (broken === 0n) {
    return [
      `${program.written.name}: `,
      { figure: 'none' },
      ` of the ${inShort(total)} orders ${one}. Every order was tried.`,
    ];
  }
  if (!isDrawn(result)) {
    return [
      'All but ',
      { figure: inShort(total - broken) },
      ` of the ${inShort(total)} orders ${many}.`,
    ];
  }
  return [
    { figure: exact(broken) },
    ` of the ${exact(total)} orders ${broken === 1n ? one : many}.${keptInWords(result)}`,
  ];
}

/** What the orders that break nothing have in common: where in each one thread ends before the next begins. */
function keptInWords({ program, count }: Result): string {
  const kept = outcomesOf({ program, count }).flatMap(({ broken, orders }) =>
    broken ? [] : orders,
  );
  const inTurn = kept.every(({ changes }) => changes === program.threads.length - 1);
  return inTurn ? ` The other ${kept.length} run one thread after the other.` : '';
}

/** What another program changes; where only the moves differ, what each order comes to. */
export function compare(first: OwnRun, second: OwnRun): Sentence {
  if (first.result.program === second.result.program) {
    return [
      `${capital(second.tag)}: `,
      ...known(second),
      ` ${capital(first.tag)}: `,
      ...known(first),
      ' ',
      ...ofAllOrders(second.result),
    ];
  }
  return [
    `${capital(second.tag)}: `,
    ...inBrief(second.result),
    ` ${capital(first.tag)}: `,
    ...inBrief(first.result),
  ];
}

function inBrief(result: Result): Sentence {
  const broken = brokenOrders(result);
  const [one, many] = result.program.of.breaks;
  const total = inShort(result.count.total ?? 0n);
  return [
    { figure: broken === 0n ? 'none' : inShort(broken) },
    ` of the ${total} orders ${broken === 0n || broken === 1n ? one : many}.`,
  ];
}

/** An order as an accessible name: "A B A A B B: counter 1, an update is lost; without effect: A’s move 4". */
export function orderName({ moves, void: gone }: Order, label: string): string {
  const without = [...gone].map((at) => `${moves[at - 1]}’s move ${at}`).join(', ');
  const effect = without === '' ? '' : `; without effect: ${without}`;
  return `${spaced(moves)}: ${label.replace(': ', ', ')}${effect}`;
}

/** All orders, a row each; where they are too many, all outcomes with a few orders of each. */
export function ordersTable(result: Result, tag: string): Table {
  const outcomes = outcomesOf(result);
  const of = tag === '' ? '' : `${tag}: `;
  const total = result.count.total ?? 0n;
  if (!isDrawn(result)) {
    return {
      caption: `${of}What the ${exact(total)} orders end in`,
      shown: 'asked',
      columns: [{ label: 'End' }, { label: 'orders', numeric: true }, { label: 'one of them' }],
      rows: outcomes.map(({ label, count, orders }) => [
        label,
        exact(count),
        spaced(orders[0]?.moves ?? ''),
      ]),
    };
  }
  return {
    caption: `${of}All ${exact(total)} orders`,
    shown: 'asked',
    columns: [
      { label: 'Order' },
      { label: 'changes of hands', numeric: true },
      { label: 'end' },
      { label: 'moves without effect', numeric: true },
    ],
    rows: outcomes.flatMap(({ label, orders }) =>
      orders.map(({ moves, changes, void: gone }) => [
        spaced(moves),
        String(changes),
        label,
        gone.size === 0 ? 'none' : [...gone].join(', '),
      ]),
    ),
  };
}

/** Moves as a setting in words. */
export const movesSaid = (moves: string) =>
  moves === '' ? 'no move made' : `the moves ${spaced(moves)}`;
