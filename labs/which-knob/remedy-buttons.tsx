// The remedies as buttons: each turns a knob by a factor of two, and says what that would give.
import { capital, type Trace } from '@interleave/simulation';
import type { CSSProperties } from 'react';
import { useLive } from '../../src/lab-kit/frame/use-live.ts';
import { currentRun } from '../../src/lab-kit/lab.ts';
import { isOnScale } from '../../src/lab-kit/parameters/values.ts';
import { percent } from '../../src/lab-kit/scales/percent.ts';
import { withUnit } from '../../src/lab-kit/units.ts';
import type { Figure } from '../../src/lab-kit/view.ts';
import { figuresAt, type Remedy, remedies } from './figures.ts';
import { parameters } from './parameters.ts';
import type { Setting } from './server.ts';
import styles from './which-knob.module.css';
import { perSecond } from './words.ts';

export const remedyButtons: Figure<Setting, Trace> = {
  id: 'remedies',
  // What they would give is left out of each by itself.
  coversItself: true,
  Draw({ stage: { runs, closed, set } }) {
    const { values, result } = currentRun(runs);
    const now = figuresAt(values, result).throughput;
    const all = remedies(values);
    const most = Math.max(now, ...all.map(({ throughput }) => throughput));
    const live = useLive();
    return (
      <div data-live="only" inert={!live}>
        <div className={styles.remedies} role="group" aria-label="Remedies">
          {all.map((remedy) => {
            const { name } = remedy.knob;
            const within = isOnScale(parameters[name], remedy.to);
            return (
              <button
                key={name}
                type="button"
                disabled={closed}
                // Not off for good: the focus stays on it where it was pressed for the last time.
                aria-disabled={!within || undefined}
                onClick={() => within && set(name, remedy.to)}
              >
                <b>{capital(remedy.knob.remedy)}</b>
                <FromTo remedy={remedy} from={values[name] as number} within={within} />
                <Outcome of={remedy} now={now} most={most} />
              </button>
            );
          })}
        </div>
        <p className={styles.key} data-shows="ahead">
          Each by itself. A bar is requests a second; the line in it is where the server stands now.
        </p>
      </div>
    );
  },
};

function FromTo({ remedy, from, within }: { remedy: Remedy; from: number; within: boolean }) {
  const { unit } = remedy.knob;
  return (
    <span className={styles.turn}>
      {`from ${withUnit(from, unit)} to ${withUnit(remedy.to, unit)}${within ? '' : ', past this lab’s knob'}`}
    </span>
  );
}

/** What a remedy would give: not to be seen while a question asks for it. @param most where the bars end */
function Outcome({ of, now, most }: { of: Remedy; now: number; most: number }) {
  const { throughput, gain, p95 } = of;
  return (
    <span className={styles.outcome} data-shows="ahead">
      <span
        className={styles.bar}
        aria-hidden="true"
        style={
          { '--gives': percent(throughput / most), '--now': percent(now / most) } as CSSProperties
        }
      />
      <span>{`${perSecond(throughput)} a second, ${gain.toFixed(2)}×`}</span>
      <span>{`95% within ${withUnit(p95.toFixed(0), 'ms')}`}</span>
    </span>
  );
}
