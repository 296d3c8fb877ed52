// Where a dense drawing puts its rows: panels of thin rows below each other, each under a heading.
import type { Drawing, Panel, Row } from '../drawing.ts';

/** px: the axis with its flag, what a heading takes, what parts two panels. */
const AXIS = 34;
const HEADING = 24;
const GAP = 12;
/** px: the height that a panel of tasks aims at, and the least and greatest height of a row. */
const PANEL = 200;
const ROW = { least: 2, most: 14 };
const CORE_ROW = 14;

/** A panel with its place, px from the drawing's top. */
export interface PlacedPanel extends Panel {
  readonly headingAt: number;
  readonly top: number;
  /** Of one row. */
  readonly rowHeight: number;
  readonly height: number;
}

/** px. */
const rowHeightOf = ({ kind, count }: Panel) =>
  kind === 'cores'
    ? CORE_ROW
    : Math.min(ROW.most, Math.max(ROW.least, Math.floor(PANEL / Math.max(1, count))));

/** The panels from the top down, and the height of the whole drawing, px. */
export function placePanels(panels: readonly Panel[]): { placed: PlacedPanel[]; height: number } {
  let y = AXIS;
  const placed = panels.map((panel): PlacedPanel => {
    const rowHeight = rowHeightOf(panel);
    const headingAt = y;
    const top = headingAt + HEADING;
    const height = rowHeight * panel.count;
    y = top + height + GAP;
    return { ...panel, headingAt, top, rowHeight, height };
  });
  return { placed, height: y - GAP + 2 };
}

/** The panel that a row of a drawing lies in, and which of its rows it is. */
export function panelOf(panels: readonly PlacedPanel[], row: number) {
  const panel = panels.find(({ first, count }) => first <= row && row < first + count);
  return panel === undefined ? undefined : { panel, nth: row - panel.first };
}

/** The rows of a panel. */
export const rowsOf = ({ rows }: Pick<Drawing, 'rows'>, { first, count }: Panel): readonly Row[] =>
  rows.slice(first, first + count);
