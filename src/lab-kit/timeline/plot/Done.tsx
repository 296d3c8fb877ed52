// A run as far as its playhead has come, by what lies over its bars: what follows is faint, and what is over steps back
// behind what goes on.
import type { Playhead } from '../../frame/playhead.ts';
import { useDrawnTo } from '../../frame/use-drawn.ts';
import { percent, type Stretch, shareOf } from '../../scales/percent.ts';
import type { Panel, Row } from '../drawing/drawing.ts';
import { overUntil } from '../drawing/progress.ts';
import styles from './done.module.css';
import type { PlacedPanel } from './layout.ts';
import { ALONG, ROW } from './outlines.ts';
import { Panels, rowAttributes } from './Panels.tsx';

interface OnClock {
  playhead: Playhead;
  /** What is shown of the clock. */
  shown: Stretch;
}

export function Done({ placed, ...at }: { placed: readonly PlacedPanel[] } & OnClock) {
  return (
    <g data-live="only" data-mark="done" aria-hidden="true">
      <Later {...at} />
      <Panels placed={placed}>
        {({ panel, rowHeight }) =>
          rowHeight === null ? (
            panel.rows.map((row) => (
              <Over key={`${row.run}-${row.label}`} panel={panel} row={row} {...at} />
            ))
          ) : (
            <OverThin rows={panel.rows} rowHeight={rowHeight} {...at} />
          )
        }
      </Panels>
    </g>
  );
}

/** Where an instant lies in what is shown: at its edge where it lies beyond that. */
const within = (at: number, shown: Stretch) => Math.min(1, Math.max(0, shareOf(at, shown)));

/** Over what follows the playhead. */
function Later({ playhead, shown }: OnClock) {
  const to = useDrawnTo(playhead, (at) => at);
  if (to === null || to >= shown.end) return null;
  const from = within(to, shown);
  return (
    <rect className={styles.later} data-mark="later" x={percent(from)} width={percent(1 - from)} />
  );
}

/** Over what is over in a row. */
function Over({ panel, row, playhead, shown }: { panel: Panel; row: Row } & OnClock) {
  const until = useDrawnTo(playhead, (at) => (at === null ? 0 : overUntil(row, at)));
  if (until <= shown.start) return null;
  return (
    <g {...rowAttributes(panel, row)}>
      <rect className={styles.over} data-mark="over" width={percent(within(until, shown))} />
    </g>
  );
}

/** Over what is over in thin rows: one outline of them all. */
function OverThin({
  rows,
  rowHeight,
  playhead,
  shown,
}: { rows: readonly Row[]; rowHeight: number } & OnClock) {
  const outline = useDrawnTo(playhead, (at) =>
    at === null
      ? ''
      : rows
          .map((row, r) => {
            const end = Math.round(within(overUntil(row, at), shown) * ALONG);
            return end === 0 ? '' : `M0 ${r * ROW}h${end}v${ROW}H0z`;
          })
          .join(''),
  );
  return (
    <svg
      aria-hidden="true"
      width="100%"
      height={rowHeight * rows.length}
      viewBox={`0 0 ${ALONG} ${ROW * rows.length}`}
      preserveAspectRatio="none"
    >
      <path className={styles.over} data-mark="over" d={outline} />
    </svg>
  );
}
