// The code of each thread: what comes next, what each step left and when, and the buttons that let a thread go on.
import type { Snapshot, SteppedThread } from '@interleave/simulation/interleavings';
import type { ComponentType, CSSProperties } from 'react';
import { useAt } from '../frame/playhead.ts';
import button from '../frame/step.module.css';
import { useLive } from '../frame/use-live.ts';
import { currentRun } from '../lab.ts';
import type { Figure, Stage, StageProps } from '../view.ts';
import { Listing } from './Listing.tsx';
import styles from './listings.module.css';
import { type Moved, type Stepped, standingAt, stepThread, threadKeys } from './program.ts';
import { calledIn, headInWords } from './words.ts';

export interface ListingsData<V, R> {
  /** Unique in its view. */
  readonly id: string;
  /** The accessible name: "Both threads and their memory". */
  readonly label: string;
  /** The threads' names where a lab has always the same; else those of the programs' letters, A to E. */
  readonly names?: readonly string[];
  /** What stands between two listings, and below more: memory, a graph. */
  readonly between?: ComponentType<StageProps<V, R, unknown>>;
  /** Whether that can be as narrow as a listing: on phones it then stands beside the last of an odd number. */
  readonly isSlim?: true;
  /** What stands below all of them, over the buttons. */
  readonly extra?: ComponentType<StageProps<V, R, unknown>>;
}

/** The letters that threads can have; a key of a thread that is not there does nothing. */
const LETTERS = ['A', 'B', 'C', 'D', 'E'] as const;

/** Of two runs the listings are those of the last, which the knobs set. */
export function listings<V extends Moved, R extends Stepped>({
  id,
  label,
  names = LETTERS,
  between: Between,
  isSlim,
  extra: Extra,
}: ListingsData<V, R>): Figure<V, R> {
  const keys = [threadKeys<V, R>(names)];
  return {
    id,
    keys,
    // While a question holds back what follows, the playhead does not get there.
    coversItself: true,
    Draw({ stage }) {
      const { program, walk } = currentRun(stage.runs).result;
      const at = useAt(stage.playhead);
      const live = useLive();
      const snapshot = standingAt(walk, at);
      const two = program.threads.length === 2;
      return (
        <div
          role="group"
          className={two ? `${styles.listings} ${styles.two}` : styles.listings}
          aria-label={label}
          tabIndex={live ? 0 : undefined}
          onKeyDown={(event) => stage.press(event, keys)}
        >
          <div
            className={styles.threads}
            style={{ '--threads': program.threads.length } as CSSProperties}
          >
            {program.threads.map(({ name }, thread) => (
              <div key={name} className={styles.thread} data-thread={name}>
                <p>
                  <b>{`${calledIn(program)} ${name}`}</b>{' '}
                  <Head of={headInWords(program, snapshot, thread)} />
                </p>
                <Listing program={program} walk={walk} at={at} thread={thread} />
              </div>
            ))}
            {Between !== undefined && (
              <div className={isSlim ? `${styles.between} ${styles.slim}` : styles.between}>
                <Between stage={stage} />
              </div>
            )}
          </div>
          {Extra !== undefined && <Extra stage={stage} />}
          <Buttons stage={stage} threads={program.threads} snapshot={snapshot} />
        </div>
      );
    },
  };
}

/** How a thread stands; that it is blocked in the colour of that. */
function Head({ of: { blocked, rest } }: { of: { blocked: boolean; rest: string } }) {
  return (
    <span data-live="only">
      {blocked && <b className={styles.blocked}>blocked</b>}
      <span>{rest}</span>
    </span>
  );
}

/** A button a thread: on phones they stay in view as long as the listings are. */
function Buttons<V extends Moved, R extends Stepped>({
  stage,
  threads,
  snapshot,
}: {
  stage: Stage<V, R, unknown>;
  threads: readonly SteppedThread[];
  snapshot: Snapshot;
}) {
  const live = useLive();
  return (
    <div className={styles.bar} role="group" aria-label="Next step" data-live="only">
      {threads.map(({ name }, thread) => (
        <button
          key={name}
          type="button"
          className={button.step}
          inert={!live}
          // A thread that is stepped to its end by keyboard leaves the focus where it is.
          aria-disabled={stage.closed || !snapshot.canGoOn.includes(thread)}
          onClick={() => stepThread(stage, thread)}
        >
          {`Step ${name}`}
        </button>
      ))}
    </div>
  );
}
