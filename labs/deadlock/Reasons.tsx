// Why a thread stands still where the playhead stands; each other thread that does can be asked for.
import { Reasons as Panel } from '../../src/lab-kit/figures/reasons/Reasons.tsx';
import frame from '../../src/lab-kit/frame/lab.module.css';
import { useAt } from '../../src/lab-kit/frame/playhead.ts';
import { useLive } from '../../src/lab-kit/frame/use-live.ts';
import { currentRun } from '../../src/lab-kit/lab.ts';
import type { StageProps } from '../../src/lab-kit/view.ts';
import { NAMES } from './programs.ts';
import { reasonAt } from './reasons-words.ts';
import type { Made, Setting } from './setting.ts';

/** On paper and without scripts the reasons are those of the end. */
export function Reasons({ stage }: StageProps<Setting, Made, unknown>) {
  const run = currentRun(stage.runs);
  const live = useLive();
  const chosen = typeof stage.chosen === 'number' ? stage.chosen : null;
  const reason = reasonAt(run, useAt(stage.playhead), chosen);
  return (
    <>
      <div data-live="only">
        <Panel of={reason}>
          {reason.others.map((thread) => (
            <button
              key={thread}
              type="button"
              className={frame.link}
              inert={!live}
              onClick={() => stage.choose(thread)}
            >
              {`Show ${NAMES[thread]}`}
            </button>
          ))}
        </Panel>
      </div>
      <div data-live="never">
        <Panel of={reasonAt(run, run.result.walk.snapshots.length - 1, null)} />
      </div>
    </>
  );
}
