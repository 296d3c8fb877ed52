// Brings every part of a page to life.
import { expect, type Page } from '@playwright/test';

/** Scrolls to each island, since some wait to be seen, until nothing on any is left that cannot be used; then back up. */
export async function wakeIslands(page: Page) {
  const asleep = () =>
    page.evaluate(() => {
      const islands = [...document.querySelectorAll('astro-island[ssr]')].filter(
        // What is folded away, or waits for an answer, waits until it is seen.
        (island) => island.closest('details:not([open]), .after:not([data-open])') === null,
      );
      islands[0]?.firstElementChild?.scrollIntoView();
      return islands.length;
    });
  await expect.poll(asleep, { message: 'islands that still wait', intervals: [50] }).toBe(0);
  await expect(
    page.locator('astro-island [inert]:not(details:not([open]) *, .after:not([data-open]) *)'),
  ).toHaveCount(0);
  await page.evaluate(() => scrollTo(0, 0));
}
