// What a page prints, as its reader would: to a file, read back.
import type { Page } from '@playwright/test';
import { extractText, getDocumentProxy } from 'unpdf';

/** The page on A4. */
export const printed = (page: Page): Promise<Buffer> => page.pdf({ format: 'A4' });

/** The words of what was printed, in alphabetical order: a drawing's stand anywhere. */
export async function wordsOf(pdf: Buffer): Promise<string[]> {
  return (await sheetsOf(pdf)).join(' ').split(/\s+/).sort();
}

/** What stands on each sheet of what was printed. */
export async function sheetsOf(pdf: Buffer): Promise<string[]> {
  return (await extractText(await getDocumentProxy(new Uint8Array(pdf)))).text;
}

/**
 * The words that a page lays out for paper when it is told that it will be printed, in alphabetical order. To print it and
 * read that takes far longer. Afterwards the screen has had its view back.
 */
export async function wordsOnPaper(page: Page): Promise<string[]> {
  await page.emulateMedia({ media: 'print' });
  // At once: printing waits for nothing that follows.
  const text = await page.evaluate(() => {
    dispatchEvent(new Event('beforeprint'));
    return document.body.innerText;
  });
  await page.emulateMedia({ media: null });
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  return text.split(/\s+/).sort();
}
