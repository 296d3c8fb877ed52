// A tick or a cross. It says nothing by itself: words stand beside it.
import { CROSS, TICK } from '../../src/lab-kit/signs.ts';
import styles from './choose.module.css';

export const Sign = ({ right }: { right: boolean }) => (
  <svg
    className={`${styles.sign} ${right ? styles.right : styles.wrong}`}
    width="14"
    height="14"
    viewBox="0 0 14 14"
    aria-hidden="true"
  >
    <path d={right ? TICK : CROSS} />
  </svg>
);
