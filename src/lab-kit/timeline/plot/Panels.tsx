// A layer of a timeline: a group for each panel at its place, in which a row stands by its line alone.
import type { CSSProperties, ReactNode } from 'react';
import type { Row, Size } from '../drawing/drawing.ts';
import type { PlacedPanel } from './layout.ts';
import styles from './panels.module.css';

const SIZES: Readonly<Record<Size, string | undefined>> = {
  lane: styles.lane,
  half: styles.half,
  band: styles.band,
  thin: styles.thin,
};

/** @param children draws what the layer has of a panel */
export function Panels({
  placed,
  children,
}: {
  placed: readonly PlacedPanel[];
  children: (panel: PlacedPanel) => ReactNode;
}) {
  return placed.map((one) => (
    <InPanel key={one.first} placed={one}>
      {children(one)}
    </InPanel>
  ));
}

/** What is drawn within a panel. */
export function InPanel({ placed, children }: { placed: PlacedPanel; children: ReactNode }) {
  const { className, style } = panelAttributes(placed);
  return (
    <g className={`${styles.panel} ${className}`} style={style}>
      {children}
    </g>
  );
}

/** The class and the variables that say where a panel stands, and how high its rows are. */
export const panelAttributes = ({ panel, top, rowHeight }: PlacedPanel) => ({
  className: SIZES[panel.size] as string,
  style: {
    '--panel': top,
    ...(rowHeight === null ? {} : { '--h': `${rowHeight}px` }),
  } as CSSProperties,
});

/** A row's class and place within its panel; of a pair's halves the second hangs below the line. */
export const rowAttributes = (panel: PlacedPanel['panel'], { line, run }: Row) => ({
  className: panel.size === 'half' && run === 1 ? `${styles.row} ${styles.below}` : styles.row,
  style: { '--nth': line } as CSSProperties,
});
