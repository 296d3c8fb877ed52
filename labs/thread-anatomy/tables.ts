// This lab's tables: what each step did, and what each switch saved and restored.
import type { Run } from '../../src/lab-kit/lab.ts';
import type { Table } from '../../src/lab-kit/tables.ts';
import { counted } from '../../src/lab-kit/units.ts';
import { type Anatomy, type Setting, switchesOf, switchIn } from './anatomy.ts';
import { REGISTERS, type Registers, type Snapshot } from './parts.ts';
import { codeAt, lineSaid, nameOf, placeSaid, stackSaid, valueSaid } from './words.ts';

/** The steps, a row each, two where two cores do something. */
export const stepsTable = ({ program, snapshots }: Anatomy): Table => ({
  name: 'Table of steps',
  caption: 'The steps, and what each did',
  shown: 'asked',
  columns: [
    { label: 'Step', numeric: true },
    { label: 'who' },
    { label: 'line', numeric: true },
    { label: 'instruction' },
    { label: 'what it did' },
  ],
  rows: snapshots.flatMap((snapshot, step) =>
    snapshot.done.map((done) =>
      done.kind === 'line'
        ? [
            String(step),
            nameOf(done.thread),
            String(done.at.line),
            codeAt(program, done.at),
            lineSaid(program, done, snapshot),
          ]
        : [
            String(step),
            'the core',
            '–',
            '–',
            done.from === null
              ? `switches to ${nameOf(done.to)}`
              : `switches from ${nameOf(done.from)} to ${nameOf(done.to)}`,
          ],
    ),
  ),
});

/** What each switch saved and restored, two rows each; null where there is none. */
export function switchesTable(anatomy: Anatomy): Table | null {
  const { program, snapshots } = anatomy;
  const rows = switchesOf(anatomy).flatMap((step) => {
    const done = switchIn(snapshots[step] as Snapshot);
    if (done === undefined) return [];
    const { from, to, saved, restored } = done;
    const row = (what: string, { instruction, stack, r }: Registers) => [
      String(step),
      what,
      placeSaid(program, instruction),
      stackSaid(stack),
      valueSaid(r),
    ];
    return [
      ...(saved === null || from === null ? [] : [row(`saved for ${nameOf(from)}`, saved)]),
      row(`restored for ${nameOf(to)}`, restored),
    ];
  });
  if (rows.length === 0) return null;
  return {
    caption: `What each switch saved and restored, ${counted(REGISTERS, 'register')} at a time`,
    shown: 'asked',
    columns: [
      { label: 'Step', numeric: true, groups: true },
      { label: 'what' },
      { label: 'instruction pointer' },
      { label: 'stack pointer' },
      { label: 'r', numeric: true },
    ],
    rows,
  };
}

/** The tables of a run: what was done, and what was saved. */
export function tables({ result }: Run<Setting, Anatomy>): Table[] {
  const switches = switchesTable(result);
  return [stepsTable(result), ...(switches === null ? [] : [switches])];
}
