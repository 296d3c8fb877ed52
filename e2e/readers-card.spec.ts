// The reader's card at a chapter's end: what it shows, and that it prints alone, on half a page.
import type { Page } from '@playwright/test';
import { chapterPages } from './support/pages.ts';
import { printed, sheetsOf, wordsOf } from './support/paper.ts';
import { expect, test } from './support/test.ts';

const PATH = '/concurrency-vs-parallelism/';
const card = (page: Page) => page.getByRole('complementary', { name: 'Reader’s card' });
const button = (page: Page) => card(page).getByRole('button', { name: 'Print the card' });

/** The upper halves of the sheets that readers have, with the margin that browsers leave at most. */
const HALVES = [
  { paper: 'A4', width: '210mm', height: '148.5mm' },
  { paper: 'Letter', width: '8.5in', height: '5.5in' },
].map((half) => ({ ...half, margin: { top: '0.5in', left: '0.5in', right: '0.5in' } }));

/** A text as paper gives it back: where its lines break, and which apostrophe or Greek letter it has, is lost. */
const letters = (text: string) =>
  text.normalize('NFKC').replaceAll(/\s+/g, '').replaceAll('ʼ', '’');

test.beforeEach(async ({ page }) => {
  // The browser's dialog would wait for somebody. What follows it is what printing to a file does.
  await page.addInitScript(() => {
    window.print = () => {
      document.body.dataset.asked = 'to print';
    };
  });
});

for (const path of chapterPages) {
  test(`${path}: the card prints on half a page, with what the chapter has`, async ({ page }) => {
    await page.goto(path);
    const told = await page
      .locator('h1, .lede, .recap li, .readers-card .figure, .readers-card .lab')
      .allInnerTexts();
    expect(told.length).toBeGreaterThanOrEqual(7);
    for (const { paper, ...half } of HALVES) {
      await button(page).click();
      const sheets = await sheetsOf(await page.pdf(half));
      expect(sheets.length, paper).toBe(1);
      for (const piece of told) expect(letters(sheets.join(' '))).toContain(letters(piece));
      expect(sheets.join(' ')).not.toMatch(/On Monday|Check yourself|Licen|Not written/);
    }
  });
}

test('on the screen it shows its picture and leads to its lab, and printing gives the page back', async ({
  page,
}) => {
  await page.goto(PATH);
  await expect(card(page).locator('svg')).toBeVisible();
  await expect(card(page)).toContainText(/45.ms in line, though a core is free/);
  const whole = await wordsOf(await printed(page));
  expect(whole).toEqual(expect.arrayContaining(['Monday', 'yourself']));
  await button(page).press('Enter');
  await expect(page.locator('body')).toHaveAttribute('data-asked', 'to print');
  expect(await sheetsOf(await printed(page))).toHaveLength(1);
  await expect(page.getByRole('heading', { name: 'On Monday' })).toBeVisible();
  expect(await wordsOf(await printed(page))).toEqual(whole);
  await card(page).getByRole('link').click();
  await expect(page).toHaveURL(/^[^?]*\/labs\/interleaving\/(\?|$)/);
});

test('the page that is printed has the card at its end', async ({ page }) => {
  await page.goto(PATH);
  const sheets = await sheetsOf(await printed(page));
  expect(sheets.length).toBeGreaterThan(2);
  expect(sheets.at(-1)).toMatch(/The chapter on a card.*45.ms in line.*See it in the lab/s);
  // Nobody can type a path alone; the host of this build is not known.
  expect(sheets.at(-1)).not.toContain('/labs/');
  expect(sheets.at(-1)).not.toContain('Print the card');
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 320, height: 640 }, hasTouch: true });

  test('a finger finds its button and its link', async ({ page }) => {
    await page.goto(PATH);
    for (const target of [button(page), card(page).getByRole('link')]) {
      expect((await target.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    }
    await button(page).tap();
    await expect(page.locator('body')).toHaveAttribute('data-asked', 'to print');
    expect(await sheetsOf(await printed(page))).toHaveLength(1);
  });
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('it is there, and offers nothing that does not work', async ({ page }) => {
    await page.goto(PATH);
    await expect(card(page).locator('svg')).toBeVisible();
    await expect(button(page)).toBeHidden();
  });
});
