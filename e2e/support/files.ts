// Files of a page that come late.
import type { Page } from '@playwright/test';

/** Keeps back the files whose address matches. @returns what lets them come */
export async function holdBack(page: Page, files: string | RegExp): Promise<() => void> {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(files, async (route) => {
    await held;
    await route.continue();
  });
  return () => release();
}

/** Waits until the page is laid out in its own fonts. */
export const fontsLoaded = (page: Page) =>
  page.evaluate(async () => {
    do {
      // Laying it out is what asks for the fonts.
      document.body.getBoundingClientRect();
      await document.fonts.ready;
    } while (document.fonts.status === 'loading');
  });
