// The figures of this lab that chapters may quote.
import type { Run } from '../../src/lab-kit/lab.ts';
import { isDrawn, outcomesOf } from './orders.ts';
import { brokenOrders, endOf, type Result, type Setting } from './program.ts';

type OwnRun = Run<Setting, Result>;

/** What a variable holds after the last move; not a number where this case has none of this name. */
const held = (label: string, name: string) => ({
  label,
  unit: '',
  value: ({ result }: OwnRun) => endOf(result.walk)[name] ?? Number.NaN,
});

export const facts = {
  counter: held('what the counter ends at', 'counter'),
  least: {
    label: 'the least that the counter can end at',
    unit: '',
    value: ({ result }: OwnRun) =>
      Math.min(...result.count.finals.map(({ variables }) => variables.counter ?? Number.NaN)),
  },
  sold: held('how often the one seat is sold', 'sold'),
  charges: held('how often the card is charged', 'charges'),
  cache: held('which version of the price the cache ends with', 'cache'),
  'on-call': {
    label: 'how many doctors are on call at the end',
    unit: '',
    value: ({ result }: OwnRun) => {
      const { alice = Number.NaN, bob = Number.NaN } = endOf(result.walk);
      return alice + bob;
    },
  },
  orders: {
    label: 'how many orders of the steps there are',
    unit: '',
    value: ({ result }: OwnRun) => Number(result.count.total),
  },
  lost: {
    label: 'how many of the orders break what must hold: lose an update, sell the seat twice',
    unit: '',
    value: ({ result }: OwnRun) => Number(brokenOrders(result)),
  },
  kept: {
    label: 'how many of the orders keep what must hold',
    unit: '',
    value: ({ result }: OwnRun) => Number((result.count.total ?? 0n) - brokenOrders(result)),
  },
  'fewest-changes': {
    label: 'how often the core changes hands, at least, in an order that breaks what must hold',
    unit: '',
    // Of too many orders only some are looked at one by one.
    value: ({ result }: OwnRun) =>
      isDrawn(result)
        ? Math.min(
            ...outcomesOf(result).flatMap(({ broken, orders }) =>
              broken ? orders.map(({ changes }) => changes) : [],
            ),
          )
        : Number.NaN,
  },
  states: {
    label: 'how many distinct states were looked at to try every order',
    unit: '',
    value: ({ result }: OwnRun) => result.count.states,
  },
  moves: {
    label: 'how many moves the order has',
    unit: '',
    value: ({ result }: OwnRun) => result.walk.snapshots.length - 1,
  },
} as const;
