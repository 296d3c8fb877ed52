// Which widths of a lab have room for a label: decided at build as classes, chosen by container queries.

import styles from './fit.module.css';

/** What the plot leaves of a lab's width, px: the label column and the free strip at the right (look: timeline). */
const BESIDE_PLOT = { narrow: 30, wide: 126 };
/** Where a lab is wide, px. */
const WIDE_FROM = 640;
/** The style sheet has one rule for each of these steps. */
const STEP = 40;
const NARROWEST = 280;
const WIDEST = 1280;

/**
 * The classes that show a label only where its segment has room.
 *
 * @param share the segment's part of the clock, 0..1
 * @param need the room that the label needs, px
 */
export function roomFor(share: number, need: number): string {
  const from = (beside: number) => need / share + beside;
  return [
    styles.fit,
    styles[narrow(from(BESIDE_PLOT.narrow))],
    styles[wide(from(BESIDE_PLOT.wide))],
  ]
    .filter((found) => found !== undefined)
    .join(' ');
}

function narrow(width: number): string {
  if (width <= NARROWEST) return 'narrow-always';
  const from = Math.ceil(width / STEP) * STEP;
  return from < WIDE_FROM ? `narrow-${from}` : '';
}

function wide(width: number): string {
  if (width <= WIDE_FROM) return 'wide-always';
  const from = Math.ceil(width / STEP) * STEP;
  return from <= WIDEST ? `wide-${from}` : '';
}

/** The width (px) of a number or a word at the timeline's small type, estimated from above. */
export const textWidth = (text: string) => text.length * 7.6;
