// All orders of the moves, each a strip in small: A above, B below; one that is chosen becomes the lab's.
import { useId } from 'react';
import { useLive } from '../../src/lab-kit/frame/use-live.ts';
import { currentRun } from '../../src/lab-kit/lab.ts';
import type { Stepped } from '../../src/lab-kit/stepped/program.ts';
import type { Figure, StageProps } from '../../src/lab-kit/view.ts';
import { ORDERS, type Order, type Setting, WHOLE } from './program.ts';
import styles from './shared-memory.module.css';
import { orderName } from './words.ts';

/** The outcomes, those that lose nothing first. */
const OUTCOMES = [...new Set(ORDERS.map(({ counter }) => counter))]
  .sort((one, other) => other - one)
  .map((counter) => ({ counter, orders: ORDERS.filter((order) => order.counter === counter) }));

export const field: Figure<Setting, Stepped> = {
  id: 'field',
  Draw({ stage: { runs, set, playhead } }: StageProps<Setting, Stepped, unknown>) {
    const { moves } = currentRun(runs).values;
    const name = useId();
    const live = useLive();
    const choose = (order: Order) => {
      set('moves', order.moves);
      playhead.seek(order.moves.length);
    };
    return (
      <div className={styles.orders} role="radiogroup" aria-labelledby={`${name}-title`}>
        <p className={styles.title} id={`${name}-title`}>
          <b>{`All ${ORDERS.length} orders of the six moves`}</b>{' '}
          <span>A above, B below; choose one to step through it</span>
        </p>
        {OUTCOMES.map(({ counter, orders }) => (
          <div key={counter}>
            <p>
              <b>{`counter ${counter}`}</b>{' '}
              <span>
                {`${counter < WHOLE ? 'an update is lost, ' : ''}${orders.length} orders`}
              </span>
            </p>
            <div className={styles.cells}>
              {orders.map((order) => (
                <label key={order.moves}>
                  <input
                    type="radio"
                    name={name}
                    aria-label={orderName(order)}
                    checked={order.moves === moves}
                    disabled={!live}
                    onChange={() => choose(order)}
                  />
                  <Strip order={order} />
                </label>
              ))}
            </div>
          </div>
        ))}
      </div>
    );
  },
};

/** px: a move's slot, a lane, and what parts the two. */
const SLOT = 10;
const LANE = 12;
const APART = 4;

function Strip({ order: { moves, overwritten } }: { order: Order }) {
  return (
    <svg width={SLOT * moves.length} height={2 * LANE + APART} aria-hidden="true">
      {[...moves].map((thread, i) => (
        <rect
          // biome-ignore lint/suspicious/noArrayIndexKey: a move is its place in the order
          key={i}
          className={i === overwritten ? styles.overwritten : undefined}
          x={i * SLOT + 0.5}
          y={(thread === 'A' ? 0 : LANE + APART) + 0.5}
          width={SLOT - 1}
          height={LANE - 1}
        />
      ))}
    </svg>
  );
}
