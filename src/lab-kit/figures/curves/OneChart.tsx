// One chart: its curves, the point that the lab shows, and another that the reader looks at by pointer or keys.
import {
  type CSSProperties,
  type KeyboardEvent,
  type PointerEvent,
  useId,
  useMemo,
  useState,
} from 'react';
import { useLive } from '../../frame/use-live.ts';
import { usePrint } from '../../frame/use-print.ts';
import { percent } from '../../scales/percent.ts';
import { Swatch } from '../../states/Patterns.tsx';
import { axesOf, isOn, namesApart, shareOf } from './axes.ts';
import { type Chart, canBeChosen, DOTS, hasDots, isNamed, type Series } from './chart.ts';
import styles from './charts.module.css';
import type { Drawing, MarkKind } from './drawing.ts';
import { Frame } from './Frame.tsx';
import { StaticCurves } from './StaticCurves.tsx';
import { useLiveCurves } from './use-live-curves.ts';
import { across, choices, figuresAt, valueAt } from './words.ts';

interface OneChartProps {
  chart: Chart;
  /** Left out for lines. */
  drawing: Drawing | undefined;
  /** The x of the run that the lab shows; null where its setting is none that the axis has. */
  marked: number | null;
  /** Null where no point can be chosen. */
  onChoose: ((x: number) => void) | null;
}

/** Below this share of the axis no name has room under its point. */
const LOW = 0.15;

/** Beside a mark nearer than this share to an end of the axis a word has no room on a phone. */
const ROOM = 0.2;

/** More names than these have no room among the lines of a phone's chart: they keep their margin there. */
const MOST_INSIDE = 2;

export function OneChart({ chart, drawing, marked, onChoose }: OneChartProps) {
  const id = useId();
  const [looked, setLooked] = useState<number | null>(null);
  const { place, Live } = useLiveCurves();
  const live = useLive();
  const printing = usePrint();
  const axes = useMemo(() => axesOf(chart), [chart]);
  const { pinned } = chart.x;
  const xs = choices(chart);
  // A new setting may have no such point any more.
  const at = looked !== null && xs.includes(looked) ? looked : marked;
  const nearest = (event: PointerEvent) => {
    const box = event.currentTarget.getBoundingClientRect();
    const share = (event.clientX - box.left) / box.width;
    const distance = (x: number) => Math.abs(shareOf(x, axes.x) - share);
    return xs.reduce((best, x) => (distance(x) < distance(best) ? x : best));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const to = keyed(event.key, xs, at);
    if (to !== undefined) setLooked(to);
    else if (event.key === 'Enter' || event.key === ' ') at !== null && onChoose?.(at);
    else if (event.key === 'Escape') setLooked(null);
    else return;
    event.preventDefault();
  };
  const named = chart.series.filter(isNamed);
  const compared = named.filter(({ kind }) => kind === 'pinned');
  const letters = Math.max(0, ...compared.map(({ label, short = label }) => short.length));
  const ends = named.map(({ points }) => shareOf(points.at(-1)?.y ?? axes.y.from, axes.y));
  const places = namesApart(ends);
  const Mark = drawing?.Mark ?? Point;
  const marks = (
    <svg className={styles.marks} aria-hidden="true">
      {pinned !== undefined && pinned !== marked && isOn(pinned, axes.x) && (
        <>
          <Mark chart={chart} axes={axes} at={pinned} kind="pinned" />
          <text
            className={styles.word}
            x={percent(shareOf(pinned, axes.x))}
            y="100%"
            data-side={sideOf(shareOf(pinned, axes.x), pinned > (marked ?? axes.x.from))}
          >
            pinned
          </text>
        </>
      )}
      {at !== null && at !== marked && <Mark chart={chart} axes={axes} at={at} kind="looked" />}
      {marked !== null && isOn(marked, axes.x) && (
        <Mark chart={chart} axes={axes} at={marked} kind="marked" />
      )}
      {named.map(({ label, short = label }, i) => (
        <g key={label}>
          <Leader from={ends[i] as number} to={places[i] as number} />
          <text
            x="100%"
            y={percent(1 - (places[i] as number))}
            data-low={(places[i] as number) < LOW || undefined}
          >
            {short}
          </text>
        </g>
      ))}
    </svg>
  );
  return (
    <figure
      className={[
        styles.chart,
        ...(named.length > 0 ? [styles.named] : []),
        ...(named.length > MOST_INSIDE ? [styles.outside] : []),
        ...(letters > 0 ? [styles.compared] : []),
        ...(chart.y.names === undefined ? [] : [styles['named-up']]),
      ].join(' ')}
      style={{ '--letters': letters } as CSSProperties}
      aria-labelledby={`${id}-title`}
    >
      <figcaption id={`${id}-title`}>{chart.title}</figcaption>
      <ChartLegend chart={chart} />
      <p className={styles.readout} aria-live="polite">
        <span>{at === null ? '' : `${across(chart, at)}: `}</span>
        <b>{at === null ? '' : figuresAt(chart, at) || 'no point here'}</b>
        {at === null && <span data-live="only">Point at the curve to read it.</span>}
        {at !== null && at !== marked && onChoose !== null && (
          <span data-live="only">. Press to show this run.</span>
        )}
      </p>
      <p className={styles['up-label']} aria-hidden="true">
        {labelled(chart.y)}
      </p>
      <div className={styles.box} ref={place}>
        <Frame axes={axes} chart={chart} />
        {drawing !== undefined && <drawing.Plot chart={chart} axes={axes} />}
        {/* The live ones keep the screen's width, which paper does not have. */}
        {drawing === undefined &&
          (Live === null || printing ? (
            <StaticCurves chart={chart} axes={axes} />
          ) : (
            <Live chart={chart} axes={axes} />
          ))}
        {live ? (
          <div
            className={styles.over}
            role="slider"
            tabIndex={0}
            aria-label={`${chart.title}: ${drawing?.point ?? 'a point of the curve'}${onChoose === null ? '' : '; Enter shows its run'}`}
            aria-valuemin={xs[0]}
            aria-valuemax={xs.at(-1)}
            aria-valuenow={at ?? xs[0]}
            aria-valuetext={
              at === null ? 'no point' : `${across(chart, at)}: ${figuresAt(chart, at)}`
            }
            onKeyDown={onKeyDown}
            onBlur={() => setLooked(null)}
            onPointerMove={(event) => setLooked(nearest(event))}
            onPointerLeave={() => setLooked(null)}
            onClick={(event) => onChoose?.(nearest(event as unknown as PointerEvent))}
          >
            {marks}
          </div>
        ) : (
          // Nothing to slide yet.
          <div className={styles.still}>{marks}</div>
        )}
      </div>
      <p className={styles['across-label']} aria-hidden="true">
        {labelled(chart.x)}
      </p>
    </figure>
  );
}

/** At which side of a mark at this share of the axis its word stands: away from the other mark, where it has room. */
const sideOf = (share: number, away: boolean) =>
  share < ROOM || (away && share < 1 - ROOM) ? 'right' : 'left';

/** What an axis shows, with its unit where its numbers have none: "Busy, %". */
const labelled = ({ label, unit, names }: Chart['x'] | Chart['y']) =>
  unit === '' || names !== undefined ? label : `${label}, ${unit}`;

/** The point that a key leads to from `at`, or undefined for a key that leads to none. */
function keyed(key: string, xs: readonly number[], from: number | null): number | undefined {
  const at = from ?? Number.NEGATIVE_INFINITY;
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return xs.find((x) => x > at) ?? xs.at(-1);
    case 'ArrowLeft':
    case 'ArrowDown':
      return xs.findLast((x) => x < at) ?? xs[0];
    case 'Home':
      return xs[0];
    case 'End':
      return xs.at(-1);
    default:
      return undefined;
  }
}

/** What a legend calls curves of a kind that have their own names elsewhere: once, however many they are. */
const KINDS: Partial<Record<Series['kind'], string>> = {
  ruled: 'by the lab’s rule',
  formula: 'by the lab’s rule',
  measured: 'measured',
};

function ChartLegend({ chart: { series, limits } }: { chart: Chart }) {
  const entries = new Map(series.map((one) => [KINDS[one.kind] ?? one.label, one]));
  return (
    <ul className={styles.legend}>
      {[...entries].map(([label, { kind, state }]) => (
        <li key={label}>
          {state !== undefined ? (
            <Swatch state={state} />
          ) : (
            <svg width="28" height="12" aria-hidden="true" className={styles[kind]}>
              {kind !== 'measured' && <line x1="0" x2="28" y1="6" y2="6" />}
              {hasDots(kind) && <circle cx="14" cy="6" r={DOTS[kind]} />}
            </svg>
          )}
          {label}
        </li>
      ))}
      {limits?.map(({ label }) => (
        <li key={label}>
          <svg width="28" height="12" aria-hidden="true" className={styles.limit}>
            <line x1="0" x2="28" y1="6" y2="6" />
          </svg>
          {label}
        </li>
      ))}
    </ul>
  );
}

/** From the end of a line to its name, where that stands elsewhere; shares of the axis. */
function Leader({ from, to }: { from: number; to: number }) {
  const height = Math.abs(to - from);
  if (height < 1e-9) return null;
  return (
    <svg
      className={styles.leader}
      aria-hidden="true"
      x="100%"
      y={percent(1 - Math.max(from, to))}
      width="10"
      height={percent(height)}
      viewBox="0 0 1 1"
      preserveAspectRatio="none"
    >
      <path d={from > to ? 'M0 0 1 1' : 'M0 1 1 0'} />
    </svg>
  );
}

interface PointProps {
  chart: Chart;
  axes: ReturnType<typeof axesOf>;
  at: number;
  kind: MarkKind;
}

/** A line down to the axis and a ring on each curve that has a dot there. */
function Point({ chart, axes, at, kind }: PointProps) {
  const x = percent(shareOf(at, axes.x));
  return (
    <g className={styles[kind]}>
      <line x1={x} x2={x} y1="0" y2="100%" />
      {chart.series.map((one) => {
        const value = canBeChosen(one) && hasDots(one.kind) ? valueAt(one, at) : undefined;
        if (value === undefined) return null;
        const y = percent(1 - shareOf(value, axes.y));
        return (
          <g key={one.label}>
            <circle className={styles.casing} cx={x} cy={y} r="7" />
            <circle className={styles.dot} cx={x} cy={y} r="5" />
          </g>
        );
      })}
    </g>
  );
}
