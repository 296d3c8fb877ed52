// The state and the times of the segment under the mouse or, while the timeline has the focus, of the chosen one: right
// below it, over what stands there.
import type { Nanos } from '@interleave/simulation';
import type { CSSProperties } from 'react';
import { percent, type Stretch, seenOf, shareOf } from '../../scales/percent.ts';
import { barAt, barName, type Drawing, type Place, rowAt } from '../drawing/drawing.ts';
import { showsAt } from './Cells.tsx';
import type { PlacedPanel } from './layout.ts';
import { panelAttributes } from './Panels.tsx';
import styles from './readout.module.css';

interface ReadoutProps {
  drawing: Drawing;
  placed: readonly PlacedPanel[];
  shown: Stretch;
  hovered: Place | null;
  selected: Place | null;
  hiddenFrom: Nanos | null;
}

export function Readout({ drawing, placed, shown, hovered, selected, hiddenFrom }: ReadoutProps) {
  const place = hovered ?? selected;
  const bar = barAt(drawing, place);
  const found = place === null ? undefined : rowAt(drawing, place.row);
  const panel = placed.find((one) => one.panel === found?.panel);
  const seen = bar && seenOf(bar, shown);
  if (!seen || !bar || !found || !panel || !showsAt(bar.start, hiddenFrom)) return null;
  const { row } = found;
  const { className, style } = panelAttributes(panel);
  const [from, to] = [shareOf(seen.start, shown), shareOf(seen.end, shown)];
  // It reaches to the side that has more room.
  const atEnd = from + to > 1;
  const names = [styles.readout, className];
  if (hovered === null) names.push(styles['of-focus']);
  if (atEnd) names.push(styles['at-end']);
  if (found.panel.size === 'thin') names.push(styles['of-thin']);
  if (found.panel.size === 'half' && row.run === 1) names.push(styles.below);
  return (
    <p
      className={names.join(' ')}
      style={
        {
          ...style,
          '--nth': row.line,
          '--from': percent(atEnd ? 1 - to : from),
        } as CSSProperties
      }
      data-mark="readout"
      aria-hidden="true"
    >
      <b>{row.title}</b> <span>{barName(bar, drawing.end, hiddenFrom)}</span>
    </p>
  );
}
