// Where a drawing's panels stand: each below the one before it, by the measures of its size in its style sheet.
import type { Drawing, Panel } from '../drawing/drawing.ts';

/** px: the height that thin rows together aim at, and the least and greatest height of one. */
const THIN_PANEL = 200;
const THIN = { least: 2, most: 14 };
/** px: what no panel of them exceeds, however low its rows become: it would fill several screens. */
const THIN_MOST = 500;
const THIN_CORE = 14;

/** A panel with its place; lengths are CSS lengths of the drawing's variables, since they depend on the lab's width. */
export interface PlacedPanel {
  readonly panel: Panel;
  /** The index of its first row among all rows. */
  readonly first: number;
  /** From the drawing's top to its first line. */
  readonly top: string;
  /** Of a thin row, px; null where the size's variables say it. */
  readonly rowHeight: number | null;
}

/** The height of a panel's thin rows, px. */
const thinHeight = ({ of, rows }: Panel) =>
  of === 'cores'
    ? THIN_CORE
    : Math.min(
        THIN.most,
        Math.max(THIN.least, Math.floor(THIN_PANEL / Math.max(1, rows.length))),
        THIN_MOST / Math.max(1, rows.length),
      );

/** The panels from the top down, and the height of the whole drawing. */
export function placePanels({ panels }: Pick<Drawing, 'panels'>): {
  placed: readonly PlacedPanel[];
  height: string;
} {
  const above = ['var(--head)'];
  let first = 0;
  const placed = panels.map((panel): PlacedPanel => {
    const { size, rows } = panel;
    const rowHeight = size === 'thin' ? thinHeight(panel) : null;
    above.push(`var(--${size}-lead)`);
    const top = `calc(${above.join(' + ')})`;
    const lines = Math.max(0, ...rows.map(({ line }) => line + 1));
    above.push(
      rowHeight === null
        ? `${lines} * var(--${size}-pitch)`
        : `${lines * rowHeight}px + var(--thin-trail)`,
    );
    const found = { panel, first, top, rowHeight };
    first += rows.length;
    return found;
  });
  return { placed, height: `calc(${above.join(' + ')} - var(--foot))` };
}
