// Where each thread is at the playhead: a track from the run queue to the cores, and from there back, straight or by way
// of a wait, with how often each way was taken.
import {
  type Nanos,
  type Places,
  placesAt,
  type Stay,
  type Trace,
  type Ways,
  waysAt,
} from '@interleave/simulation';
import {
  type CSSProperties,
  memo,
  type ReactNode,
  useDeferredValue,
  useId,
  useMemo,
  useRef,
} from 'react';
import { useAt } from '../../src/lab-kit/frame/playhead.ts';
import { useLive } from '../../src/lab-kit/frame/use-live.ts';
import { currentRun, type Run } from '../../src/lab-kit/lab.ts';
import { Patterns } from '../../src/lab-kit/states/Patterns.tsx';
import { type DrawnState, STATES } from '../../src/lab-kit/states/states.ts';
import { onClock } from '../../src/lab-kit/timeline/clock.ts';
import type { Place } from '../../src/lab-kit/timeline/drawing/drawing.ts';
import { isLarge } from '../../src/lab-kit/timeline/drawing/size.ts';
import type { TraceView } from '../../src/lab-kit/timeline/trace-view.tsx';
import type { Figure, Stage, StageProps } from '../../src/lab-kit/view.ts';
import styles from './places.module.css';
import { KEYS, useFocus } from './places-focus.ts';
import { linkedTo } from './places-linked.ts';
import { Labels, Rails } from './places-rails.tsx';
import { hasLocks, linesOf, type Room, shown, trafficOf } from './places-shown.ts';
import { Standing, stateOf, Token, type TokensProps } from './places-tokens.tsx';

/**
 * @param view the timeline that it stands with: its names, and its segments to choose
 * @param traceOf what is known of a run at an instant, ns: mostly all of it
 */
export function places<V>(
  view: TraceView<Trace>,
  traceOf: (run: Run<V, Trace>, at: number) => Trace,
): Figure<V, Trace, Place> {
  const link = linkedTo<V>(view);
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
        return <Figured {...{ view, link, traceOf, stage, at }} seen={at} />;
      }
      // What begins where a question holds back is held back: live. Without scripts, and on paper, nothing is.
      const before = (coveredFrom - 1) as Nanos;
      return (
        <>
          <div data-live="only">
            <Figured {...{ view, link, traceOf, stage, at }} seen={before} />
          </div>
          <div data-live="never">
            <Figured {...{ view, link, traceOf, at }} stage={open} seen={at} />
          </div>
        </>
      );
    },
  };
}

interface FiguredProps<V> {
  view: TraceView<Trace>;
  link: ReturnType<typeof linkedTo<V>>;
  traceOf: (run: Run<V, Trace>, at: number) => Trace;
  stage: Stage<V, Trace, Place>;
  /** Where the playhead stands. */
  at: Nanos;
  /** The instant that is drawn: that, or just before it. */
  seen: Nanos;
}

function Figured<V>({ view, link, traceOf, stage, at, seen }: FiguredProps<V>) {
  const run = currentRun(stage.runs);
  const { tag } = run;
  const trace = traceOf(run, at);
  const linked = useMemo(() => link(stage, trace), [link, stage, trace]);
  const title = useId();
  const figure = useRef<HTMLElement>(null);
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
          <span>{`${tag === '' ? 'Where' : `${tag}: where`} each ${view.naming.many.replace(/s$/, '')} is `}</span>
          <span>{`${seen < at ? 'just before' : 'at'} ${onClock(at, view.drawing(stage.runs).end)}`}</span>
        </b>{' '}
        <span>and how often each way was taken so far</span>
      </p>
      <Track
        figure={figure}
        many={view.naming.many}
        linked={linked}
        trace={trace}
        standing={placesAt(trace, seen)}
        ways={waysAt(trace, seen)}
      />
    </section>
  );
}

/** What a place has room for: one that has most of a floor, and two that share it. The style sheet has the same. */
const MOST: Room = { narrow: 3, wide: 6 };
const HALF: Room = { narrow: 2, wide: 3 };
const FEW: Room = { narrow: 1, wide: 3 };

interface TrackProps {
  figure: { readonly current: HTMLElement | null };
  many: string;
  linked: ReturnType<ReturnType<typeof linkedTo>>;
  trace: Trace;
  standing: Places;
  ways: Ways;
}

/** Drawn again only where a thread has moved: while it plays the playhead moves at each frame. */
const Track = memo(function Track(props: TrackProps) {
  const { figure, many, linked, trace, standing, ways } = props;
  const { cores, toCome, ended } = standing;
  const { scenario } = trace;
  const id = useId();
  const { held, ...focus } = useFocus(figure);
  const lines = linesOf(scenario);
  const both = lines.length > 1;
  const rooms = {
    queue: both ? HALF : MOST,
    line: both ? FEW : MOST,
    waiting: MOST,
    blocked: HALF,
  };
  type Named = keyof typeof rooms;
  const inSight = (name: Named) =>
    standing[name].slice(0, shown(standing[name].length, rooms[name].narrow).tokens);
  const tasks = [
    ...inSight('queue'),
    ...cores.filter((stay) => stay !== null),
    ...inSight('line'),
    ...inSight('waiting'),
    ...inSight('blocked'),
  ].map(({ task }) => task);
  const tokens: TokensProps = {
    patterns: id,
    live: useLive(),
    tabbed: held !== null && tasks.includes(held) ? held : tasks[0],
    ...linked,
    ...focus,
  };
  const traffic = trafficOf(ways);
  const place = (name: Named, title: ReactNode) => (
    <div className={styles.place} data-place={name}>
      <p className={styles.heading} id={`${id}-at-${name}`}>
        {title}
      </p>
      <Standing
        stays={standing[name]}
        room={rooms[name]}
        ordered={name === 'queue' || name === 'line'}
        labelledBy={`${id}-at-${name}`}
        tokens={tokens}
      />
    </div>
  );
  return (
    <>
      <div className={styles.track} style={{ '--cores': cores.length } as CSSProperties}>
        <svg className={styles.patterns} aria-hidden="true">
          <Patterns id={id} />
        </svg>
        <Rails scenario={scenario} traffic={traffic} cores={cores.length} />
        <div className={styles.above}>
          {lines.includes('queue') && place('queue', heading('runnable', 'the run queue'))}
          {lines.includes('line') && place('line', heading('queued', 'no worker yet'))}
        </div>
        <ol className={styles.cores} aria-label="Cores">
          {cores.map((stay, core) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a core is its number
            <li key={core} className={styles.core} style={{ '--core': core } as CSSProperties}>
              <Core stay={stay} core={core} alone={cores.length === 1} tokens={tokens} />
            </li>
          ))}
        </ol>
        <div className={styles.below}>
          {place('waiting', heading('waiting'))}
          {hasLocks(scenario) && place('blocked', heading('blocked'))}
        </div>
        <Labels scenario={scenario} traffic={traffic} />
      </div>
      <p className={styles.caption}>
        <span>{`${counted(trace.tasks.length - toCome.length)} of ${counted(trace.tasks.length)} ${many} arrived, `}</span>
        <span>{`${ended.length === 0 ? 'none' : counted(ended.length)} ended`}</span>
      </p>
    </>
  );
});

const counted = (count: number) => count.toLocaleString('en');

/** @param where what the place is called besides; '' for nothing */
const heading = (state: DrawnState, where = '') => (
  <span>
    <b>{STATES[state].letter}</b> <span>{STATES[state].word}</span>
    {where !== '' && <span className={styles.where}>{`: ${where}`}</span>}
  </span>
);

interface CoreProps {
  stay: Stay | null;
  core: number;
  /** It is the only one. */
  alone: boolean;
  tokens: TokensProps;
}

function Core({ stay, core, alone, tokens }: CoreProps) {
  const name = `core ${core + 1}`;
  if (stay === null) {
    return (
      <>
        <p className={styles.heading}>{name}</p>
        <span className={styles.idle}>{STATES.idle.word}</span>
      </>
    );
  }
  const state = stateOf(stay);
  return (
    <>
      <p className={styles.heading}>
        {alone ? (
          heading(state, name)
        ) : (
          <span>
            <b>{STATES[state].letter}</b> <span>{name}</span>
          </span>
        )}
      </p>
      <Token stay={stay} place={0} tokens={tokens} />
    </>
  );
}
