// The patterns that tell states apart without colour, and a swatch of each for legends and tables.
import { type ReactNode, useId } from 'react';
import styles from './states.module.css';
import { DRAWN_STATES, type DrawnState, type PatternName, paint, STATES } from './states.ts';

/** The class that says where in its row a stretch of this height stands, as `--top` and `--tall`. */
export const HEIGHTS = { full: styles.full, mid: styles.mid, low: styles.low } as const;

/** A square that repeats: its side, whether it stands on its corner, and what it shows. */
const TILES: Readonly<Record<PatternName, { side: number; turned: boolean; lines: ReactNode }>> = {
  diagonals: { side: 7, turned: true, lines: <rect width="2.6" height="7" /> },
  dots: {
    side: 6,
    turned: false,
    lines: (
      <>
        <circle cx="1.5" cy="1.5" r="1" />
        <circle cx="4.5" cy="4.5" r="1" />
      </>
    ),
  },
  crosshatch: {
    side: 5,
    turned: true,
    lines: (
      <>
        <rect width="1.6" height="5" />
        <rect width="5" height="1.6" />
      </>
    ),
  },
  horizontals: { side: 4, turned: false, lines: <rect width="4" height="1.6" /> },
  verticals: { side: 5, turned: false, lines: <rect width="2.2" height="5" /> },
};

/** Pattern definitions for one SVG; `id` keeps them apart from those of other drawings on the page. */
export function Patterns({ id }: { id: string }) {
  return (
    <defs>
      {DRAWN_STATES.map((state) => (
        <Pattern key={state} id={id} state={state} />
      ))}
    </defs>
  );
}

function Pattern({ id, state }: { id: string; state: DrawnState }) {
  const { pattern, ink } = STATES[state];
  if (pattern === 'solid') return null;
  const { side, turned, lines } = TILES[pattern];
  return (
    <pattern
      id={`${id}-${state}`}
      width={side}
      height={side}
      patternUnits="userSpaceOnUse"
      patternTransform={turned ? 'rotate(45)' : undefined}
      fill={paint(ink)}
    >
      {lines}
    </pattern>
  );
}

/** The fill that is a state's pattern, by the id given to Patterns. */
export const patternOf = (id: string, state: DrawnState) => `url(#${id}-${state})`;

interface StateBarProps {
  state: DrawnState;
  /** The id given to Patterns. */
  patterns: string;
  assumed: boolean;
  /** Left edge and width as CSS lengths. */
  x: string;
  width: string;
  /** Too short for a pattern: drawn solid. */
  solid: boolean;
  /** What was done in it came to nothing: only its outline is drawn. */
  hollow?: boolean;
}

/** One stretch in a state: ground, pattern and edges. Heights come from its style sheet. */
export function StateBar({
  state,
  patterns,
  assumed,
  x,
  width,
  solid,
  hollow = false,
}: StateBarProps) {
  const look = STATES[state];
  const place = { x, width };
  const ink = paint(look.ink);
  if (hollow) {
    const inner = { x: `calc(${x} + 1.5px)`, width: `calc(${width} - 3px)` };
    return (
      <g className={HEIGHTS[look.height]}>
        <rect className={styles.solid} style={place} fill={ink} />
        <rect className={styles.inside} style={inner} />
      </g>
    );
  }
  if (look.pattern === 'solid' || solid) {
    const fill = assumed && look.assumed ? paint(look.assumed) : ink;
    return <rect className={`${styles.solid} ${HEIGHTS[look.height]}`} style={place} fill={fill} />;
  }
  return (
    <g className={HEIGHTS[look.height]}>
      <rect className={styles.ground} style={place} fill={paint(look.ground)} />
      <rect className={styles.pattern} style={place} fill={patternOf(patterns, state)} />
      <rect className={`${styles.edge} ${styles.top}`} style={place} fill={ink} />
      <rect className={`${styles.edge} ${styles.bottom}`} style={place} fill={ink} />
    </g>
  );
}

/** A small sample of a state, for a legend or a table's row. */
export function Swatch({
  state,
  assumed = false,
  hollow = false,
}: {
  state: DrawnState;
  assumed?: boolean;
  hollow?: boolean;
}) {
  const id = useId();
  return (
    <svg className={styles.swatch} aria-hidden="true" width="28" height="18">
      <defs>
        <Pattern id={id} state={state} />
      </defs>
      <StateBar
        state={state}
        patterns={id}
        assumed={assumed}
        x="0px"
        width="28px"
        solid={false}
        hollow={hollow}
      />
    </svg>
  );
}
