// A strip on its clock: lanes of requests, the cores below, the window that follows the playhead, and what is counted.
import { type CSSProperties, useId, useLayoutEffect, useRef } from 'react';
import type { Playhead } from '../lab-kit/frame/playhead.ts';
import { Patterns } from '../lab-kit/states/Patterns.tsx';
import { Head, Ticks } from './Axis.tsx';
import { type Layout, layoutOf } from './layout.ts';
import styles from './opening-strip.module.css';
import { Ahead, Done, type Stage } from './Requests.tsx';
import { answeredAt, inLineAt, isAnswered, isTaken, type Strip, takenAt } from './strip.ts';
import { useDerived } from './use-derived.ts';
import { beginsAt, LENGTH } from './view-window.ts';

/** Requests are drawn in stretches of this length (ns): while the window moves within one, nothing is drawn again. */
const STRETCH = 0.25e9;

interface StripProps {
  strip: Strip;
  playhead: Playhead;
  /** How it is told to those who do not see it. */
  label: string;
  /** How fast it runs, in words; '' while it stands. */
  speed: string;
  /** How wide it is; null while it is not known, and where the playhead stands at the end. */
  width: keyof typeof LENGTH | null;
}

export function StripDrawing({ strip, playhead, label, speed, width }: StripProps) {
  const layout = layoutOf(strip);
  const patterns = useId();
  const plot = useMoving(strip, playhead, width);
  const from =
    STRETCH *
    useDerived(playhead, (at) => Math.floor(beginsAt(at, strip.end, LENGTH.wide) / STRETCH));
  const shown = {
    strip,
    playhead,
    layout,
    patterns,
    from,
    to: from + LENGTH.wide + STRETCH,
  };
  return (
    <div
      ref={plot}
      className={`${styles.plot} ${layout.single ? styles.single : ''} ${layout.dense ? styles.dense : ''}`}
      style={
        {
          '--lanes': strip.lanes,
          '--cores': strip.cores,
          '--gap': `${layout.gap}px`,
          '--zoom': LENGTH.wide / LENGTH.narrow,
          '--ended': `${100 - (100 * strip.end) / LENGTH.wide}%`,
        } as CSSProperties
      }
      role="img"
      aria-label={label}
      data-at-end={width === null && playhead.at() >= strip.end ? '' : undefined}
    >
      <Labels strip={strip} />
      <div className={styles.field}>
        <div className={styles.scale}>
          <div className={styles.tape} data-moves="tape">
            <Ticks playhead={playhead} end={strip.end} from={from} to={shown.to} />
          </div>
        </div>
        <svg aria-hidden="true">
          <rect className={styles.line} width="100%" />
          {Array.from({ length: strip.cores }, (_, core) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a core is its number
            <g key={core} className={styles.core} style={{ '--core': core } as CSSProperties}>
              <rect className={styles.floor} width="100%" />
            </g>
          ))}
        </svg>
        <div className={styles.window}>
          <div className={styles.tape} data-moves="tape">
            <AheadOfAll {...shown} />
          </div>
          <div className={styles.seen} data-moves="seen">
            <IdleCores strip={strip} />
            <div className={styles.tape} data-moves="tape">
              <DoneByAll {...shown} />
            </div>
          </div>
        </div>
        <Counts strip={strip} playhead={playhead} speed={speed} />
        <Head playhead={playhead} end={strip.end} />
      </div>
    </div>
  );
}

/** Everything that moves at each frame, and nothing else: places are set on the elements, React draws nothing. */
function useMoving(strip: Strip, playhead: Playhead, width: keyof typeof LENGTH | null) {
  const plot = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (width === null || plot.current === null) return;
    const length = LENGTH[width];
    const moving = (name: string) => [
      ...(plot.current?.querySelectorAll<HTMLElement>(`[data-moves="${name}"]`) ?? []),
    ];
    const [tapes, seen, heads, flags] = [
      moving('tape'),
      moving('seen'),
      moving('head'),
      moving('flag'),
    ];
    const place = () => {
      const at = playhead.at();
      const from = beginsAt(at, strip.end, length);
      const share = Math.min((at - from) / length, 1) * 100;
      for (const { style } of tapes)
        style.transform = `translateX(${(-100 * from) / LENGTH.wide}%)`;
      for (const { style } of seen) style.clipPath = `inset(0 ${100 - share}% 0 0)`;
      for (const { style } of heads) style.transform = `translateX(${share}%)`;
      for (const { style } of flags) {
        style.transform = `translateX(min(${share}%, 100% - var(--flag) / 2))`;
      }
    };
    place();
    return playhead.subscribe(place);
  }, [strip, playhead, width]);
  return plot;
}

interface Shown {
  strip: Strip;
  playhead: Playhead;
  layout: Layout;
  patterns: string;
  /** The stretch (ns) that is drawn. */
  from: number;
  to: number;
}

/** The requests that have a part in a stretch. */
function requestsIn({ strip, from, to }: Shown): number[] {
  return strip.taken.flatMap((taken, request) =>
    taken <= to && (strip.answered[request] ?? 0) >= from ? [request] : [],
  );
}

function AheadOfAll(shown: Shown) {
  const { strip, playhead, layout, patterns } = shown;
  // Drawn again when one is taken or answered.
  useDerived(playhead, (at) => `${takenAt(strip, at)} ${answeredAt(strip, at)}`);
  const at = playhead.at();
  const stageOf = (request: number): Stage => {
    if (isAnswered(strip, request, at)) return 'answered';
    return isTaken(strip, request, at) ? 'progress' : 'line';
  };
  return (
    <svg aria-hidden="true">
      <Patterns id={patterns} />
      {requestsIn(shown).map((request) => (
        <Ahead
          key={request}
          strip={strip}
          request={request}
          layout={layout}
          patterns={patterns}
          stage={stageOf(request)}
        />
      ))}
    </svg>
  );
}

function DoneByAll(shown: Shown) {
  const { strip, layout, patterns } = shown;
  return (
    <svg aria-hidden="true">
      {requestsIn(shown).map((request) => (
        <Done
          key={request}
          strip={strip}
          request={request}
          layout={layout}
          patterns={patterns}
          last={strip.answered[request] === strip.end}
        />
      ))}
    </svg>
  );
}

function IdleCores({ strip }: { strip: Strip }) {
  const busy = new Set(strip.core);
  const idle = Array.from({ length: strip.cores }, (_, core) => core).filter(
    (core) => !busy.has(core),
  );
  return Array.from({ length: strip.cores }, (_, core) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a core is its number
    <div key={core} className={styles.idle} style={{ '--core': core } as CSSProperties}>
      {idle.includes(core) && (core === idle[0] ? 'idle: nothing to compute' : 'idle')}
    </div>
  ));
}

/** What the lanes are, and the cores. */
function Labels({ strip: { lanes, cores } }: { strip: Strip }) {
  return (
    <div className={styles.labels}>
      <b>
        <span>{lanes === 1 ? 'one' : lanes}</span> <span>{lanes === 1 ? 'worker' : 'workers'}</span>
      </b>
      {Array.from({ length: cores }, (_, core) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a core is its number
        <span key={core} style={{ '--core': core } as CSSProperties}>{`core ${core + 1}`}</span>
      ))}
    </div>
  );
}

interface CountsProps {
  strip: Strip;
  playhead: Playhead;
  speed: string;
}

function Counts({ strip, playhead, speed }: CountsProps) {
  const answered = useDerived(playhead, (at) => answeredAt(strip, at));
  const inLine = useDerived(playhead, (at) => inLineAt(strip, at));
  return (
    <p className={styles.counts}>
      <span hidden={answered === 0}>
        <b>{answered}</b> answered
      </span>
      <span className={styles.speed}>{speed}</span>
      <span className={styles.waiting} hidden={inLine === 0}>
        <b>{inLine}</b> in line →
      </span>
    </p>
  );
}
