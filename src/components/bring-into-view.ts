// Brings a lab into view that something in the text of its page has changed.
import { wantsLessMotion } from '../lab-kit/less-motion.ts';
import { wayToLab } from './way-to-lab.ts';

/**
 * Scrolls to a lab that is not in view, and no farther than what the reader pressed allows where both fit.
 *
 * @param pressed what the reader pressed
 * @returns whether it is in view afterwards, too
 */
export function bringIntoView(lab: HTMLElement, pressed: Element): boolean {
  const at = pressed.getBoundingClientRect();
  const view = {
    // What stays at the top of the window covers so much of it.
    top: Number.parseFloat(getComputedStyle(document.documentElement).scrollPaddingBlockStart),
    bottom: document.documentElement.clientHeight,
  };
  const by = wayToLab(lab.getBoundingClientRect(), at, view);
  if (by !== 0) scrollBy({ top: by, behavior: wantsLessMotion() ? 'auto' : 'smooth' });
  return at.top - by >= view.top && at.bottom - by <= view.bottom;
}
