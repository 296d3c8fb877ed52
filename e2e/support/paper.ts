// What a page prints, as its reader would: to a file, read back.
import type { Page } from '@playwright/test';
import { extractText, getDocumentProxy } from 'unpdf';

/** The page on A4. */
export const printed = (page: Page): Promise<Buffer> => page.pdf({ format: 'A4' });

/** The words of what was printed, in alphabetical order: a drawing's stand anywhere. */
export async function wordsOf(pdf: Buffer): Promise<string[]> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), {
    mergePages: true,
  });
  return text.split(/\s+/).sort();
}

/** Whether two prints are the same to the last byte, but for when they were made. To read one takes far longer. */
export const samePrint = (one: Buffer, other: Buffer): boolean =>
  withoutDates(one) === withoutDates(other);

const withoutDates = (pdf: Buffer) => pdf.toString('latin1').replace(/\(D:\d{14}[^)]*\)/g, '');
