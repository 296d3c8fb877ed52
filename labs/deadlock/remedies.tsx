// The remedies: each with its board in small and with what it proves over all orders; one that is chosen becomes the lab's.
import { useDeferredValue, useId } from 'react';
import { useLive } from '../../src/lab-kit/frame/use-live.ts';
import { currentRun } from '../../src/lab-kit/lab.ts';
import type { Figure } from '../../src/lab-kit/view.ts';
import styles from './board.module.css';
import { exploredOf } from './explored.ts';
import { cost, proof, remedyName } from './remedy-words.ts';
import { SmallBoard } from './SmallBoard.tsx';
import { hasBoard, type Made, type Setting } from './setting.ts';

export const remedies: Figure<Setting, Made> = {
  id: 'remedies',
  looksAhead: true,
  Draw({ stage: { runs, set } }) {
    const { result, values } = currentRun(runs);
    // What others come to takes a while to find: the reader's own is drawn first.
    const settled = useDeferredValue(values);
    const live = useLive();
    const name = useId();
    return (
      <div
        className={styles.remedies}
        role="radiogroup"
        aria-label="Remedy"
        aria-busy={settled !== values || undefined}
      >
        {exploredOf(settled).map((all) => {
          const { remedy } = all.which;
          const costs = cost(all.which);
          return (
            <label key={remedy}>
              <input
                type="radio"
                name={name}
                checked={remedy === result.explored.which.remedy}
                disabled={!live}
                onChange={() => set('remedy', remedy)}
              />
              <b>{remedyName(all.which)}</b>
              {hasBoard({ explored: all }) && <SmallBoard explored={all} />}
              <span>{proof(all)}</span>
              {costs !== null && <small>{costs}</small>}
            </label>
          );
        })}
      </div>
    );
  },
};
