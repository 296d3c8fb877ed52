// Choosing a remedy and saying what it will do; then whether that was right, and whether there is a better one.
import { useId, useRef } from 'react';
import link from '../../src/lab-kit/frame/lab.module.css';
import { useLive } from '../../src/lab-kit/frame/use-live.ts';
import { currentRun } from '../../src/lab-kit/lab.ts';
import joined from '../../src/lab-kit/parameters/joined.module.css';
import type { Figure, StageProps } from '../../src/lab-kit/view.ts';
import styles from './choose.module.css';
import { Effects } from './effects.tsx';
import type { Diagnosis } from './kinds.ts';
import { bounds, verdict, whetherBest } from './said.ts';
import {
  type Answer,
  answerOf,
  chosenOf,
  type OwnRun,
  remedyName,
  type Setting,
} from './setting.ts';
import { Sign } from './sign.tsx';
import { useRemediesAhead } from './use-remedies-ahead.ts';

export const choose: Figure<Setting, Diagnosis> = {
  id: 'choose',
  looksAhead: true,
  Draw({ stage }: StageProps<Setting, Diagnosis, unknown>) {
    const run = currentRun(stage.runs);
    const { values, result } = run;
    const chosen = chosenOf(run);
    const answer = answerOf(run);
    const live = useLive();
    const name = useId();
    const told = useRef<HTMLDivElement>(null);
    useRemediesAhead(result);
    const off = !live || stage.closed;
    return (
      <>
        <Remedies of={result} />
        <div className={styles.choose} data-live="only">
          <p id={name} className={styles.heading}>
            <b>Choose a remedy</b> <span>and say first what it will do to the 95%</span>
          </p>
          <div
            className={`${styles.remedies} ${joined.unseen}`}
            role="radiogroup"
            aria-labelledby={name}
          >
            {result.outcomes.map(({ id, label }) => (
              <label key={id}>
                <input
                  type="radio"
                  name={name}
                  checked={id === values.remedy}
                  disabled={off}
                  onChange={() => {
                    stage.set('remedy', id);
                    // All is told already: nothing more is said before it is seen.
                    if (answer !== null) stage.set('said', 'shown');
                  }}
                />
                <span>{label}</span>
              </label>
            ))}
          </div>
          {values.remedy !== 'none' && chosen === null && (
            <p role="status">{`This case does not offer ${remedyName(values.remedy)}.`}</p>
          )}
          <div className={styles.say}>
            <Effects
              said={values.said === 'shown' ? null : values.said}
              right={answer?.chosen.effect ?? null}
              off={off || chosen === null}
              onSay={(effect) => stage.set('said', effect)}
            />
            {answer === null && (
              <button
                type="button"
                className={`${link.link} ${styles.show}`}
                disabled={off || chosen === null}
                onClick={() => {
                  // It goes with what it was for: the focus goes on to what it asked for.
                  told.current?.focus();
                  stage.set('said', 'shown');
                }}
              >
                Show me without a guess
              </button>
            )}
          </div>
          <p className={styles.bounds}>{bounds(result.before)}</p>
          {/* It is there before it says anything, so that what it then says is heard. */}
          <div className={styles.verdict} role="status" ref={told} tabIndex={-1}>
            {answer !== null && <Verdict run={run} answer={answer} />}
          </div>
        </div>
      </>
    );
  },
};

/** What there is to choose from, where nothing can be chosen. */
const Remedies = ({ of: { outcomes } }: { of: Diagnosis }) => (
  <div className={styles.choose} data-live="never">
    <p>
      <b>Which remedy would you choose,</b> <span>and what will it do to the 95%?</span>
    </p>
    <ul>
      {outcomes.map(({ id, label }) => (
        <li key={id}>{label}</li>
      ))}
    </ul>
  </div>
);

function Verdict({ run: { result }, answer: { chosen, said } }: { run: OwnRun; answer: Answer }) {
  const best = chosen.id === result.right;
  return (
    <>
      <p>
        {said !== null && <Sign right={said === chosen.effect} />}{' '}
        <span>{verdict(chosen, result.before, said)}</span>
      </p>
      <p>
        <Sign right={best} /> <span>{whetherBest(chosen, result)}</span>
      </p>
    </>
  );
}
