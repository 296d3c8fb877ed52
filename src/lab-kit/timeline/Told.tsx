// A chosen segment in words: what it is, why it began and why it ended.
import { capital, type Explanation, type Nanos } from '@interleave/simulation';
import type { ReactNode } from 'react';
import { Sentence } from '../frame/Sentence.tsx';
import { onAxis, onClock, stretchOn } from './clock.ts';
import type { Bar, Row } from './drawing/drawing.ts';
import styles from './why.module.css';

interface ToldProps {
  row: Row;
  bar: Bar;
  /** Where the clock ends that they are on. */
  clock: Nanos;
  /** Null where no task has a part in it. */
  of: Explanation | null;
  /** The task that it is told of, if it is one's: its own name is no link. */
  self: number | null;
  /** The reader asks for the task that is to blame, at an instant, in a run. */
  onTask: (run: number, task: number, at: Nanos) => void;
}

/** A segment and its reasons. */
export function Told({ row, bar, clock, of, self, onTask }: ToldProps) {
  const length = (bar.end - bar.start) as Nanos;
  return (
    <ChosenPart
      label="Why"
      who={`${capital(row.label)}, ${stretchOn(bar.start, bar.end, clock)}`}
      what={`${bar.said} for ${onClock(length, length < 1e9 ? length : clock)}`}
    >
      <Reasons {...{ bar, clock, of, self }} onTask={(task, at) => onTask(row.run, task, at)} />
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
  clock,
  of,
  self,
  onTask,
}: Pick<ToldProps, 'bar' | 'clock' | 'of' | 'self'> & {
  onTask: (task: number, at: Nanos) => void;
}) {
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
        <b>Began</b> <span>{`at ${onAxis(bar.start, clock)}`}</span> <br />
        <Sentence of={began} self={self} onTask={(task) => onTask(task, before(bar.start))} />
      </p>
      <p>
        <b>Ended</b> <span>{`at ${onAxis(bar.end, clock)}`}</span> <br />
        <Sentence of={ended} self={self} onTask={(task) => onTask(task, before(bar.end))} />
      </p>
    </>
  );
}
