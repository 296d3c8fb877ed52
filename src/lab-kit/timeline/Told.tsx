// A chosen segment in words: what it is, why it began and why it ended.
import { capital, type Explanation, type Nanos } from '@interleave/simulation';
import type { ReactNode } from 'react';
import { Sentence } from '../frame/Sentence.tsx';
import { type Bar, type Row, readable } from './drawing/drawing.ts';
import styles from './why.module.css';

interface ToldProps {
  row: Row;
  bar: Bar;
  /** Null where no task has a part in it. */
  of: Explanation | null;
  /** The task that it is told of, if it is one's: its own name is no link. */
  self: number | null;
  /** The reader asks for the task that is to blame, at an instant, in a run. */
  onTask: (run: number, task: number, at: Nanos) => void;
}

/** A segment and its reasons. */
export function Told({ row, bar, of, self, onTask }: ToldProps) {
  const length = `${readable((bar.end - bar.start) as Nanos)}\u00a0ms`;
  return (
    <ChosenPart
      label="Why"
      who={`${capital(row.label)}, ${readable(bar.start)}–${readable(bar.end)}\u00a0ms`}
      what={`${bar.said} for ${length}`}
    >
      <Reasons {...{ bar, of, self }} onTask={(task, at) => onTask(row.run, task, at)} />
    </ChosenPart>
  );
}

interface ChosenPartProps {
  label: string;
  who: string;
  what: string;
  children: ReactNode;
}

/** What is chosen, and beside it what is to be told of it. */
export const ChosenPart = ({ label, who, what, children }: ChosenPartProps) => (
  <section className={styles.why} aria-label={label}>
    <div>
      <b>{who}</b>
      <span>{what}</span>
    </div>
    {children}
  </section>
);

function Reasons({
  bar,
  of,
  self,
  onTask,
}: Pick<ToldProps, 'bar' | 'of' | 'self'> & { onTask: (task: number, at: Nanos) => void }) {
  if (of === null) {
    return (
      <p>
        {bar.state === 'idle'
          ? 'No task could use this core. Each had ended, had not arrived, was waiting, or had no worker.'
          : 'The core puts one task away and takes up another. Nothing is computed meanwhile.'}
      </p>
    );
  }
  const { began, ended } = of;
  // A cause lies in what was there just before the change.
  const before = (at: Nanos) => Math.max(0, at - 1) as Nanos;
  return (
    <>
      <p>
        <b>Began</b> <span>{`at ${readable(bar.start)}`}</span> <br />
        <Sentence of={began} self={self} onTask={(task) => onTask(task, before(bar.start))} />
      </p>
      <p>
        <b>Ended</b> <span>{`at ${readable(bar.end)}`}</span> <br />
        <Sentence of={ended} self={self} onTask={(task) => onTask(task, before(bar.end))} />
      </p>
    </>
  );
}
