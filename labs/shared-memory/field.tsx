// All orders of the moves, each a strip in small, in columns by how often the core changes hands: one that is chosen
// becomes the lab's. Where they are too many, a bar for each outcome, and a few orders of it.
import { type CSSProperties, useId } from 'react';
import { currentRun } from '../../src/lab-kit/lab.ts';
import { Bars } from './bars.tsx';
import { Cell, SLOT } from './cell.tsx';
import type { OwnStageProps } from './figure.ts';
import { exact, inShort, orders as inWords } from './numbers.ts';
import { isDrawn, type Order, type Outcome, outcomesOf } from './orders.ts';
import styles from './orders-field.module.css';
import type { CaseProgram } from './program.ts';

export function Field({ stage }: OwnStageProps) {
  const { result } = currentRun(stage.runs);
  const name = useId();
  const outcomes = outcomesOf(result);
  const drawn = isDrawn(result);
  const total = result.count.total ?? 0n;
  const stops = drawn ? stopsIn(result.program, outcomes) : null;
  const lanes = result.program.threads.map((thread) => thread.name).join(' above ');
  return (
    <div className={styles.field} role="radiogroup" aria-labelledby={`${name}-title`}>
      <p id={`${name}-title`}>
        <b>
          {drawn
            ? `All ${exact(total)} orders of the moves`
            : `All ${inShort(total)} orders, by their end`}
        </b>{' '}
        <span>{lanes}</span>
        {stops !== null && <span>{`; ${stops}`}</span>}
        <span data-live="only">
          ; choose one to see its end
          <span className={styles.keyboard}>, Enter goes to its beginning</span>
        </span>
      </p>
      {drawn ? (
        <Histogram stage={stage} name={name} outcomes={outcomes} />
      ) : (
        <Bars stage={stage} name={name} outcomes={outcomes} total={total} />
      )}
    </div>
  );
}

/** Why some orders have fewer moves than there are steps; null where none has. */
function stopsIn({ of, threads }: CaseProgram, outcomes: readonly Outcome[]): string | null {
  const steps = threads.reduce((sum, thread) => sum + thread.steps.length, 0);
  const anyShort = outcomes.some(({ orders }) => orders.some(({ moves }) => moves.length < steps));
  return anyShort ? (of.stops ?? null) : null;
}

interface HistogramProps extends OwnStageProps {
  name: string;
  outcomes: readonly Outcome[];
}

interface Columns {
  readonly least: number;
  readonly most: number;
}

const columnsOf = (orders: readonly Order[]): Columns => ({
  least: Math.min(...orders.map(({ changes }) => changes)),
  most: Math.max(...orders.map(({ changes }) => changes)),
});

/** px: between two columns, and what the words over a narrow group may take beside its columns. */
const APART = 14;
const WORDS = 96;

/** Outcomes stand side by side on one axis; where they share columns, below each other. */
function Histogram({ stage, name, outcomes }: HistogramProps) {
  const ranges = outcomes.map(({ orders }) => columnsOf(orders));
  const apart = ranges.every(({ least }, i) => i === 0 || least > (ranges[i - 1] as Columns).most);
  const orders = outcomes.flatMap((outcome) => outcome.orders);
  const all = columnsOf(orders);
  const cell = SLOT * Math.max(...orders.map(({ moves }) => moves.length)) + 8;
  const numbers = ranges.map(({ least, most }) => most - least + 1);
  const columns = numbers.reduce((sum, number) => sum + number, 0);
  return (
    <>
      <div
        className={apart ? styles.side : styles.stacked}
        style={
          {
            '--cell': `${cell}px`,
            '--groups': numbers.map((number) => `minmax(min-content, ${number}fr)`).join(' '),
            '--most': `${columns * (cell + APART) + WORDS}px`,
          } as CSSProperties
        }
      >
        {outcomes.map((outcome, i) => (
          <Group
            key={outcome.label}
            stage={stage}
            name={name}
            outcome={outcome}
            columns={apart ? (ranges[i] as Columns) : all}
          />
        ))}
      </div>
      <p className={styles.axis}>times the core changes hands</p>
    </>
  );
}

interface GroupProps extends OwnStageProps {
  name: string;
  outcome: Outcome;
  columns: Columns;
}

/** The orders of one outcome under their bracket. */
function Group({ stage, name, outcome, columns: { least, most } }: GroupProps) {
  const { label, count, orders } = outcome;
  return (
    <div className={styles.group}>
      <p>
        <b>{label}</b> <span>{inWords(count)}</span>
      </p>
      <div className={styles.columns}>
        {Array.from({ length: most - least + 1 }, (_, i) => least + i).map((changes) => (
          <div key={changes}>
            {orders
              .filter((order) => order.changes === changes)
              .map((order) => (
                <Cell key={order.moves} stage={stage} name={name} order={order} label={label} />
              ))}
            <span className={styles.tick}>{changes}</span>
          </div>
        ))}
      </div>
    </div>
  );
}
