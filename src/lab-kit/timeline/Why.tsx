// Why the chosen segment began and ended; of two runs, what became of each difference.
import {
  capital,
  compare,
  explain,
  instead,
  longestLack,
  type Nanos,
  stateShown,
} from '@interleave/simulation';
import { Fragment } from 'react';
import { Sentence } from '../frame/Sentence.tsx';
import { STATES } from '../states/states.ts';
import { clockEnd, stretchOn } from './clock.ts';
import { Difference } from './Difference.tsx';
import { barAt, type Drawing, type Place, rowAt } from './drawing/drawing.ts';
import type { TracedRun } from './naming.ts';
import { Told } from './Told.tsx';
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
  return <Told {...{ row, bar, of, onTask }} clock={drawing.end} self={task} />;
}

/** For each task that lacks a worker or a core for longer in one run: what it went through there, and what it met in the other. */
export function Differences({ runs }: { runs: readonly TracedRun[] }) {
  const clock = clockEnd(...runs.map(({ trace }) => trace.end));
  const [first, second] = runs as [TracedRun, TracedRun];
  const found = compare(first.trace, second.trace).flatMap((difference) => {
    const { first: a, second: b, noWorker, noCore } = difference;
    const lacking = noWorker + noCore;
    const [there, here] = lacking > 0 ? [first, second] : [second, first];
    const told = lacking > 0 ? difference : { ...difference, first: b, second: a };
    const longest = longestLack(there.trace, [told.first]);
    return longest === undefined || lacking === 0 ? [] : [{ there, here, told, longest }];
  });
  return (
    <Difference
      tasks={found.map(({ there, here, told, longest }) => ({
        key: `${there.tag} ${told.first}`,
        name: there.names.tasks[told.first] as string,
        told: [
          <span key="there">
            {`${capital(there.tag)}: ${STATES[stateShown(there.trace, longest)].word} ${stretchOn(longest.start, longest.end, clock)}.`}
          </span>,
          <Fragment key="here">
            <span>{`${capital(here.tag)}: `}</span>
            <Sentence of={instead(there.trace, here.trace, here.names, told, longest.segment)} />
          </Fragment>,
        ],
      }))}
    />
  );
}
