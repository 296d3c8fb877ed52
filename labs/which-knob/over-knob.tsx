// The curves of this lab, and over them the control of what they are over.
import { useId } from 'react';
import { curves } from '../../src/lab-kit/figures/curves/curves.tsx';
import { useLive } from '../../src/lab-kit/frame/use-live.ts';
import { currentRun } from '../../src/lab-kit/lab.ts';
import joined from '../../src/lab-kit/parameters/joined.module.css';
import { charts } from './charts.ts';
import { parameters } from './parameters.ts';
import styles from './which-knob.module.css';

const drawn = curves(charts);
const { label, options } = parameters.turn;

export const overKnob: typeof drawn = {
  ...drawn,
  Draw({ stage }) {
    const { turn } = currentRun(stage.runs).values;
    const live = useLive();
    const name = useId();
    return (
      <>
        <div className={styles.over} data-live="only" role="radiogroup" aria-labelledby={name}>
          <span id={name}>{label}</span>
          <div className={joined.joined}>
            {options.map((option) => (
              <label key={option.value}>
                <input
                  type="radio"
                  name={name}
                  checked={option.value === turn}
                  disabled={!live || stage.closed}
                  onChange={() => stage.set('turn', option.value)}
                />
                <span>{option.label}</span>
              </label>
            ))}
          </div>
        </div>
        <drawn.Draw stage={stage} />
      </>
    );
  },
};
