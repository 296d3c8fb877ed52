// What handing over takes: the curves by the lab's rule, beside what was measured.
import { curves } from '../../src/lab-kit/figures/curves/curves.tsx';
import { Measured } from '../../src/lab-kit/frame/Measured.tsx';
import { charts } from './charts.ts';
import styles from './isolation.module.css';
import { MEASURED, MEASURED_HOW } from './words.ts';

const drawn = curves(charts);

export const costs: typeof drawn = {
  ...drawn,
  Draw: ({ stage }) => (
    <div className={styles.costs}>
      <drawn.Draw stage={stage} />
      <Measured table={MEASURED} source={MEASURED_HOW} />
    </div>
  ),
};
