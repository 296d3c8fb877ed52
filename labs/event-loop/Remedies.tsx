// What each remedy makes of the same requests, in a table; the latencies of those other than C also as small bars.
import { useDeferredValue } from 'react';
import { inMs } from '../../src/lab-kit/units.ts';
import styles from './event-loop.module.css';
import { REQUESTS } from './facts.ts';
import { type Setting, SLICE } from './setting.ts';
import { outcomes, REMEDY_NAMES } from './tables.ts';

/** The height of the longest bar, and the width of one and its gap, px. */
const HEIGHT = 24;
const PITCH = 9;

const OTHERS = REQUESTS.flatMap((name, i) => (name === 'C' ? [] : [i]));

export function Remedies({ setting }: { setting: Setting }) {
  // As all tables do, it follows a step behind the drawing.
  const settled = useDeferredValue(setting);
  const rows = outcomes(settled);
  const most = Math.max(...rows.flatMap(({ latencies }) => OTHERS.map((i) => latencies[i] ?? 0)));
  return (
    <div className={styles.remedies}>
      <table>
        <caption>Answered after, ms</caption>
        <thead>
          <tr>
            <th scope="col">C’s computing</th>
            {REQUESTS.map((name) => (
              <th scope="col" key={name}>
                {name}
              </th>
            ))}
            <th scope="col">timer late by</th>
            <th scope="col">A, B, D, E</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ remedy, latencies, late }) => (
            <tr key={remedy} aria-current={remedy === settled.remedy ? 'true' : undefined}>
              <th scope="row">{REMEDY_NAMES[remedy]}</th>
              {REQUESTS.map((name, i) => (
                <td key={name}>{latencies[i]}</td>
              ))}
              <td>{late}</td>
              <td>
                <svg width={OTHERS.length * PITCH} height={HEIGHT} aria-hidden="true">
                  {OTHERS.map((of, i) => {
                    const height = Math.max(1, ((latencies[of] ?? 0) / most) * HEIGHT);
                    return (
                      <rect
                        key={of}
                        x={i * PITCH}
                        y={HEIGHT - height}
                        width={PITCH - 2}
                        height={height}
                      />
                    );
                  })}
                </svg>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        {`The pool’s thread and the second process each have a core of their own. A thread for each: slices of ${inMs(SLICE)} on one core.`}
      </p>
    </div>
  );
}
