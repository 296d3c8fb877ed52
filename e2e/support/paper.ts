// What a page prints, as its reader would: to a file, read back.
import type { Page } from '@playwright/test';
import { extractText, getDocumentProxy } from 'unpdf';

/** The words of the page on A4, in alphabetical order: a drawing's stand anywhere. */
export async function printedWords(page: Page): Promise<string[]> {
  const pdf = await page.pdf({ format: 'A4' });
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), {
    mergePages: true,
  });
  return text.split(/\s+/).sort();
}
