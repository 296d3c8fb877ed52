// The whole of a run in one low line, for the strip: how many of its cores are busy, from its start to its end.
import { type Drawing, type Row, rowsOf } from '../drawing/drawing.ts';

/** So many columns along the clock. */
const COLUMNS = 300;

/** The rows whose bars are summed up: those of the cores, or, where none are drawn, of all tasks. */
function summed(drawing: Drawing): readonly Row[] {
  const cores = drawing.panels.filter(({ of }) => of === 'cores').flatMap(({ rows }) => rows);
  return cores.length > 0 ? cores : rowsOf(drawing);
}

/** What share of the cores is busy, 0..1, column by column. */
export function busyShares(drawing: Drawing): number[] {
  const shares = Array<number>(COLUMNS).fill(0);
  const rows = summed(drawing);
  const column = drawing.end / COLUMNS;
  for (const { spans } of rows) {
    for (const { state, start, end } of spans) {
      if (state !== 'running' && state !== 'switching') continue;
      const last = Math.min(COLUMNS - 1, Math.floor(end / column));
      for (let c = Math.floor(start / column); c <= last; c += 1) {
        const inside = Math.min(end, (c + 1) * column) - Math.max(start, c * column);
        shares[c] = (shares[c] as number) + Math.max(0, inside) / column / rows.length;
      }
    }
  }
  return shares;
}

/** The same as the outline of an area, in a box of `COLUMNS` by 1. */
export const busyArea = (drawing: Drawing) => ({
  viewBox: `0 0 ${COLUMNS} 1`,
  path: `M0 1${busyShares(drawing)
    .map((share) => `V${Number((1 - share).toFixed(2))}h1`)
    .join('')}V1z`,
});
