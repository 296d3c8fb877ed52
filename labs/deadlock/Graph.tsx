// The wait-for graph of two threads on a square track: a thread, the lock that it awaits, the thread that holds it.

import type { Snapshot } from '@interleave/simulation/interleavings';
import { type CSSProperties, useId } from 'react';
import { useAt } from '../../src/lab-kit/frame/playhead.ts';
import { currentRun } from '../../src/lab-kit/lab.ts';
import { Patterns, StateBar } from '../../src/lab-kit/states/Patterns.tsx';
import { type Program, standingAt } from '../../src/lab-kit/stepped/program.ts';
import { waitOf } from '../../src/lab-kit/stepped/words.ts';
import type { StageProps } from '../../src/lab-kit/view.ts';
import styles from './graph.module.css';
import { cycleIn, cycleInWords, graphInWords } from './graph.ts';
import { Ring } from './Ring.tsx';
import type { Made, Setting } from './setting.ts';

/** As it is where the playhead stands; on paper and without scripts as it is in the end, and said so. */
export function Graph({ stage }: StageProps<Setting, Made, unknown>) {
  const { program, walk } = currentRun(stage.runs).result;
  const at = useAt(stage.playhead);
  const end = walk.snapshots.length - 1;
  return (
    <>
      <div data-live="only">
        <Drawn program={program} snapshot={standingAt(walk, at)} />
      </div>
      <div data-live="never">
        <p className={styles.when}>{end === 0 ? 'Before the first move' : `After move ${end}`}</p>
        <Drawn program={program} snapshot={standingAt(walk, end)} />
      </div>
    </>
  );
}

function Drawn({ program, snapshot }: { program: Program; snapshot: Snapshot }) {
  const { threads } = program;
  const cycle = cycleIn(snapshot);
  const locks = Object.keys(snapshot.locks);
  return (
    <div className={styles.graph}>
      {threads.length > 2 ? (
        <Ring snapshot={snapshot} threads={threads.length} locks={locks} cycle={cycle} />
      ) : (
        <div
          className={styles.track}
          style={{ '--half': `${halfOf(locks)}px` } as CSSProperties}
          aria-hidden="true"
        >
          {/* The lock that A takes last stands above, so that a cycle goes round clockwise. */}
          {locks.toReversed().map((lock, i) => (
            <Side
              key={lock}
              place={i === 0 ? 'top' : 'bottom'}
              lock={lock}
              holder={snapshot.locks[lock] ?? null}
              awaiting={[0, 1].filter((thread) => waitOf(snapshot, thread)?.awaits === lock)}
              inCycle={cycle.length > 0}
            />
          ))}
          {threads.map(({ name, steps }, thread) => (
            <Thread
              key={name}
              name={name}
              state={
                waitOf(snapshot, thread) !== undefined
                  ? 'blocked'
                  : snapshot.counters[thread] === steps.length
                    ? 'has ended'
                    : 'can go on'
              }
            />
          ))}
          {cycle.length > 0 && (
            <p className={styles.cycle}>{lowered(cycleInWords(program, snapshot))}</p>
          )}
        </div>
      )}
      <ul className="visually-hidden" aria-label="Who waits for whom">
        {graphInWords(program, snapshot).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {threads.length > 2 && (
        <p className={styles.table} aria-hidden="true">
          {cycle.length > 0 && <b className={styles.cycle}>{cycleInWords(program, snapshot)}</b>}{' '}
          <span>a line: held by; dashes: waits for</span>
        </p>
      )}
    </div>
  );
}

/** Half the width (px) of a lock that has room for each of these names. */
const halfOf = (locks: readonly string[]) =>
  Math.max(26, ...locks.map((lock) => 8 + 5 * lock.length));

const lowered = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

interface SideProps {
  place: 'top' | 'bottom';
  lock: string;
  holder: number | null;
  /** The threads that wait for it. */
  awaiting: readonly number[];
  inCycle: boolean;
}

/** A lock, with the ways between it and both threads. */
function Side({ place, lock, holder, awaiting, inCycle }: SideProps) {
  return (
    <>
      {[0, 1].map((thread) => {
        const is = holder === thread ? 'held' : awaiting.includes(thread) ? 'waits' : null;
        return (
          is !== null && (
            <div
              key={thread}
              className={styles.way}
              data-place={place}
              data-thread={thread}
              data-is={is}
              data-cycle={inCycle || undefined}
            >
              <span>{is === 'held' ? 'held by' : 'waits for'}</span>
            </div>
          )
        );
      })}
      <div className={styles.lock} data-place={place} data-free={holder === null || undefined}>
        <b>{lock}</b>
      </div>
    </>
  );
}

function Thread({ name, state }: { name: string; state: 'blocked' | 'can go on' | 'has ended' }) {
  const id = useId();
  return (
    <div className={styles.node} data-thread={name}>
      <b>{name}</b>
      {state === 'blocked' && (
        <svg width="66" height="13" aria-hidden="true">
          <Patterns id={id} />
          <StateBar
            state="blocked"
            patterns={id}
            assumed={false}
            x="0px"
            width="66px"
            solid={false}
          />
        </svg>
      )}
      <span className={state === 'blocked' ? styles.blocked : undefined}>{state}</span>
    </div>
  );
}
