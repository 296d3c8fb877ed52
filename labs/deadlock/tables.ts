// The tables of this lab: what each remedy comes to over all orders, and every state of the program that is set.

import type { StateNode } from '@interleave/simulation/interleavings';
import { codeOf, holdingsInWords } from '../../src/lab-kit/stepped/words.ts';
import type { Table } from '../../src/lab-kit/tables.ts';
import { doomedOf, type Explored, endingOf, explored, exploredOf, hangingOf } from './explored.ts';
import { doneVariables, type Remedy, type Which } from './programs.ts';
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
      return `As written, ${lost(which)}. A test may run for long without meeting an order that hangs. Counts are not probabilities.`;
  }
}

/** "one of the 1,743 states is the deadlock, and no other is doomed" */
function lost(which: Which): string {
  const all = explored({ ...which, remedy: 'none' });
  const doomed = doomedOf(all);
  return `one of the ${big(all.found.states)} states is the deadlock, and ${doomed === 0 ? 'no other is' : `${doomed} more are`} doomed`;
}

/** Every state of two threads. Where one may fail, states differ in who has done its work, too. */
export function statesTable(all: Explored): Table {
  const { which, program } = all;
  const names = program.threads.map(({ name }) => name);
  const done = MAY_FAIL.has(which.remedy) ? doneVariables(which) : [];
  return {
    caption: `All ${all.nodes().length} states`,
    shown: 'asked',
    columns: [
      ...names.map((name) => ({ label: `${name} is at` })),
      ...done.map((_, thread) => ({ label: `${names[thread]} is done` })),
      { label: 'locks' },
      { label: 'from here' },
    ],
    rows: all
      .nodes()
      .map((node) => [
        ...node.counters.map((step, thread) => codeOf(program, thread, step)),
        ...done.map((variable) => (node.variables[variable] === 1 ? 'yes' : 'no')),
        holdingsInWords(program, node).join(', ') || 'all free',
        fromHere(node, names),
      ]),
  };
}

const MAY_FAIL: ReadonlySet<Remedy> = new Set(['back-off', 'timeout', 'rollback']);

function fromHere({ status, canEndWell, blocked }: StateNode, names: readonly string[]): string {
  if (status === 'deadlock') return 'both wait for ever';
  if (status === 'done') return 'both have ended';
  if (!canEndWell) return 'doomed';
  if (blocked.length === 0) return 'both can still end';
  return `${blocked.map(({ thread }) => names[thread]).join(' and ')} blocked`;
}
