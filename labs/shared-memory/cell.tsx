// An order as a strip in small, to be chosen: a lane a thread, the core's path, and hollow what came to nothing.
import { useLive } from '../../src/lab-kit/frame/use-live.ts';
import { currentRun } from '../../src/lab-kit/lab.ts';
import type { OwnStageProps } from './figure.ts';
import { type Order, threadOf } from './orders.ts';
import styles from './orders-field.module.css';
import { orderName } from './words.ts';

interface CellProps extends OwnStageProps {
  /** Of the radio group. */
  name: string;
  order: Order;
  /** What it ends in. */
  label: string;
}

/** A choice shows the end, so that ends can be looked through with the arrow keys; Enter goes to the beginning. */
export function Cell({ stage: { runs, set, playhead }, name, order, label }: CellProps) {
  const live = useLive();
  return (
    <label className={styles.cell}>
      <input
        type="radio"
        name={name}
        aria-label={orderName(order, label)}
        checked={order.moves === currentRun(runs).values.moves}
        disabled={!live}
        onChange={() => {
          set('moves', order.moves);
          playhead.seek(order.moves.length);
        }}
        onKeyDown={({ key }) => {
          if (key !== 'Enter') return;
          set('moves', order.moves);
          playhead.toStart();
        }}
      />
      <Strip order={order} />
    </label>
  );
}

/** px: a move's slot at its widest, a lane, and from one lane to the next. */
export const SLOT = 19;
const LANE = 12;
const PITCH = LANE + 4;

function Strip({ order: { moves, threads, void: gone } }: { order: Order }) {
  const lanes = [...moves].map(threadOf);
  const width = 100 / lanes.length;
  return (
    <svg
      style={{ maxInlineSize: SLOT * lanes.length }}
      height={PITCH * threads - PITCH + LANE}
      aria-hidden="true"
    >
      {Array.from({ length: threads }, (_, lane) => (
        <rect
          // biome-ignore lint/suspicious/noArrayIndexKey: a lane is its place
          key={lane}
          className={styles.floor}
          y={lane * PITCH + LANE - 1}
          width="100%"
          height={1}
        />
      ))}
      {lanes.map((lane, i) => {
        const before = lanes[i - 1];
        const top = Math.min(lane, before ?? lane);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a move is its place in the order
          <g key={i}>
            {before !== undefined && before !== lane && (
              <rect
                className={styles.path}
                style={{ x: `calc(${i * width}% - 0.5px)` }}
                y={top * PITCH + LANE - 1}
                width={1}
                height={Math.abs(lane - before) * PITCH - LANE + 2}
              />
            )}
            <rect
              className={gone.has(i + 1) ? styles.void : styles.move}
              style={{ x: `calc(${i * width}% + 1px)`, width: `calc(${width}% - 1.5px)` }}
              y={lane * PITCH + 0.5}
              height={LANE - 1}
            />
          </g>
        );
      })}
    </svg>
  );
}
