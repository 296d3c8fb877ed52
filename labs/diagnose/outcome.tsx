// What comes after an answer: the remedy's effect drawn, every remedy beside it, and why. Before that nothing of it is in
// the page, but for readers without scripts and on paper, who cannot answer: for them it is folded away.
import { capital, toText } from '@interleave/simulation';
import { Reasons } from '../../src/lab-kit/figures/reasons/Reasons.tsx';
import { useLive } from '../../src/lab-kit/frame/use-live.ts';
import { usePrint } from '../../src/lab-kit/frame/use-print.ts';
import { currentRun } from '../../src/lab-kit/lab.ts';
import type { Figure, StageProps } from '../../src/lab-kit/view.ts';
import styles from './diagnosis.module.css';
import { EveryRemedy } from './every-remedy.tsx';
import type { Diagnosis, Outcome } from './kinds.ts';
import { Mirrored } from './mirrored.tsx';
import { whetherBest } from './said.ts';
import { answerOf, caseName, type OwnRun, rightOf, type Setting } from './setting.ts';

export const outcome: Figure<Setting, Diagnosis> = {
  id: 'outcome',
  looksAhead: true,
  Draw({ stage }: StageProps<Setting, Diagnosis, unknown>) {
    const run = currentRun(stage.runs);
    const live = useLive();
    const printing = usePrint();
    const answer = answerOf(run);
    if (answer !== null) return <Told run={run} of={answer.chosen} />;
    if (live && !printing) return null;
    const best = rightOf(run.result);
    return (
      <details className={styles.answer} data-live="never">
        <summary>The answer</summary>
        <div>
          <p>
            <b>{capital(best.label)}.</b> <span>{whetherBest(best, run.result)}</span>
          </p>
          <Told run={run} of={best} />
        </div>
      </details>
    );
  },
};

/** The others are all but the best, so that the remedy that was chosen can be one of them. */
function othersHeading(of: Outcome, result: Diagnosis): string {
  const best = rightOf(result);
  return of === best ? 'Why the others help less' : `Why no other helps as much as “${best.label}”`;
}

/** All that is told of a case, with one of its remedies drawn. */
function Told({ run: { values, result }, of }: { run: OwnRun; of: Outcome }) {
  return (
    <div className={styles.told}>
      <div className={styles.beside}>
        <Mirrored before={result.before} of={of} />
        <EveryRemedy of={result} shown={of.id} />
      </div>
      <Reasons
        label="What the case is"
        of={{
          who: `${capital(caseName(values))}: ${result.name}`,
          what: of.label,
          remarks: [
            { heading: 'What the panel shows', text: toText(result.shows) },
            { heading: `Why “${of.label}” does this`, text: toText(of.why) },
            { heading: othersHeading(of, result), text: toText(result.others) },
          ],
        }}
      />
    </div>
  );
}
