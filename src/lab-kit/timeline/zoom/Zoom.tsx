// What shows a part of a timeline's clock: the gestures and, while there is one, the strip, the part in words, the way back.
import type { Nanos } from '@interleave/simulation';
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import labStyles from '../../frame/lab.module.css';
import type { Playhead } from '../../frame/playhead.ts';
import { usePrint } from '../../frame/use-print.ts';
import { type Stretch, wholeOf } from '../../scales/percent.ts';
import { onClock } from '../clock.ts';
import { type Drawing, reachOf } from '../drawing/drawing.ts';
import { aboutOf, listen } from './gestures.ts';
import { endsInWords, fitted, holding, isWhole, lengthOf } from './part.ts';
import { Strip } from './Strip.tsx';
import styles from './zoom.module.css';

export interface ZoomProps {
  drawing: Drawing;
  shown: Stretch;
  /** Shows this of the clock; null is the whole. */
  show: (part: Stretch | null) => void;
  playhead: Playhead;
  /** The id of the timeline. */
  controls: string;
}

/** A clock's length to three digits. */
const inShort = (end: Nanos) => onClock(Number(end.toPrecision(3)) as Nanos, end);

export function Zoom({ drawing, shown, show, playhead, controls }: ZoomProps) {
  const { end, opensOn } = drawing;
  const place = useRef<HTMLDivElement>(null);
  const printing = usePrint();
  /** What the reader wants to see; null is what the drawing opens on. Of a run that has no such part, that too. */
  const [wanted, want] = useState(() => linkedTo(drawing, playhead.at()));
  const chosen =
    wanted !== null && isIn(wanted, drawing)
      ? fitted(wanted.part.start, lengthOf(wanted.part), end)
      : (opensOn ?? wholeOf(end));
  const part = printing || isWhole(chosen, end) ? wholeOf(end) : chosen;
  // Before anything is painted: a new run may have another part.
  const { start, end: until } = part;
  useLayoutEffect(
    () => show(isWhole({ start, end: until }, end) ? null : { start, end: until }),
    [show, start, until, end],
  );
  /** Of two gestures between two renderings the second goes on where the first led. */
  const now = useRef({ part, drawing, playhead });
  useLayoutEffect(() => {
    now.current = { part, drawing, playhead };
  });
  // The same at every render, for what listens.
  const change = useCallback(
    (to: Stretch) => {
      const { drawing: of } = now.current;
      now.current.part = to;
      const isAll = isWhole(to, of.end);
      want({ part: isAll ? WHOLE : to, of });
      // With the whole the strip goes, and what was pressed: keys go on from the drawing.
      if (isAll && place.current?.contains(document.activeElement)) {
        document.getElementById(controls)?.focus({ preventScroll: true });
      }
    },
    [controls],
  );
  /** A tap may lead the playhead to where what is tapped begins; what is shown stays under the finger. */
  const tapping = useRef(false);
  useEffect(() => {
    const frame = place.current?.parentElement?.parentElement;
    if (!frame) return;
    const tap = () => {
      tapping.current = true;
      setTimeout(() => {
        tapping.current = false;
      });
    };
    frame.addEventListener('click', tap, true);
    const stop = listen(frame, {
      part: () => now.current.part,
      end: () => now.current.drawing.end,
      show: change,
      about: () => aboutOf(now.current.part, now.current.playhead.at()),
    });
    return () => {
      frame.removeEventListener('click', tap, true);
      stop();
    };
  }, [change]);
  useEffect(
    () =>
      playhead.subscribe(() => {
        const { part: before, drawing: of } = now.current;
        const follows = holding(before, of.end, playhead.at());
        if (follows !== before && !tapping.current) change(follows);
      }),
    [playhead, change],
  );
  const ends = endsInWords(part, end);
  const all = inShort(end);
  const said = `${ends} of ${all}`;
  return (
    <div ref={place} className={styles.said}>
      {!isWhole(shown, end) && (
        <>
          <Strip drawing={drawing} part={part} show={change} said={said} controls={controls} />
          <span>
            <span>{ends}</span> <span className={styles.of}>{`of ${all}`}</span>
          </span>{' '}
          <button type="button" className={labStyles.link} onClick={() => change(wholeOf(end))}>
            Show all <span className={styles.total}>{all}</span>
          </button>
        </>
      )}
    </div>
  );
}

/** A part that a reader wants to see, and the drawing of which. */
interface Wanted {
  readonly part: Stretch;
  readonly of: Drawing;
}

/** Whether a drawing has the part: one of another drawing not where one of its two runs is over before. */
const isIn = ({ part, of }: Wanted, drawing: Drawing): boolean =>
  part.start === 0 ||
  (part.end <= drawing.end && (of === drawing || part.start < reachOf(drawing)));

/** The part that a link asks for which names an instant; null where the drawing opens as it always does. */
function linkedTo(of: Drawing, at: number): Wanted | null {
  const { opensOn, end } = of;
  const part = opensOn && holding(opensOn, end, at);
  return part === undefined || part === opensOn ? null : { part, of };
}

/** Kept for whatever run comes: all of its clock. */
const WHOLE: Stretch = wholeOf(Number.POSITIVE_INFINITY as Nanos);
