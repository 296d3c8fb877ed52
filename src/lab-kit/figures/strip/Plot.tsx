// A strip drawn: rows on a clock of steps, whole when built and, once live, one tab stop that moves the playhead.
import { type CSSProperties, type KeyboardEvent, useId } from 'react';
import { type Playhead, useAt } from '../../frame/playhead.ts';
import { useDrawnTo } from '../../frame/use-drawn.ts';
import { Axis } from './Axis.tsx';
import { Bars } from './Bars.tsx';
import { Brackets } from './Brackets.tsx';
import { along, heightOf, topOf } from './layout.ts';
import { pointerOf } from './pointer.ts';
import styles from './strip.module.css';
import { madeOf, rowInWords, type Strip, sizeOf, stepInWords, upTo } from './strip.ts';
import { Texts } from './Texts.tsx';

interface PlotProps {
  strip: Strip;
  label: string;
  playhead: Playhead;
  /** The step after which a question holds back what is drawn, or null. */
  coveredFrom: number | null;
  /** Whether scripts run, so that what is covered can be left out; the page as it was built only covers it. */
  live: boolean;
  onKeyDown: (event: KeyboardEvent) => void;
}

const SIZES = { lettered: styles.lettered, plain: styles.plain, dense: styles.dense } as const;

export function Plot({ strip, label, playhead, coveredFrom, live, onKeyDown }: PlotProps) {
  const id = useId();
  const steps = strip.steps.length;
  const size = sizeOf(strip);
  const shown = live && coveredFrom !== null ? upTo(strip, coveredFrom) : strip;
  const made = madeOf(strip);
  // Of two runs the other one may be longer.
  const at = Math.min(useAt(playhead), made);
  const isPart = useDrawnTo(playhead, (to) => to !== null && to < made);
  const pointer = pointerOf(steps, playhead.seek);
  const place = { '--at': along(at, steps) } as CSSProperties;
  const said = `${strip.unit ?? 'step'} ${at} of ${made}`;
  const does = stepInWords(shown, at);
  return (
    <div
      className={`${styles.strip} ${SIZES[size]}`}
      style={{ '--height': heightOf(strip.rows) } as CSSProperties}
    >
      {coveredFrom === null ? (
        <Words label={label} strip={strip} />
      ) : (
        <>
          <div data-live="only">
            <Words label={label} strip={upTo(strip, coveredFrom)} />
          </div>
          {!live && (
            <div data-live="never">
              <Words label={label} strip={strip} />
            </div>
          )}
        </>
      )}
      <div className={styles.plot} style={place}>
        <div aria-hidden="true">
          <Bars strip={shown} id={id} />
          <Axis strip={strip} at={at} shownTo={madeOf(shown)} />
          <div className={styles.playhead} data-live="only" />
          {size !== 'dense' && <Texts strip={shown} />}
          {size !== 'dense' && <Brackets strip={shown} />}
          {isPart && <div className={styles.later} data-mark="later" data-live="only" />}
          {coveredFrom !== null && (
            <div
              className={styles.veil}
              data-live="only"
              style={{ '--from': along(coveredFrom, steps) } as CSSProperties}
            >
              predict first
            </div>
          )}
          <Flag at={at} />
        </div>
        {live && (
          <div
            className={styles.over}
            role="slider"
            tabIndex={0}
            aria-label={`${label}: where the playhead stands`}
            aria-valuemin={0}
            aria-valuemax={made}
            aria-valuenow={at}
            aria-valuetext={does === '' ? said : `${said}: ${does}`}
            onKeyDown={onKeyDown}
            {...pointer}
          >
            <span data-axis="" />
          </div>
        )}
      </div>
      <div aria-hidden="true">
        {strip.rows.map((row, r) => (
          <span
            key={row.label}
            className={row.kind === 'lane' ? styles.label : `${styles.label} ${styles.band}`}
            style={{ '--y': topOf(strip.rows, r) } as CSSProperties}
          >
            {row.label}
          </span>
        ))}
      </div>
    </div>
  );
}

/** The lanes as they are heard. */
function Words({ label, strip }: { label: string; strip: Strip }) {
  return (
    <ul className="visually-hidden" aria-label={label}>
      {strip.rows.map((row) => (
        <li key={row.label}>{rowInWords(row, strip.unit)}</li>
      ))}
    </ul>
  );
}

function Flag({ at }: { at: number }) {
  return (
    <span
      className={at === 0 ? `${styles.flag} ${styles.start}` : styles.flag}
      data-live="only"
      data-mark="flag"
    >
      {at}
    </span>
  );
}
