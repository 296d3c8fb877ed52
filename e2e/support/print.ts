// A page as it is laid out for paper.
import type { Page } from '@playwright/test';

/** Lays a live page out for paper, as the browser does when its reader prints. */
export async function layOutForPaper(page: Page) {
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await page.emulateMedia({ media: 'print' });
}

/** Gives the screen its view back. */
export async function layOutForScreen(page: Page) {
  await page.emulateMedia({ media: 'screen' });
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
}
