// The moves of this lab as a strip with a legend of its short words, and why threads stand still.
import { currentRun } from '../../src/lab-kit/lab.ts';
import { moves as movesFigure } from '../../src/lab-kit/stepped/moves.ts';
import type { Figure } from '../../src/lab-kit/view.ts';
import styles from './moves.module.css';
import { Reasons } from './Reasons.tsx';
import type { Made, Setting } from './setting.ts';
import { movesStrip, shortsInWords } from './strip.ts';

const strip = movesFigure<Setting, Made>(movesStrip);

export const moves: Figure<Setting, Made> = {
  ...strip,
  Reasons,
  Legend: ({ stage }) => {
    const shorts = shortsInWords(currentRun(stage.runs).result);
    return (
      <>
        {strip.Legend !== undefined && <strip.Legend stage={stage} />}
        {shorts !== null && <p className={styles.shorts}>{shorts}</p>}
      </>
    );
  },
};
