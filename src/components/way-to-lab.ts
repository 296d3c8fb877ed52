// How far a page is scrolled for a lab that something in its text has changed, before any element.

/** A stretch of the page or of its window, from the top down, px. */
export interface Stretch {
  readonly top: number;
  readonly bottom: number;
}

/** This share of the window shows enough of a lab that does not fit it. */
const ENOUGH = 0.5;

/**
 * How far to scroll, px, so that a lab is in view, from its beginning, with what the reader pressed as far as both fit. 0
 * where it is in view.
 *
 * @param pressed what the reader pressed
 * @param view the window, without what covers it
 */
export function wayToLab(lab: Stretch, pressed: Stretch, view: Stretch): number {
  const enough = Math.min(lab.bottom - lab.top, (view.bottom - view.top) * ENOUGH);
  const shown = (by: number) => Math.min(lab.bottom - by, view.bottom) - (lab.top - by);
  const toItsTop = lab.top - view.top;
  if (toItsTop < 0) return toItsTop;
  if (shown(0) >= enough) return 0;
  const toItsEnd = lab.bottom - view.bottom;
  const withPressed = Math.min(toItsEnd, pressed.top - view.top);
  return shown(withPressed) >= enough ? withPressed : toItsTop;
}
