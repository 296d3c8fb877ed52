// A new case: which number it has, set by hand or the next.
import { useId, useState } from 'react';
import button from '../../src/lab-kit/frame/step.module.css';
import { useLive } from '../../src/lab-kit/frame/use-live.ts';
import { currentRun } from '../../src/lab-kit/lab.ts';
import type { Figure, StageProps } from '../../src/lab-kit/view.ts';
import { NEW } from './diagnosis.ts';
import styles from './draw.module.css';
import type { Diagnosis } from './kinds.ts';
import { type OwnStage, SEEDS, type Setting } from './setting.ts';

export const draw: Figure<Setting, Diagnosis> = {
  id: 'draw',
  Draw({ stage }: StageProps<Setting, Diagnosis, unknown>) {
    const { values } = currentRun(stage.runs);
    return values.case === NEW ? <Draw stage={stage} seed={values.seed} /> : null;
  },
};

/** Another case begins as a question. */
function begin(stage: OwnStage, seed: number) {
  stage.set('seed', seed);
  stage.set('remedy', 'none');
  stage.set('said', 'none');
}

function Draw({ stage, seed }: { stage: OwnStage; seed: number }) {
  const live = useLive();
  const id = useId();
  // What is being written; null where the number stands as it is.
  const [written, setWritten] = useState<string | null>(null);
  // The case that was asked for last: it is told while it is drawn, before there is a run of it.
  const [coming, setComing] = useState(seed);
  const shown = stage.closed ? coming : seed;
  const wanted = written === null ? shown : Number(written);
  const isSeed = Number.isInteger(wanted) && wanted >= SEEDS.min && wanted <= SEEDS.max;
  const ask = (next: number) => {
    setWritten(null);
    if (stage.closed || next === seed) return;
    setComing(next);
    begin(stage, next);
  };
  const take = () => isSeed && ask(wanted);
  return (
    <form
      className={styles.draw}
      data-live="only"
      onSubmit={(event) => {
        event.preventDefault();
        take();
      }}
    >
      <label htmlFor={id}>Case number</label>
      <input
        id={id}
        type="text"
        inputMode="numeric"
        autoComplete="off"
        value={written ?? shown}
        disabled={!live}
        readOnly={stage.closed}
        aria-invalid={!isSeed || undefined}
        aria-describedby={`${id}-allowed`}
        onChange={({ target }) => setWritten(target.value.trim())}
        onBlur={take}
      />
      <span id={`${id}-allowed`} className={isSeed ? undefined : styles.wrong}>
        {`${SEEDS.min} to ${SEEDS.max}`}
      </span>
      <button
        type="button"
        className={button.step}
        disabled={!live}
        // Off while a case is drawn, and keeps the focus.
        aria-disabled={stage.closed || undefined}
        onClick={() => ask(seed === SEEDS.max ? SEEDS.min : seed + 1)}
      >
        Another one
      </button>
    </form>
  );
}
