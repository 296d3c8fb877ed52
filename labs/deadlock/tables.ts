// The tables of this lab: what each remedy comes to over all orders, and every state of the program that is set.

import { codeOf } from '../../src/lab-kit/stepped/words.ts';
import type { Table } from '../../src/lab-kit/tables.ts';
import { doomedOf, type Explored, endingOf, explored, exploredOf, hangingOf } from './explored.ts';
import type { Which } from './programs.ts';
import { big, remedyName } from './remedy-words.ts';

/** What each remedy comes to over all orders. */
export const overAllTable = (which: Which): Table => ({
  caption: 'Over all orders',
  shown: 'always',
  columns: [
    { label: 'remedy' },
    { label: 'states', numeric: true },
    { label: 'orders that end', numeric: true },
    { label: 'that hang', numeric: true },
  ],
  rows: exploredOf(which).map((all) => [
    remedyName(all.which),
    big(all.found.states),
    endingOf(all) === null ? 'no bound' : big(endingOf(all) as bigint),
    big(hangingOf(all)),
  ]),
});

/** What has to be said beside that table. */
export function remark(which: Which): string {
  switch (which.case) {
    case 'threads':
      return 'Backing off avoids the deadlock, but the two can keep getting in each other’s way: a livelock. Counts are not probabilities.';
    case 'transactions':
      return 'No bound: a victim may be rolled back more than once. Counts are not probabilities.';
    case 'philosophers':
      return `As written, ${doomed(which)}. A test may run for long without meeting an order that hangs. Counts are not probabilities.`;
  }
}

/** "1 of the 1,743 states is doomed: the deadlock itself" */
function doomed(which: Which): string {
  const all = explored({ ...which, remedy: 'none' });
  return `${doomedOf(all)} of the ${big(all.found.states)} states is doomed: the deadlock itself`;
}

/** Every state of two threads. */
export const statesTable = (all: Explored): Table => ({
  caption: `All ${all.nodes().length} states`,
  shown: 'asked',
  columns: [
    { label: 'A is at' },
    { label: 'B is at' },
    ...Object.keys(all.nodes()[0]?.variables ?? {}).map((label) => ({
      label,
      numeric: true as const,
    })),
    { label: 'locks' },
    { label: 'from here' },
  ],
  rows: all.nodes().map(({ counters, variables, locks, status, canEndWell, blocked }) => [
    ...counters.map((step, thread) => codeOf(all.program, thread, step)),
    ...Object.values(variables).map(String),
    Object.entries(locks)
      .flatMap(([lock, holder]) =>
        holder === null ? [] : `${all.program.threads[holder]?.name} holds ${lock}`,
      )
      .join(', ') || 'free',
    status === 'deadlock'
      ? 'both wait for ever'
      : status === 'done'
        ? 'both have ended'
        : !canEndWell
          ? 'doomed'
          : blocked.length > 0
            ? `${blocked.map(({ thread }) => all.program.threads[thread]?.name).join(' and ')} blocked`
            : 'both can go on',
  ]),
});
