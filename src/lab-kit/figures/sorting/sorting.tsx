// An exercise: put each item into one of a few kinds, read why, and see how many were right.
import { useId, useState } from 'react';
import labStyles from '../../frame/lab.module.css';
import { useLive } from '../../frame/use-live.ts';
import joined from '../../parameters/joined.module.css';
import { CROSS, TICK } from '../../signs.ts';
import type { Exercise } from '../../view.ts';
import styles from './sorting.module.css';

export interface SortingData {
  readonly ask: string;
  readonly kinds: readonly string[];
  /** `kind` is one of the kinds. */
  readonly items: readonly { readonly what: string; readonly kind: string; readonly why: string }[];
}

/** An exercise of this kind. */
export const sorting = (data: SortingData): Exercise & SortingData => ({
  ...data,
  Draw: () => <Sorting sorting={data} />,
});

function Sorting({ sorting }: { sorting: SortingData }) {
  const { ask, kinds, items } = sorting;
  const id = useId();
  const live = useLive();
  const [given, setGiven] = useState<ReadonlyMap<string, string>>(new Map());
  const right = items.filter(({ what, kind }) => given.get(what) === kind).length;
  return (
    <section className={styles.sorting} aria-labelledby={id}>
      <p className={styles.ask} id={id}>
        {ask}
      </p>
      <ol>
        {items.map(({ what, kind, why }, i) => {
          const answer = given.get(what);
          return (
            <li key={what}>
              <div className={styles.item} role="radiogroup" aria-labelledby={`${id}-${i}`}>
                <span id={`${id}-${i}`}>{what}</span>
                <div className={joined.joined} data-live="only" inert={!live}>
                  {kinds.map((option) => (
                    <label key={option}>
                      <input
                        type="radio"
                        name={`${id}-${i}`}
                        checked={answer === option}
                        onChange={() => setGiven(new Map(given).set(what, option))}
                      />
                      <span>{option}</span>
                    </label>
                  ))}
                </div>
              </div>
              <p className={styles.verdict} role="status">
                {answer !== undefined && (
                  <span>
                    <svg className={styles.mark} viewBox="0 0 14 14" aria-hidden="true">
                      <path d={answer === kind ? TICK : CROSS} />
                    </svg>
                    <b>{answer === kind ? 'Right.' : `Not quite: it is ${kind}.`}</b> {why}
                  </span>
                )}
              </p>
            </li>
          );
        })}
      </ol>
      <p className={styles.score} data-live="only" role="status">
        <span>
          {given.size === 0
            ? `${items.length} items`
            : `${right} of ${given.size} right, ${items.length - given.size} to go`}
        </span>
        {given.size > 0 && (
          <button type="button" className={labStyles.link} onClick={() => setGiven(new Map())}>
            Begin again
          </button>
        )}
      </p>
      <details className={styles.answers} data-live="never">
        <summary>The answers</summary>
        <ul>
          {items.map(({ what, kind, why }) => (
            <li key={what}>
              {what}: {kind}. {why}
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}
