// The strip under the axis of a timeline of which a part is shown: the whole of its run in small, with the part on it.
import type { Nanos } from '@interleave/simulation';
import { type KeyboardEvent, type PointerEvent, useMemo, useRef } from 'react';
import { along, breadthOf, percent, type Stretch, wholeOf } from '../../scales/percent.ts';
import type { Drawing } from '../drawing/drawing.ts';
import { busyArea } from './busy.ts';
import { fitted, lengthOf, panned } from './part.ts';
import styles from './zoom.module.css';

interface StripProps {
  drawing: Drawing;
  part: Stretch;
  show: (part: Stretch) => void;
  /** The part in words. */
  said: string;
  /** The id of the timeline that it moves. */
  controls: string;
}

/** How far a key goes, in lengths of what is shown. */
const STEPS: Readonly<Record<string, number>> = {
  ArrowLeft: -0.1,
  ArrowUp: -0.1,
  ArrowRight: 0.1,
  ArrowDown: 0.1,
  PageUp: -1,
  PageDown: 1,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

/** Where a key leads; undefined for one that leads nowhere. */
function stepped(part: Stretch, end: Nanos, key: string): Stretch | undefined {
  const step = STEPS[key];
  return step === undefined ? undefined : panned(part, end, step * lengthOf(part));
}

export function Strip({ drawing, part, show, said, controls }: StripProps) {
  const { end } = drawing;
  const area = useMemo(() => busyArea(drawing), [drawing]);
  /** How far the pointer holds the part from its start, ns. */
  const grip = useRef(0);
  const instantAt = (event: PointerEvent) => {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    return ((event.clientX - left) / width) * end;
  };
  const move = (event: PointerEvent) =>
    show(fitted(instantAt(event) - grip.current, lengthOf(part), end));
  return (
    <div
      className={styles.strip}
      role="scrollbar"
      tabIndex={0}
      aria-label="Part of the clock that is shown"
      aria-orientation="horizontal"
      aria-controls={controls}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round((100 * part.start) / Math.max(1, end - lengthOf(part)))}
      aria-valuetext={said}
      onKeyDown={(event: KeyboardEvent) => {
        const found = event.shiftKey ? undefined : stepped(part, end, event.key);
        if (found === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
        event.preventDefault();
        show(found);
      }}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        const at = instantAt(event);
        // Beside the part a press brings it there.
        grip.current = at >= part.start && at <= part.end ? at - part.start : lengthOf(part) / 2;
        move(event);
      }}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) move(event);
      }}
    >
      <svg viewBox={area.viewBox} preserveAspectRatio="none" aria-hidden="true">
        <path d={area.path} />
      </svg>
      <span
        className={styles.part}
        style={{
          insetInlineStart: along(part.start, wholeOf(end)),
          inlineSize: percent(breadthOf(part, wholeOf(end))),
        }}
      />
      <span className={styles.whole} aria-hidden="true">
        the whole run
      </span>
    </div>
  );
}
