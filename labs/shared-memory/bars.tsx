// Where all orders are too many to be drawn: a bar for each outcome, as long as its share of them, and three of its orders.

import { Cell } from './cell.tsx';
import type { OwnStageProps } from './figure.ts';
import { inShort, percentOf } from './numbers.ts';
import type { Outcome } from './orders.ts';
import styles from './orders-field.module.css';

interface BarsProps extends OwnStageProps {
  name: string;
  outcomes: readonly Outcome[];
  total: bigint;
}

export function Bars({ stage, name, outcomes, total }: BarsProps) {
  return (
    <div className={styles.bars}>
      {outcomes.map(({ label, count, orders }) => (
        <div key={label}>
          <p>
            <b>{label}</b> <span>{inShort(count)}</span>
          </p>
          <div className={styles.bar} aria-hidden="true">
            <div style={{ inlineSize: `${percentOf(count, total)}%` }} />
          </div>
          <div className={styles.witnesses}>
            {orders.map((order) => (
              <Cell key={order.moves} stage={stage} name={name} order={order} label={label} />
            ))}
          </div>
        </div>
      ))}
    </div>
  );
}
