// Which widths of a lab have room for a label: decided at build as an attribute, chosen by container queries.

import './fit.css';

/** What the plot leaves of a lab's width, px: the label column and the free strip at the right (look: timeline). */
const BESIDE_PLOT = { narrow: 30, wide: 126 };
/** Where a lab is wide, px. */
const WIDE_FROM = 640;
/** How wide the clock is at least, px: of a phone's lab, and of a wide one. */
export const PLOTS = { narrow: 250, wide: WIDE_FROM - BESIDE_PLOT.wide };
/** The style sheet has one rule for each of these steps. */
const STEP = 40;
const NARROWEST = 280;
const WIDEST = 1280;

/**
 * The value of `data-fits` that shows a label only where its segment has room for it; null where that is in no lab,
 * however wide.
 *
 * @param share the segment's part of the clock, 0..1
 * @param need the room that the label needs, px
 */
export function roomFor(share: number, need: number): string | null {
  const from = (beside: number) => need / share + beside;
  const names = [narrow(from(BESIDE_PLOT.narrow)), wide(from(BESIDE_PLOT.wide))].filter(
    (name) => name !== null,
  );
  return names.length === 0 ? null : names.join(' ');
}

/** Null where no phone has room. */
function narrow(width: number): string | null {
  if (width <= NARROWEST) return 'narrow-always';
  const from = Math.ceil(width / STEP) * STEP;
  return from < WIDE_FROM ? `narrow-${from}` : null;
}

function wide(width: number): string | null {
  if (width <= WIDE_FROM) return 'wide-always';
  const from = Math.ceil(width / STEP) * STEP;
  return from <= WIDEST ? `wide-${from}` : null;
}

/** The width (px) of a number or a word at the timeline's small type, estimated from above. */
export const textWidth = (text: string) => text.length * 7.6;
