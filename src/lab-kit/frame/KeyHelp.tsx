// A lab's keys, listed.
import type { AnyLab } from '../lab.ts';
import { keysOf } from './keyboard.ts';
import styles from './transport.module.css';

export function KeyHelp({ lab }: { lab: AnyLab }) {
  return (
    <dl className={styles.help} data-live="only">
      {keysOf(lab).map(({ keys, does }) => (
        <div key={keys}>
          <dt>{keys}</dt>
          <dd>{does}</dd>
        </div>
      ))}
    </dl>
  );
}
