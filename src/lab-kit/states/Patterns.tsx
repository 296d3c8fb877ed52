// The patterns that tell states apart without colour, and a swatch of each for legends and tables.
import { useId } from 'react';
import { type DrawnState, STATES } from './states.ts';

/** Pattern definitions for one SVG; `id` keeps them apart from those of other drawings on the page. */
export function Patterns({ id }: { id: string }) {
  return (
    <defs>
      <pattern
        id={`${id}-diagonals`}
        width="7"
        height="7"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect width="2.6" height="7" className="ink" />
      </pattern>
      <pattern id={`${id}-dots`} width="6" height="6" patternUnits="userSpaceOnUse">
        <circle cx="1.5" cy="1.5" r="1" className="ink" />
        <circle cx="4.5" cy="4.5" r="1" className="ink" />
      </pattern>
      <pattern
        id={`${id}-crosshatch`}
        width="5"
        height="5"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect width="1.6" height="5" className="ink" />
        <rect width="5" height="1.6" className="ink" />
      </pattern>
      <pattern id={`${id}-verticals`} width="5" height="5" patternUnits="userSpaceOnUse">
        <rect width="2.2" height="5" className="ink" />
      </pattern>
    </defs>
  );
}

interface StretchProps {
  state: DrawnState;
  /** The id given to Patterns. */
  patterns: string;
  assumed: boolean;
  /** Left edge and width as CSS lengths. */
  x: string;
  width: string;
  /** Too short for a pattern: drawn solid. */
  solid: boolean;
}

/** One stretch in a state: ground, pattern and edges. Heights come from timeline.css. */
export function Stretch({ state, patterns, assumed, x, width, solid }: StretchProps) {
  const { pattern, height } = STATES[state];
  const place = { x, width };
  if (pattern === 'solid' || solid) {
    return (
      <rect className={`solid ${height} ${state} ${assumed ? 'assumed' : ''}`} style={place} />
    );
  }
  return (
    <g className={`patterned ${height} ${state}`}>
      <rect className="ground" style={place} />
      <rect className="pattern" style={place} fill={`url(#${patterns}-${pattern})`} />
      <rect className="edge top" style={place} />
      <rect className="edge bottom" style={place} />
    </g>
  );
}

/** A small sample of a state, for a legend or a table's row. */
export function Swatch({ state, assumed = false }: { state: DrawnState; assumed?: boolean }) {
  const id = useId();
  return (
    <svg className="swatch" aria-hidden="true" width="28" height="18">
      <Patterns id={id} />
      <Stretch state={state} patterns={id} assumed={assumed} x="0px" width="28px" solid={false} />
    </svg>
  );
}
