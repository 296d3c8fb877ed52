// The wait-for graph of philosophers: they sit around a table, a fork between any two; the waiter, if any, in the middle.

import type { Snapshot } from '@interleave/simulation/interleavings';
import { useId } from 'react';
import { Patterns, patternOf } from '../../src/lab-kit/states/Patterns.tsx';
import { waitOf } from '../../src/lab-kit/stepped/words.ts';
import styles from './graph.module.css';
import { NAMES } from './programs.ts';

interface RingProps {
  snapshot: Snapshot;
  threads: number;
  locks: readonly string[];
  /** The threads in a cycle. */
  cycle: readonly number[];
}

/** px: from the middle to the philosophers and the forks, and how far a line stays off them and off a waiter. */
const RADIUS = 118;
const SEAT = 24;
const FORK = 20;
const WAITER = 34;

const isFork = (lock: string) => lock.startsWith('fork ');

type Point = readonly [x: number, y: number];

/** A place at the table: `turn` is a share of the way round, clockwise from the top. */
const at = (turn: number): Point => [
  RADIUS * Math.sin(turn * 2 * Math.PI),
  -RADIUS * Math.cos(turn * 2 * Math.PI),
];

export function Ring({ snapshot, threads, locks, cycle }: RingProps) {
  const id = useId();
  const seat = (thread: number) => at(thread / threads);
  /** A fork lies before the philosopher of its number; what is no fork is in the middle. */
  const placeOf = (lock: string): Point =>
    isFork(lock) ? at((Number(lock.slice('fork '.length)) - 1.5) / threads) : [0, 0];
  const ways = locks.flatMap((lock) => {
    const holder = snapshot.locks[lock] ?? null;
    const held =
      holder === null
        ? []
        : [{ from: placeOf(lock), to: seat(holder), thread: holder, is: 'held' as const }];
    const waits = [...Array(threads).keys()]
      .filter((thread) => waitOf(snapshot, thread)?.awaits === lock)
      .map((thread) => ({ from: seat(thread), to: placeOf(lock), thread, is: 'waits' as const }));
    return [...held, ...waits].map((way) => ({ ...way, lock }));
  });
  return (
    <svg className={styles.ring} viewBox="-150 -150 300 300" aria-hidden="true">
      <Patterns id={id} />
      <defs>
        {(['ink', 'mark'] as const).map((colour) => (
          <marker
            key={colour}
            id={`${id}-${colour}`}
            viewBox="0 0 10 10"
            refX="9"
            refY="5"
            markerWidth="11"
            markerHeight="11"
            markerUnits="userSpaceOnUse"
            orient="auto"
          >
            <path d="M0 0l10 5-10 5z" fill={`var(--${colour})`} />
          </marker>
        ))}
      </defs>
      {ways.map(({ from, to, thread, is, lock }) => {
        const colour = cycle.includes(thread) ? 'mark' : 'ink';
        const off = isFork(lock) ? FORK : WAITER;
        const [[x1, y1], [x2, y2]] =
          is === 'held' ? between(from, to, off, SEAT) : between(from, to, SEAT, off);
        return (
          <line
            key={`${lock} ${thread}`}
            x1={x1}
            y1={y1}
            x2={x2}
            y2={y2}
            stroke={`var(--${colour})`}
            strokeDasharray={is === 'waits' ? '4 3' : undefined}
            markerEnd={`url(#${id}-${colour})`}
          />
        );
      })}
      {locks.map((lock) => {
        const [x, y] = placeOf(lock);
        const width = isFork(lock) ? 26 : 60;
        return (
          <g
            key={lock}
            className={styles.fork}
            data-free={snapshot.locks[lock] === null || undefined}
          >
            <rect x={x - width / 2} y={y - 13} width={width} height="26" />
            <text x={x} y={y + 5}>
              {isFork(lock) ? lock.slice('fork '.length) : 'waiter'}
            </text>
          </g>
        );
      })}
      {[...Array(threads).keys()].map((thread) => {
        const [x, y] = seat(thread);
        const blocked = waitOf(snapshot, thread) !== undefined;
        return (
          <g key={thread} className={styles.seat}>
            <circle cx={x} cy={y} r="21" />
            {blocked && <circle cx={x} cy={y} r="21" style={{ fill: patternOf(id, 'blocked') }} />}
            {blocked && <rect x={x - 9} y={y - 10} width="18" height="20" />}
            <text x={x} y={y + 6}>
              {NAMES[thread]}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

/** The line between two places, as far off them as is said. */
function between([x1, y1]: Point, [x2, y2]: Point, off1: number, off2: number): [Point, Point] {
  const length = Math.hypot(x2 - x1, y2 - y1);
  const [dx, dy] = [(x2 - x1) / length, (y2 - y1) / length];
  return [
    [x1 + dx * off1, y1 + dy * off1],
    [x2 - dx * off2, y2 - dy * off2],
  ];
}
