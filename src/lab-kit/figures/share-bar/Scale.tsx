// A whole laid out by its parts, those that wait first, so that their share stands on a scale with a range marked.
import { type CSSProperties, useId } from 'react';
import type { Part, Scale as ScaleData } from '../../extras.ts';
import type { Values } from '../../parameters/parameters.ts';
import { Patterns, Stretch } from '../../states/Patterns.tsx';
import { percent } from '../../timeline/percent.ts';
import './scale.css';

/** Narrower than this part of the whole, a pattern does not show on a phone. */
const SOLID_BELOW = 0.02;

export function Scale({ scale, values }: { scale: ScaleData; values: Values }) {
  const { label, ends, band } = scale;
  const patterns = useId();
  const parts = scale.parts(values);
  const whole = lengthOf(parts);
  const laid = laidOut(parts, whole);
  const waits = parts.filter(({ state }) => state === 'waiting');
  const share = whole === 0 ? 0 : lengthOf(waits) / whole;
  const figure = `${Number((share * 100).toFixed(1))}%`;
  const range = `${band.from * 100}–${band.to * 100}%`;
  const style = {
    '--share': percent(share),
    '--from': percent(band.from),
    '--to': percent(band.to),
  } as CSSProperties;
  return (
    <div
      className="scale"
      role="img"
      aria-label={`${label}: ${figure}. ${band.label}: ${range}.`}
      style={style}
    >
      <p className="scale-label">
        <span>{`${label}: `}</span>
        <b>{figure}</b>
      </p>
      <div className="scale-bar">
        <svg aria-hidden="true">
          <Patterns id={patterns} />
          {laid.map(({ part, from, width }) => (
            <g key={part.label}>
              <Stretch
                state={part.state}
                patterns={patterns}
                assumed={false}
                x={percent(from)}
                width={percent(width)}
                solid={width < SOLID_BELOW}
              />
              {from > 0 && <rect className="scale-cut" style={{ x: percent(from) }} />}
            </g>
          ))}
        </svg>
        {laid.map(({ part, from, width }) => (
          <span
            key={part.label}
            className={`scale-name ${part.state}`}
            style={{ left: percent(from), width: percent(width) }}
          >
            <span>{part.label}</span>
          </span>
        ))}
        <span className="scale-band" />
        <span className="scale-here" />
      </div>
      <p className="scale-ends">
        <span>{ends[0]}</span>
        <span className="scale-band-label">{`${band.label}, ${range}`}</span>
        <span>{ends[1]}</span>
      </p>
    </div>
  );
}

const lengthOf = (parts: readonly Part[]) => parts.reduce((sum, { length }) => sum + length, 0);

/** Each part with where it begins and how wide it is, as shares of the whole: those that wait first. */
function laidOut(parts: readonly Part[], whole: number) {
  let before = 0;
  return [...parts]
    .sort((a, b) => Number(b.state === 'waiting') - Number(a.state === 'waiting'))
    .map((part) => {
      const from = before / whole;
      before += part.length;
      return { part, from, width: part.length / whole };
    });
}
