// A thread's stack: its frames from the top down, and below them what is reserved and empty.
import { type Anatomy, isLine, standingAt, standingOf } from './anatomy.ts';
import styles from './anatomy-memory.module.css';
import { FRAME_BYTES, type Frame, type LineDone, type Order, type Thread } from './parts.ts';
import { type Program, routineOf } from './program.ts';
import shared from './thread-anatomy.module.css';
import { nameOf, valueSaid } from './words.ts';

/** A frame's 32 bytes are some 88 px here, and so 8 MB some 23 million: at 96 px to the inch that is 6.1 km. */
const RESERVED_SAID = '8 MB are reserved: 6 km at this scale.';

interface StackProps {
  anatomy: Anatomy;
  thread: number;
  at: number;
}

export function Stack({ anatomy, thread, at }: StackProps) {
  const { program, cores } = anatomy;
  const snapshot = standingAt(anatomy, at);
  const { frames } = snapshot.threads[thread] as Thread;
  const { state, since } = standingOf(anatomy, thread, at);
  const done = snapshot.done.filter(isLine).find((one) => one.thread === thread);
  return (
    <div className={shared.thread}>
      <p className={shared.owner}>
        <b>{`thread ${nameOf(thread)}`}</b>{' '}
        <span className={state === 'running' ? shared.running : undefined}>
          {state === 'ended'
            ? `ended at ${since}`
            : `${state}${state === 'running' && cores > 1 ? ` on core ${thread + 1}` : ''} since ${since}`}
        </span>
      </p>
      <p className={shared.what}>{state === 'ended' ? 'its stack is given back' : 'its stack'}</p>
      <div className={styles.stack} data-thread={nameOf(thread)}>
        {frames.map((frame, depth) => (
          <FrameBox
            key={frame.routine}
            program={program}
            frame={frame}
            order={snapshot.heap[frame.order] as Order}
            made={depth === frames.length - 1 ? done?.did : undefined}
          />
        ))}
        <Reserved bytes={frames.length * FRAME_BYTES} />
      </div>
    </div>
  );
}

interface FrameBoxProps {
  program: Program;
  frame: Frame;
  order: Order;
  /** What the last step did to it, if anything. */
  made: LineDone['did'] | undefined;
}

function FrameBox({ program, frame: { routine, returnTo, local }, order, made }: FrameBoxProps) {
  const { argument, local: variable } = routineOf(program, routine);
  const written = made === 'took' || made === 'computed';
  return (
    <dl className={made === 'called' ? `${styles.frame} ${shared.written}` : styles.frame}>
      <div className={styles.routine}>
        <dt>{routine}</dt>
        <dd>{returnTo === null ? '' : `back to line ${returnTo.line}`}</dd>
      </div>
      <div className={styles.pointer}>
        <dt>{argument}</dt>
        <dd>
          <span aria-hidden="true">→ </span>
          <span className="visually-hidden">points to </span>
          <span>{order.name}</span>
        </dd>
      </div>
      <div className={written ? shared.written : undefined}>
        <dt>{variable}</dt>
        <dd>{valueSaid(local)}</dd>
      </div>
    </dl>
  );
}

/** @param bytes how many of the reserved ones are used; none once the thread has ended */
function Reserved({ bytes }: { bytes: number }) {
  return (
    <div className={bytes > 0 ? styles.reserved : `${styles.reserved} ${styles.ended}`}>
      {bytes > 0 && (
        <>
          <p className={styles.end}>stack pointer</p>
          <p>
            <span>{`${bytes} bytes are used.`}</span>
            <span>{RESERVED_SAID}</span>
          </p>
        </>
      )}
    </div>
  );
}
