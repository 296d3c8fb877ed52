// A board in small: what its squares come to, and the round that goes on for ever where there is one.
import { walk } from '@interleave/simulation/interleavings';
import { useId } from 'react';
import { Patterns, patternOf } from '../../src/lab-kit/states/Patterns.tsx';
import { Way } from './BoardWay.tsx';
import styles from './board.module.css';
import { boardOf, wayOf } from './board.ts';
import type { Explored } from './explored.ts';

/** px: a square as it is drawn; the whole is scaled to its room. */
const SIDE = 12;

export function SmallBoard({ explored }: { explored: Explored }) {
  const id = useId();
  const board = boardOf(explored);
  const { columns, rows, squares } = board;
  const [width, height] = [columns * SIDE, rows * SIDE];
  const round = roundOf(explored);
  return (
    <svg
      className={styles.small}
      viewBox={`-0.5 -0.5 ${width + 1} ${height + 1}`}
      aria-hidden="true"
    >
      <Patterns id={id} />
      {squares.map(({ a, b, kind }) =>
        kind === 'open' ? null : (
          <rect
            key={`${a},${b}`}
            className={styles[kind]}
            style={kind === 'deadlock' ? { fill: patternOf(id, 'blocked') } : undefined}
            x={a * SIDE}
            y={(rows - 1 - b) * SIDE}
            width={SIDE}
            height={SIDE}
          />
        ),
      )}
      <rect className={styles.frame} width={width} height={height} />
      {round !== null && (
        <g transform={`translate(0 ${height}) scale(${SIDE} ${-SIDE})`}>
          <Way board={board} hops={round} />
        </g>
      )}
    </svg>
  );
}

/** The way of the first round that can be gone for ever, or null. */
export function roundOf({ found, program: { threads, initial } }: Explored) {
  const [livelock] = found.livelocks;
  if (livelock === undefined) return null;
  const { witness, round } = livelock;
  const walked = walk(
    threads,
    [...witness, ...round].map(({ thread }) => thread),
    initial,
  );
  return wayOf(walked).slice(witness.length);
}
