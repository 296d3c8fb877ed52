// The heap between the stacks: the orders, with what the last step wrote.
import { type Anatomy, isLine, standingAt } from './anatomy.ts';
import styles from './anatomy-memory.module.css';
import shared from './thread-anatomy.module.css';

export function Heap({ anatomy, at }: { anatomy: Anatomy; at: number }) {
  const { heap, done } = standingAt(anatomy, at);
  const fields = done.filter(isLine).flatMap(({ field }) => (field === undefined ? [] : [field]));
  return (
    <div>
      <p className={shared.what}>the heap</p>
      <div className={styles.objects}>
        {heap.map(({ name, customer, items, total }, i) => {
          const written = fields.findLast(({ order }) => order === i);
          return (
            <dl key={name} className={styles.object}>
              <div className={styles.routine}>
                <dt>{name}</dt>
                <dd />
              </div>
              <div>
                <dt>customer</dt>
                <dd>{customer}</dd>
              </div>
              <div>
                <dt>items</dt>
                <dd>{items}</dd>
              </div>
              <div className={written === undefined ? undefined : shared.written}>
                <dt>total</dt>
                <dd>
                  <small>{written === undefined ? '' : `was ${written.before}`}</small>{' '}
                  <span>{total}</span>
                </dd>
              </div>
            </dl>
          );
        })}
      </div>
    </div>
  );
}
