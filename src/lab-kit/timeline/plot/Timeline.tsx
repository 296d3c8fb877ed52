// The timeline: one SVG of panels of rows on one clock, complete when built and, once live, one tab stop.
import type { Nanos } from '@interleave/simulation';
import { type CSSProperties, type KeyboardEvent, useId, useLayoutEffect, useState } from 'react';
import type { Playhead as PlayheadOnClock } from '../../frame/playhead.ts';
import { along, percent, type Stretch, shareOf, wholeOf } from '../../scales/percent.ts';
import { Patterns } from '../../states/Patterns.tsx';
import { barAt, type Drawing, type Place, rowsOf } from '../drawing/drawing.ts';
import { Zoom } from '../zoom/Zoom.tsx';
import { Axis, AxisHit } from './Axis.tsx';
import { barId } from './Cells.tsx';
import { Done } from './Done.tsx';
import { placePanels } from './layout.ts';
import { CorePath, Flag, Marks, Playhead, Ring } from './Marks.tsx';
import { InPanel, Panels } from './Panels.tsx';
import { Readout } from './Readout.tsx';
import { Bars, Hits, Labels, Texts } from './Rows.tsx';
import readouts from './readout.module.css';
import { Heading, ThinHits, ThinRows } from './Thin.tsx';
import styles from './timeline.module.css';
import { usePointer } from './use-pointer.ts';

interface TimelineProps {
  drawing: Drawing;
  label: string;
  playhead: PlayheadOnClock;
  selected: Place | null;
  /** The places that a ring shows with the one that is chosen, which is among them. */
  ringed: (place: Place) => readonly Place[];
  /** The instant from which on a question holds back what is drawn, or null. */
  coveredFrom: Nanos | null;
  /**
   * Whether scripts run, so that what is covered can be left out altogether. The page as it was built holds all of it,
   * for readers without scripts, and only covers it.
   */
  live: boolean;
  onSelect: (place: Place) => void;
  onKeyDown: (event: KeyboardEvent) => void;
}

export function Timeline(props: TimelineProps) {
  const { drawing, label, playhead, coveredFrom, live, onKeyDown } = props;
  const { end } = drawing;
  const id = useId();
  const { placed, height } = placePanels(drawing);
  const free = coveredFrom === null;
  /** What is shown of the clock; null is the whole, as in the page that was built. */
  const [part, show] = useState<Stretch | null>(null);
  const shown = part ?? wholeOf(end);
  useLayoutEffect(() => playhead.show(shown), [playhead, shown]);
  const pointer = usePointer({ ...props, shown, onSeek: playhead.seek });
  const selected = barAt(drawing, props.selected) === undefined ? null : props.selected;
  const hiddenFrom = live ? coveredFrom : null;
  const rows = { id, end, shown, selected, hiddenFrom };
  const [top] = placed;
  return (
    <div className={measures(drawing)} style={{ '--height': height } as CSSProperties}>
      <div
        id={id}
        className={styles.timeline}
        role="grid"
        tabIndex={live ? 0 : undefined}
        aria-label={label}
        aria-rowcount={rowsOf(drawing).length}
        aria-activedescendant={selected === null ? undefined : barId(id, selected)}
        onKeyDown={onKeyDown}
        {...pointer.heard}
      >
        <svg className={styles.plot} ref={pointer.plot} role="presentation">
          <Patterns id={id} />
          <Axis end={end} shown={shown} playhead={playhead} hiddenFrom={hiddenFrom} />
          {top !== undefined && (
            // Under the bars, so that it crosses none of the lanes between.
            <InPanel placed={top}>
              <CorePath drawing={drawing} shown={shown} hiddenFrom={hiddenFrom} />
            </InPanel>
          )}
          <Panels placed={placed}>
            {(one) =>
              one.rowHeight === null ? (
                <Bars placed={one} {...rows} />
              ) : (
                <ThinRows placed={one} rowHeight={one.rowHeight} {...rows} />
              )
            }
          </Panels>
          <Playhead playhead={playhead} shown={shown} />
          <Panels placed={placed}>
            {({ panel }) =>
              panel.size !== 'thin' && <Texts {...{ panel, end, shown, hiddenFrom }} />
            }
          </Panels>
          <Done placed={placed} playhead={playhead} shown={shown} />
          <Panels placed={placed}>
            {({ panel }) =>
              panel.size === 'thin' ? (
                <Heading panel={panel} hidden={hiddenFrom !== null} playhead={playhead} />
              ) : (
                <Labels {...{ panel, end, shown, hiddenFrom, playhead }} />
              )
            }
          </Panels>
          {selected !== null && (
            <Ring drawing={drawing} shown={shown} placed={placed} places={props.ringed(selected)} />
          )}
          {top !== undefined && hiddenFrom === null && (
            <InPanel placed={top}>
              <Marks drawing={drawing} shown={shown} playhead={playhead} />
            </InPanel>
          )}
          {coveredFrom !== null && (
            <g className={styles.veil} data-live="only" aria-hidden="true">
              <rect
                x={along(coveredFrom, shown)}
                style={{ width: percent(1 - shareOf(coveredFrom, shown)) }}
              />
              <text x={along(coveredFrom, shown)}>predict first</text>
            </g>
          )}
          <Flag playhead={playhead} shown={shown} end={end} />
          <AxisHit />
          <Panels placed={placed}>
            {(one) =>
              one.rowHeight === null ? (
                <Hits placed={one} />
              ) : (
                <ThinHits placed={one} rowHeight={one.rowHeight} />
              )
            }
          </Panels>
        </svg>
        <div className={readouts.readouts} data-live="only">
          <Readout
            {...{ drawing, placed, shown, selected, hiddenFrom }}
            hovered={pointer.hovered}
          />
        </div>
      </div>
      {free && (
        <div className={styles.zoom} data-live="only" inert={!live}>
          {live && <Zoom {...{ drawing, shown, show, playhead }} controls={id} />}
          <button type="button" data-zoom="-" aria-label="Zoom out">
            −
          </button>
          <button type="button" data-zoom="+" aria-label="Zoom in">
            +
          </button>
        </div>
      )}
    </div>
  );
}

/** What the measures of a timeline depend on. */
function measures({ panels, pair, marks }: Drawing): string {
  const labelled = panels.some(({ size }) => size !== 'thin');
  const found = [styles.measures];
  if (!labelled) found.push(styles.unlabelled);
  if (labelled && pair) found.push(styles.pair);
  if (!pair && panels.some(({ of }) => of === 'workers')) found.push(styles.levels);
  if (!pair && marks.some(({ line }) => line > 0)) found.push(styles.roomy);
  return found.join(' ');
}
