// The outline of everything that is in one state, as one SVG path: a hundred rows in a handful of elements.

import { type Stretch, shareOf } from '../../scales/percent.ts';
import { type DrawnState, STATES } from '../../states/states.ts';
import type { Row } from '../drawing/drawing.ts';

/** The units of a path: so many along the clock, whatever its width; finer than a screen. */
export const ALONG = 4000;
/** The units of a row's height. */
export const ROW = 20;
/** Rows lower than this (px) have no room for a gap between them, and only for two heights: half the row, and all of it. */
const THIN = 6;
/** Rows lower than this (px) have no room for any. */
const FLAT = 2;
/** The part of a row that each height takes. */
const TALL = { full: 1, mid: 0.6, low: 0.4 } as const;

/** Where in a row a state stands, in its units: from the top, and how high. */
function extent(state: DrawnState, rowHeight: number): { top: number; height: number } {
  if (rowHeight < THIN) {
    const height = rowHeight >= FLAT && STATES[state].height === 'low' ? ROW / 2 : ROW;
    return { top: ROW - height, height };
  }
  const gap = Math.round(ROW / rowHeight);
  const height = Math.round((ROW - gap) * TALL[STATES[state].height]);
  return { top: ROW - gap - height, height };
}

/**
 * A path for each state that the rows show: `ALONG` units wide for what is shown of the clock, `ROW` units high for each row.
 * Stretches too short for a unit are left out.
 *
 * @param rowHeight px
 */
export function outlines(
  rows: readonly Row[],
  shown: Stretch,
  rowHeight: number,
): ReadonlyMap<DrawnState, string> {
  const paths = new Map<DrawnState, string>();
  rows.forEach(({ spans }, r) => {
    for (const { state, from, to } of pieces(spans, shown)) {
      const { top, height } = extent(state, rowHeight);
      const outline = `M${from} ${r * ROW + top}h${to - from}v${height}h${from - to}z`;
      paths.set(state, (paths.get(state) ?? '') + outline);
    }
  });
  return paths;
}

/** Neighbouring stretches of one state, in units along the clock. */
interface Piece {
  state: DrawnState;
  from: number;
  to: number;
}

/** What a row shows in whole units, neighbours of the same state joined. */
function pieces(spans: Row['spans'], shown: Stretch): Piece[] {
  const unit = (at: number) => Math.round(Math.min(1, Math.max(0, shareOf(at, shown))) * ALONG);
  const found: Piece[] = [];
  for (const { state, start, end: stop } of spans) {
    if (state === 'idle') continue;
    const from = unit(start);
    const to = unit(stop);
    const last = found.at(-1);
    if (to === from) continue;
    if (last !== undefined && last.state === state && last.to === from) last.to = to;
    else found.push({ state, from, to });
  }
  return found;
}
