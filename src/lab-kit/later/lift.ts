// Where a drawing goes while a knob above it is held, so that what the knob does can be seen: pure arithmetic.

/** A box in the window, px from its top. */
interface Extent {
  readonly top: number;
  readonly bottom: number;
}

/** How a drawing is moved, px: up by `by`, and its last `cut` left out, so that it does not cover the knob. */
export interface Lift {
  readonly by: number;
  readonly cut: number;
}

/** Between the knob and the drawing, px. */
const APART = 12;
/** It moves only where so many times as much of it is seen. */
const WORTH_IT = 1.25;

/**
 * The lift for a drawing that is not wholly in a window of this height, or null where it is, or where moving it would
 * show little more of it.
 */
export function liftOf(drawing: Extent, knob: Extent, windowHeight: number): Lift | null {
  if (drawing.bottom <= windowHeight) return null;
  const height = drawing.bottom - drawing.top;
  const above = knob.top - APART;
  const below = windowHeight - knob.bottom - APART;
  const goesAbove = below < height && above > below;
  const top = goesAbove
    ? Math.max(0, above - height)
    : Math.max(windowHeight - height, knob.bottom + APART);
  const room = goesAbove ? above : below;
  const shown = Math.min(height, room);
  const visible = Math.max(0, windowHeight - drawing.top);
  if (shown < visible * WORTH_IT) return null;
  return { by: drawing.top - top, cut: goesAbove ? height - shown : 0 };
}
