// A share on a scale from 0 to 100%, with a range marked on it.
import type { CSSProperties } from 'react';
import type { Scale as ScaleData } from './define-lab.ts';
import { percent } from './timeline/percent.ts';
import './scale.css';

export function Scale({ scale, share }: { scale: ScaleData; share: number }) {
  const { label, ends, band } = scale;
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
        {label}: <b>{figure}</b>
      </p>
      <div className="scale-bar">
        <span className="scale-fill" />
        <span className="scale-band" />
        <span className="scale-here" />
      </div>
      <p className="scale-ends">
        <span>{ends[0]}</span>
        <span className="scale-band-label">
          {band.label}, {range}
        </span>
        <span>{ends[1]}</span>
      </p>
    </div>
  );
}
