// Why a thread stands still where the playhead stands; each other thread that does can be asked for.

import type { ReactNode } from 'react';
import frame from '../../src/lab-kit/frame/lab.module.css';
import { useAt } from '../../src/lab-kit/frame/playhead.ts';
import { useLive } from '../../src/lab-kit/frame/use-live.ts';
import { currentRun } from '../../src/lab-kit/lab.ts';
import type { StageProps } from '../../src/lab-kit/view.ts';
import { NAMES } from './programs.ts';
import styles from './reasons.module.css';
import { type Reason, reasonAt } from './reasons-words.ts';
import type { Made, Setting } from './setting.ts';

/** On paper and without scripts the reasons are those of the end. */
export function Reasons({ stage }: StageProps<Setting, Made, unknown>) {
  const run = currentRun(stage.runs);
  const live = useLive();
  const chosen = typeof stage.chosen === 'number' ? stage.chosen : null;
  const at = useAt(stage.playhead);
  return (
    <>
      <div data-live="only">
        <Why reason={reasonAt(run, at, chosen)}>
          {(thread) => (
            <button
              key={thread}
              type="button"
              className={frame.link}
              inert={!live}
              onClick={() => stage.choose(thread)}
            >
              {`Show ${NAMES[thread]}`}
            </button>
          )}
        </Why>
      </div>
      <div data-live="never">
        <Why reason={reasonAt(run, run.result.walk.snapshots.length - 1, null)} />
      </div>
    </>
  );
}

interface WhyProps {
  reason: Reason;
  /** What asks for another thread that is blocked; where nothing can be asked, none. */
  children?: (thread: number) => ReactNode;
}

function Why({ reason: { who, what, remarks, others }, children: ask }: WhyProps) {
  return (
    <section className={styles.why} aria-label="Why">
      <div>
        <b>{who}</b>
        <span>{what}</span>
        {ask !== undefined && others.length > 0 && <p>{others.map(ask)}</p>}
      </div>
      {remarks.map(({ heading, when, text }) => (
        <p key={heading}>
          <b>{heading}</b> <span>{when}</span>
          <br />
          <span>{text}</span>
        </p>
      ))}
    </section>
  );
}
