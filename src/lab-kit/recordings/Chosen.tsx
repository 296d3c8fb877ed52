// The chosen segment, and where its boundaries lie in the other run.
import { capital, milliseconds, type Nanos, toMs } from '@interleave/simulation';
import { barAt, type Place, rowAt } from '../timeline/drawing/drawing.ts';
import type { TracedRun } from '../timeline/naming.ts';
import { ChosenPart } from '../timeline/Told.tsx';
import type { Scene } from '../timeline/trace-view.tsx';
import styles from '../timeline/why.module.css';
import { align } from './align.ts';
import { TAGS } from './draw-recorded.ts';

/** Which of the two runs, by index, is not this one. */
const other = (run: number) => (run === 0 ? 1 : 0);

interface ChosenProps {
  scene: Scene;
  selected: Place | null;
  /** The simulated and the recorded run, whether both are shown or not. */
  runs: readonly [TracedRun, TracedRun];
}

export function Chosen({ scene: { drawing, traced }, selected, runs }: ChosenProps) {
  const bar = barAt(drawing, selected);
  const row = selected === null ? undefined : rowAt(drawing, selected.row)?.row;
  if (bar === undefined || row === undefined) {
    return (
      <p className={styles.hint} data-live="only">
        Choose a segment to read how far apart the two runs are there.
      </p>
    );
  }
  const run = runs.findIndex(({ trace }) => trace === traced[row.run]?.trace);
  return (
    <ChosenPart
      label="The chosen segment"
      who={`${capital(row.label)}, ${toMs(bar.start)}–${toMs(bar.end)}\u00a0ms`}
      what={`${TAGS[run]}, ${bar.said} for ${milliseconds((bar.end - bar.start) as Nanos)}`}
    >
      {bar.task !== null && bar.segment !== null && (
        <p>
          <b>{capital(TAGS[other(run)])}</b>
          <br />
          <span>{counterpart(runs, run, bar.task, bar.segment)}</span>
        </p>
      )}
    </ChosenPart>
  );
}

/** The same stretch in the other run, and how much later or earlier it begins and ends there. */
function counterpart(
  runs: readonly [TracedRun, TracedRun],
  run: number,
  task: number,
  segment: number,
): string {
  const own = runs[run]?.trace.tasks[task];
  const tasks = runs[other(run)].trace.tasks;
  const theirs = tasks.find(({ name }) => name === own?.name)?.segments ?? [];
  const segments = own?.segments ?? [];
  const place = align(segments, theirs).find(({ first }) => first === segment)?.second;
  const [a, b] = [segments[segment], theirs[place ?? -1]];
  if (a === undefined || b === undefined) return 'There is no such stretch.';
  return `${toMs(b.start)}–${toMs(b.end)}\u00a0ms: begins ${shift(b.start - a.start)}, ends ${shift(b.end - a.end)}.`;
}

function shift(by: number): string {
  if (by === 0) return 'at the same instant';
  return `${milliseconds(Math.abs(by) as Nanos)} ${by > 0 ? 'later' : 'earlier'}`;
}
