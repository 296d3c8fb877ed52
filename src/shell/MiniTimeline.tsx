// A small drawing of a run's first lanes, by the same rules as the timeline, for the path through the chapters.
import type { Nanos } from '@interleave/simulation';
import type { CSSProperties } from 'react';
import { along, percent } from '../lab-kit/scales/percent.ts';
import { Patterns, StateBar } from '../lab-kit/states/Patterns.tsx';
import { STATES } from '../lab-kit/states/states.ts';
import { type Drawing, rowsOf } from '../lab-kit/timeline/drawing/drawing.ts';
import styles from './mini-timeline.module.css';

export default function MiniTimeline({
  drawing,
  lanes,
  id,
}: {
  drawing: Drawing;
  lanes: number;
  id: string;
}) {
  const rows = rowsOf(drawing).slice(0, lanes);
  // Its own clock: of many lanes the first few may end long before the run does.
  const end = Math.max(...rows.map(({ spans }) => spans.at(-1)?.end ?? 0)) as Nanos;
  return (
    <svg className={styles.mini} aria-hidden="true" style={{ '--rows': lanes } as CSSProperties}>
      <Patterns id={id} />
      {rows.map((row) => (
        <g className={styles.row} key={row.label} style={{ '--row': row.line } as CSSProperties}>
          <rect className={styles.floor} x="0" width="100%" />
          {row.bars().map((bar) => (
            <StateBar
              key={bar.start}
              state={bar.state}
              patterns={id}
              assumed={bar.assumed}
              x={along(bar.start, end)}
              width={percent((bar.end - bar.start) / end)}
              solid={STATES[bar.state].height !== 'full'}
            />
          ))}
        </g>
      ))}
    </svg>
  );
}
