// The bars of one run: three for each carrier, under the scale, with the machine's limits as lines through all of them.
import { grouped } from '@interleave/simulation';
import { commitLimit } from '@interleave/simulation/costs';
import type { CSSProperties } from 'react';
import { useLive } from '../../src/lab-kit/frame/use-live.ts';
import type { Run } from '../../src/lab-kit/lab.ts';
import { percent } from '../../src/lab-kit/scales/percent.ts';
import { inWords, MEASURES, told } from './measures.ts';
import { NAMES } from './names.ts';
import styles from './plot.module.css';
import type { Scale } from './scale.ts';
import { CARRIERS, type Carrier, inBytes, type LinkSetting, machineOf } from './setting.ts';
import { size } from './sizes.ts';
import { smallPrint } from './small-print.ts';
import type { All, Taken } from './taken.ts';

interface PlotProps {
  run: Run<LinkSetting, All>;
  /** Which of the runs, from 0. */
  index: number;
  scale: Scale;
  /** Of the radio group. */
  name: string;
  chosen: Carrier | null;
  onChoose: (carrier: Carrier) => void;
}

export function Plot({ run, index, scale, name, chosen, onChoose }: PlotProps) {
  const live = useLive();
  const { values, result, tag } = run;
  const setting = inBytes(values);
  const promises = setting.overcommit === 'never' ? commitLimit(machineOf(setting)) : null;
  const share = (bytes: number) => percent(bytes / scale.end);
  return (
    <>
      {tag !== '' && <p className={styles.tag}>{tag}</p>}
      <div
        className={styles.plot}
        style={
          {
            '--memory': share(setting.memory),
            ...(promises === null ? {} : { '--commit': share(promises) }),
          } as CSSProperties
        }
      >
        <Numbers of={scale} />
        <div className={styles.lines} aria-hidden="true">
          <span className={styles.memory}>
            <span>{`memory, ${size(setting.memory)}`}</span>
          </span>
          {promises !== null && (
            <span className={styles.commit}>
              <span>{`commit limit, ${size(promises)}`}</span>
            </span>
          )}
        </div>
        {CARRIERS.map((carrier) => (
          <label key={carrier} className={styles.carrier}>
            <input
              type="radio"
              name={name}
              value={`${index}-${carrier}`}
              aria-label={inWords(carrier, run)}
              checked={chosen === carrier}
              disabled={!live}
              onChange={() => onChoose(carrier)}
            />
            <span className={styles.name}>
              <b>{NAMES[carrier]}</b>
              {smallPrint(carrier, run).map((line) => (
                <small key={line}>{line}</small>
              ))}
            </span>
            <Three taken={result[carrier]} all={values.connections} end={scale.end} />
          </label>
        ))}
      </div>
    </>
  );
}

const at = (share: number) => ({ '--at': percent(share) }) as CSSProperties;

/** More numbers than these have no room on phones: every second one is left out. */
const MOST_NARROW = 5;

function Numbers({ of: { numbers, of, end, unit } }: { of: Scale }) {
  return (
    <div
      className={styles.scale}
      data-many={numbers.length > MOST_NARROW || undefined}
      aria-hidden="true"
    >
      {numbers.map((number, i) => (
        <span key={number} style={at((number * of) / end)}>
          <span>{grouped(number)}</span>
          {i === numbers.length - 1 && <small>{` ${unit}`}</small>}
        </span>
      ))}
    </div>
  );
}

function Three({ taken, all, end }: { taken: Taken; all: number; end: number }) {
  const three = MEASURES.map((measure) => ({ measure, ...told(measure, taken, all) }));
  // The longest decides for all, so that they give way to a line together.
  const letters = Math.max(...three.map(({ figure, rest }) => `${figure} ${rest}`.length));
  return (
    <span
      className={styles.three}
      style={{ '--letters': letters } as CSSProperties}
      aria-hidden="true"
    >
      {three.map(({ measure, bytes, asked, figure, rest }) => {
        const share = (asked ?? bytes) / end;
        return (
          <span key={measure} className={styles.measure} style={at(bytes / end)}>
            {asked !== undefined && (
              <i className={`${styles.bar} ${styles.asked}`} style={at(share)} />
            )}
            <i className={`${styles.bar} ${styles[measure]}`} />
            <span className={styles.value} style={at(share)}>
              {measure === 'used' ? <b>{figure}</b> : <span>{figure}</span>} <span>{rest}</span>
            </span>
          </span>
        );
      })}
    </span>
  );
}
