// Brings every part of a page to life.
import { expect, type Page } from '@playwright/test';

/** Scrolls to each island, since some wait to be seen, until none is left without its scripts; then back up. */
export async function wakeIslands(page: Page) {
  const asleep = () =>
    page.evaluate(() => {
      const islands = [...document.querySelectorAll('astro-island[ssr]')];
      islands[0]?.firstElementChild?.scrollIntoView();
      return islands.length;
    });
  await expect.poll(asleep, { message: 'islands that still wait', intervals: [50] }).toBe(0);
  await page.evaluate(() => scrollTo(0, 0));
}
