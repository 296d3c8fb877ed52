// An exercise: put each item into one of a few kinds, read why, and see how many were right.
import { useId, useState } from 'react';
import { useLive } from '../../frame/use-live.ts';
import type { Exercise } from '../../view.ts';
import './sorting.css';
import '../../parameters/joined.css';

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
    <section className="sorting" aria-labelledby={id}>
      <p className="ask" id={id}>
        {ask}
      </p>
      <ol>
        {items.map(({ what, kind, why }, i) => {
          const answer = given.get(what);
          return (
            <li key={what}>
              <div className="item" role="radiogroup" aria-labelledby={`${id}-${i}`}>
                <span id={`${id}-${i}`}>{what}</span>
                <div className="joined" inert={!live}>
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
              <p className="verdict" role="status">
                {answer !== undefined && (
                  <span>
                    <b>{answer === kind ? 'Right.' : `It is ${kind}.`}</b> {why}
                  </span>
                )}
              </p>
            </li>
          );
        })}
      </ol>
      <p className="score" role="status">
        <span>
          {given.size === 0
            ? `${items.length} items`
            : `${right} of ${given.size} right, ${items.length - given.size} to go`}
        </span>
        {given.size > 0 && (
          <button type="button" className="link" onClick={() => setGiven(new Map())}>
            Begin again
          </button>
        )}
      </p>
      <details className="answers">
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
