// One second of a run as it is, drawn as any timeline: a row a request, dense where there are many.
import { capital, type Nanos } from '@interleave/simulation';
import { type KeyboardEvent, useMemo, useState } from 'react';
import { useAt, usePlayhead } from '../../src/lab-kit/frame/playhead.ts';
import { oncePer } from '../../src/lab-kit/once-per.ts';
import {
  barAt,
  barName,
  type Drawing,
  nearestBar,
  type Place,
  rowAt,
  rowsOf,
  twins,
} from '../../src/lab-kit/timeline/drawing/drawing.ts';
import { drawWindow } from '../../src/lab-kit/timeline/drawing/window.ts';
import { Legend } from '../../src/lab-kit/timeline/Legend.tsx';
import { type Naming, traced } from '../../src/lab-kit/timeline/naming.ts';
import { Timeline } from '../../src/lab-kit/timeline/plot/Timeline.tsx';
import type { Diagnosis } from './kinds.ts';
import styles from './symptoms.module.css';
import { worstSecond } from './worst-second.ts';

const SECOND = 1e9;
const MS = 1e6;
const wholeMs = (at: number) => Math.round(at / MS) * MS;

const naming: Naming = { tasks: {}, awaited: 'IO', many: 'requests', subjects: [] };

const drawingOf = oncePer((of: Diagnosis): Drawing => {
  const start = (worstSecond(of) * SECOND) as Nanos;
  return drawWindow(naming, traced(naming, of.trace()), {
    start,
    end: (start + SECOND) as Nanos,
  });
});

export function Second({ of }: { readonly of: Diagnosis }) {
  const drawing = drawingOf(of);
  const second = worstSecond(of);
  const [wanted, choose] = useState<Place | null>(null);
  const chosen = barAt(drawing, wanted) === undefined ? null : wanted;
  const track = useMemo(
    () => ({ end: drawing.end, stops: () => [0, drawing.end], flows: true }),
    [drawing],
  );
  const playhead = usePlayhead(track, 0);
  const take = (place: Place) => {
    choose(place);
    const bar = barAt(drawing, place);
    playhead.follow(bar && { start: wholeMs(bar.start), end: bar.end });
  };
  const bar = barAt(drawing, chosen);
  const row = chosen === null ? undefined : rowAt(drawing, chosen.row)?.row;
  return (
    <section
      className={styles.second}
      // Where the clock begins is said by the axis: a flag would hide its numbers.
      data-at={useAt(playhead) === 0 ? 'start' : undefined}
      aria-label="One second as a timeline"
    >
      <p>
        <b>{`Second ${second + 1} of 60`}</b>{' '}
        <span>in which requests took longest, with all requests that were there in it</span>
      </p>
      <Timeline
        drawing={drawing}
        label={`Second ${second + 1}. Arrow keys move from segment to segment.`}
        playhead={playhead}
        selected={chosen}
        ringed={(place) => twins(drawing, place)}
        coveredFrom={null}
        live
        onSelect={take}
        onKeyDown={(event) => {
          const next = step(drawing, chosen, event);
          if (next === null) return;
          event.preventDefault();
          take(next);
        }}
      />
      <Legend drawing={drawing} />
      <p className={styles.bar} role="status">
        {bar !== undefined && row !== undefined && (
          <>
            <b>{capital(row.title)}</b> <span>{barName(bar, drawing.end)}</span>
          </>
        )}
      </p>
    </section>
  );
}

/** Where a key leads from a bar, or from where nothing is chosen; null for a key that leads nowhere. */
function step(drawing: Drawing, from: Place | null, event: KeyboardEvent): Place | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  const { row, bar } = from ?? { row: 0, bar: -1 };
  const last = (rowAt(drawing, row)?.row.spans.length ?? 0) - 1;
  switch (event.key) {
    case 'ArrowRight':
      return { row, bar: Math.min(bar + 1, last) };
    case 'ArrowLeft':
      return { row, bar: Math.max(bar - 1, 0) };
    case 'Home':
      return { row, bar: 0 };
    case 'End':
      return { row, bar: last };
    case 'ArrowDown':
      return beside(drawing, { row, bar }, 1);
    case 'ArrowUp':
      return beside(drawing, { row, bar }, -1);
    default:
      return null;
  }
}

/** The bar of the next row that lies at the same time. */
function beside(drawing: Drawing, { row, bar }: Place, by: 1 | -1): Place {
  const next = Math.min(rowsOf(drawing).length - 1, Math.max(0, row + by));
  const here = barAt(drawing, { row, bar });
  const nearest = nearestBar(drawing, next, here === undefined ? 0 : (here.start + here.end) / 2);
  return nearest === undefined ? { row, bar } : { row: next, bar: nearest };
}
