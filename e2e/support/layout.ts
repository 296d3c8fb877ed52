// Whether a page fits its window: nothing scrolls sideways, no text is cut off.
import { expect, type Page } from '@playwright/test';

/** From the narrowest phone to a large screen, with both sides of where the layout changes. */
export const WIDTHS = [320, 390, 768, 899, 900, 1280, 1920];

/** What a frame in another's page may have: there is no menu whose place could change. */
export const IN_A_FRAME = [320, 390, 1280];

/**
 * What does not fit at the width that the page has: whatever makes it scroll sideways, and text that lies outside the
 * window or is cut off by what it stands in. What can be scrolled, and what is hidden from view on purpose, is left out.
 */
function misfits(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    // The curves follow the width by a frame or two.
    for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
    const { scrollWidth, clientWidth } = document.documentElement;
    const found = scrollWidth > clientWidth ? [`the page is ${scrollWidth} px wide`] : [];
    const named = (element: Element) =>
      `${element.tagName.toLowerCase()} “${element.textContent?.trim().slice(0, 40)}”`;
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    while (walker.nextNode()) {
      const text = walker.currentNode;
      const own = text.parentElement;
      if (own === null || !/\S/.test(text.nodeValue ?? '') || !own.checkVisibility()) continue;
      range.selectNodeContents(text);
      const at = range.getBoundingClientRect();
      let [from, to, above, below] = [
        0,
        clientWidth,
        Number.NEGATIVE_INFINITY,
        Number.POSITIVE_INFINITY,
      ];
      let spared = at.width === 0;
      for (
        let around: Element | null = own;
        around !== null && !spared;
        around = around.parentElement
      ) {
        const { overflowX, clipPath, position } = getComputedStyle(around);
        // What can be scrolled, and what is read aloud only.
        if (['auto', 'scroll'].includes(overflowX) || clipPath !== 'none') spared = true;
        if (around !== document.body && ['hidden', 'clip'].includes(overflowX)) {
          const box = around.getBoundingClientRect();
          [from, to] = [Math.max(from, box.left), Math.min(to, box.right)];
          [above, below] = [Math.max(above, box.top), Math.min(below, box.bottom)];
        }
        if (position === 'fixed') break;
      }
      // A name that does not fit its bar goes to a line that nobody sees: it is left out whole, not cut.
      const seen =
        at.left < to - 1 && at.right > from + 1 && at.top < below - 1 && at.bottom > above + 1;
      const isOut = at.right <= 0 || at.left >= clientWidth;
      if (!spared && (seen || isOut) && (at.left < from - 1 || at.right > to + 1)) {
        found.push(`${named(own)} from ${Math.round(at.left)} to ${Math.round(at.right)} px`);
      }
    }
    return found;
  });
}

/** Goes through the widths and expects the page to fit each: themes change no sizes. */
export async function expectToFit(page: Page, widths: readonly number[]) {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 640 });
    await expect.poll(() => misfits(page), { message: `${width} px`, intervals: [50] }).toEqual([]);
  }
}
