// The code of one thread: a triangle before what comes next, and beside each line what it left and when.
import type { Move, Walk } from '@interleave/simulation/interleavings';
import type { ReactNode } from 'react';
import styles from './listings.module.css';
import { type Program, standingAt } from './program.ts';
import { codeOf, leftBy, usesRegister } from './words.ts';

interface ListingProps {
  program: Program;
  walk: Walk;
  /** Where the playhead stands. */
  at: number;
  thread: number;
}

/** A line as it was done, the last time. */
interface Done {
  readonly move: Move;
  /** After which it was done, counted from 1. */
  readonly number: number;
}

export function Listing({ program, walk, at, thread }: ListingProps) {
  const { counters, blocked } = standingAt(walk, at);
  const waits = blocked.some((one) => one.thread === thread);
  const { steps } = program.threads[thread] as Program['threads'][number];
  const register = usesRegister(program, thread);
  const counter = counters[thread];
  return (
    <table className={styles.listing}>
      <thead>
        <tr>
          <th scope="col">instruction</th>
          {register && <th scope="col">r</th>}
          <th scope="col">at</th>
        </tr>
      </thead>
      <tbody>
        {/* The last line is the end. */}
        {[...steps.keys(), steps.length].map((line) => {
          const isNext = counter === line;
          const isEnd = line === steps.length;
          const done = lastOf(walk, thread, line, at);
          // On paper and where no script runs there is no playhead: all that is done is told.
          const later = done === undefined ? lastOf(walk, thread, line) : undefined;
          return (
            <tr
              key={line}
              className={isEnd ? styles.end : undefined}
              aria-current={isNext ? 'step' : undefined}
            >
              <td>
                {isNext && (
                  <span className={styles.pointer} data-live="only">
                    <span className="visually-hidden">next: </span>
                  </span>
                )}
                <Code of={codeOf(program, thread, line)} />
              </td>
              {register && (
                <td>
                  {done !== undefined && <span>{leftBy(program, done.move)}</span>}
                  {later !== undefined && <Later>{leftBy(program, later.move)}</Later>}
                </td>
              )}
              <td>
                {isNext && waits ? (
                  <span className={styles.blocked} data-live="only">
                    waits
                  </span>
                ) : (
                  done !== undefined && (
                    <span className={done.number === at ? styles.now : undefined}>
                      {done.number}
                    </span>
                  )
                )}
                {later !== undefined && <Later>{` ${later.number}`}</Later>}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

const Later = ({ children }: { children: ReactNode }) => (
  <span className={styles.later} data-live="never">
    {children}
  </span>
);

/** A line: its verb stands out. */
function Code({ of }: { of: string }) {
  const [verb, ...rest] = of.split(' ');
  // Made anew for other code: a page that the browser has translated keeps the text that it was made with.
  return (
    <span key={of}>
      {rest.length === 0 ? of : <b>{verb}</b>} <span>{rest.join(' ')}</span>
    </span>
  );
}

/** The last move, up to one of this number, that did a line of a thread. */
function lastOf(
  { snapshots }: Walk,
  thread: number,
  line: number,
  upTo = Number.POSITIVE_INFINITY,
): Done | undefined {
  const number = snapshots.findLastIndex(
    ({ move }, i) => i <= upTo && move?.thread === thread && move.step === line,
  );
  const move = snapshots[number]?.move;
  return move == null ? undefined : { move, number };
}
