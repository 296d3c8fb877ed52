// Where each task is at the playhead: a track from a line to the cores, and from there back, straight or by way of a wait,
// with how often each way was taken.
import { capital, instants, type Nanos, type Trace } from '@interleave/simulation';
import { useDeferredValue, useId, useMemo, useRef } from 'react';
import { useAt } from '../../frame/playhead.ts';
import { currentRun, type Run } from '../../lab.ts';
import { oncePer } from '../../once-per.ts';
import { onClock } from '../../timeline/clock.ts';
import type { Place } from '../../timeline/drawing/drawing.ts';
import { isLarge } from '../../timeline/drawing/size.ts';
import type { TraceView } from '../../timeline/trace-view.tsx';
import type { Figure, Stage, StageProps } from '../../view.ts';
import { KEYS } from './focus.ts';
import { linkedTo } from './linked.ts';
import styles from './places.module.css';
import { Tracks } from './Tracks.tsx';
import type { Track } from './track.ts';

interface PlacesOf<V> {
  /** The timeline that it stands with: its names, and its segments to choose. */
  readonly view: TraceView<Trace>;
  /** What is known of a run at an instant, ns: mostly all of it. */
  traceOf(run: Run<V, Trace>, at: number): Trace;
  /** What stands where at an instant at which something changes, ns, in one track or several. */
  tracksAt(trace: Trace, at: Nanos): readonly Track[];
  /** What the figure is about, in words: "where each thread is". */
  subject(trace: Trace): string;
}

/** The figure of places of a lab that simulates. */
export function places<V>(of: PlacesOf<V>): Figure<V, Trace, Place> {
  const link = linkedTo<V>(of.view);
  return {
    id: 'places',
    coversItself: true,
    keys: KEYS,
    Draw: ({ stage: now }: StageProps<V, Trace, Place>) => {
      // A run of many tasks takes a while to read: the timeline is drawn first.
      const settled = useDeferredValue(now);
      const stage = isLarge(currentRun(now.runs).result) ? settled : now;
      const { coveredFrom } = stage;
      const at = useAt(stage.playhead) as Nanos;
      const open = useMemo(() => ({ ...stage, coveredFrom: null }), [stage]);
      if (coveredFrom === null || at < coveredFrom) {
        return <Figured {...{ of, link, stage, at }} seen={at} />;
      }
      // What begins where a question holds back is held back: live. Without scripts, and on paper, nothing is.
      const before = (coveredFrom - 1) as Nanos;
      return (
        <>
          <div data-live="only">
            <Figured {...{ of, link, stage, at }} seen={before} />
          </div>
          <div data-live="never">
            <Figured {...{ of, link, at }} stage={open} seen={at} />
          </div>
        </>
      );
    },
  };
}

interface FiguredProps<V> {
  of: PlacesOf<V>;
  link: ReturnType<typeof linkedTo<V>>;
  stage: Stage<V, Trace, Place>;
  /** Where the playhead stands. */
  at: Nanos;
  /** The instant that is drawn: that, or just before it. */
  seen: Nanos;
}

const stopsOf = oncePer(instants);

function Figured<V>({ of, link, stage, at, seen }: FiguredProps<V>) {
  const { view, traceOf, tracksAt, subject } = of;
  const run = currentRun(stage.runs);
  const { tag } = run;
  const trace = traceOf(run, at);
  const linked = useMemo(() => link(stage, trace), [link, stage, trace]);
  // Between two stops all stand where they stand.
  const stop = stopsOf(trace).findLast((one) => one <= seen) ?? (0 as Nanos);
  const tracks = useMemo(() => tracksAt(trace, stop), [tracksAt, trace, stop]);
  const title = useId();
  const figure = useRef<HTMLElement>(null);
  const about = subject(trace);
  return (
    <section
      className={styles.figure}
      ref={figure}
      tabIndex={-1}
      aria-labelledby={title}
      data-places
      onKeyDown={(event) => stage.press(event, KEYS)}
    >
      <p className={styles.title} id={title}>
        <b>
          <span>{`${tag === '' ? capital(about) : `${tag}: ${about}`} `}</span>
          <span>{`${seen < at ? 'just before' : 'at'} ${onClock(at, view.drawing(stage.runs).end)}`}</span>
        </b>{' '}
        <span>and how often each way was taken so far</span>
      </p>
      <Tracks
        figure={figure}
        linked={linked}
        tracks={tracks}
        covered={stage.coveredFrom !== null}
      />
    </section>
  );
}
