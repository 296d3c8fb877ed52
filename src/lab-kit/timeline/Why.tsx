// Why the chosen segment began and ended; of two runs, what became of each difference.
import {
  capital,
  compare,
  type Explanation,
  explain,
  instead,
  longestLack,
  type Nanos,
  stateShown,
} from '@interleave/simulation';
import { Sentence } from '../frame/Sentence.tsx';
import { STATES } from '../states/states.ts';
import {
  type Bar,
  barAt,
  type Drawing,
  type Place,
  type Row,
  readable,
  rowAt,
} from './drawing/drawing.ts';
import type { TracedRun } from './naming.ts';
import styles from './why.module.css';

interface WhyProps {
  drawing: Drawing;
  selected: Place | null;
  runs: readonly TracedRun[];
  /** The reader asks for the task that is to blame, at an instant, in a run. */
  onTask: (run: number, task: number, at: Nanos) => void;
}

export function Why({ drawing, selected, runs, onTask }: WhyProps) {
  const bar = barAt(drawing, selected);
  const row = selected === null ? undefined : rowAt(drawing, selected.row)?.row;
  if (bar === undefined || row === undefined) {
    return (
      <p className={styles.hint} data-live="only">
        Choose a segment to read why it began and why it ended.
      </p>
    );
  }
  const { trace, names } = runs[row.run] as TracedRun;
  const { task, segment } = bar;
  const of = task === null || segment === null ? null : explain(trace, names, task, segment);
  return <Told {...{ row, bar, of, onTask }} self={task} />;
}

interface ToldProps extends Pick<WhyProps, 'onTask'> {
  row: Row;
  bar: Bar;
  /** Null where no task has a part in it. */
  of: Explanation | null;
  /** The task that it is told of, if it is one's: its own name is no link. */
  self: number | null;
}

/** A segment and its reasons. */
export function Told({ row, bar, of, self, onTask }: ToldProps) {
  const length = `${readable((bar.end - bar.start) as Nanos)}\u00a0ms`;
  return (
    <section className={styles.why} aria-label="Why">
      <div>
        <b>{`${capital(row.label)}, ${readable(bar.start)}–${readable(bar.end)}\u00a0ms`}</b>
        <span>{`${bar.said} for ${length}`}</span>
      </div>
      <Reasons {...{ bar, of, self }} onTask={(task, at) => onTask(row.run, task, at)} />
    </section>
  );
}

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

/** For each task that lacks a worker or a core for longer in one run: what it went through there, and what it met in the other. */
export function Differences({ runs }: { runs: readonly TracedRun[] }) {
  const [first, second] = runs as [TracedRun, TracedRun];
  const found = compare(first.trace, second.trace).flatMap((difference) => {
    const { first: a, second: b, noWorker, noCore } = difference;
    const lacking = noWorker + noCore;
    const [there, here] = lacking > 0 ? [first, second] : [second, first];
    const told = lacking > 0 ? difference : { ...difference, first: b, second: a };
    const longest = longestLack(there.trace, [told.first]);
    return longest === undefined || lacking === 0 ? [] : [{ there, here, told, longest }];
  });
  if (found.length === 0) return null;
  return (
    <section className={styles.why} aria-label="The difference">
      <div>
        <b>The difference</b>
      </div>
      {found.map(({ there, here, told, longest }) => (
        <p key={`${there.tag} ${told.first}`}>
          <b>{capital(there.names.tasks[told.first] as string)}</b>
          <br />
          <span>
            {`${capital(there.tag)}: ${STATES[stateShown(there.trace, longest)].word} ${readable(longest.start)}–${readable(longest.end)}\u00a0ms.`}
          </span>
          <br />
          <span>{`${capital(here.tag)}: `}</span>
          <Sentence of={instead(there.trace, here.trace, here.names, told, longest.segment)} />
        </p>
      ))}
    </section>
  );
}
