// On phones a slim header stays at the top of a chapter: it says where one is, opens the list of chapters, and covers
// nothing that is jumped to.
import type { Locator, Page } from '@playwright/test';
import { chapterPages } from './support/pages.ts';
import { expect, test } from './support/test.ts';

const PATH = '/concurrency-vs-parallelism/';
const header = (page: Page) => page.getByRole('banner');
const button = (page: Page) => header(page).getByRole('button', { name: 'Chapters' });
const menu = (page: Page) => page.getByRole('navigation', { name: 'Chapters' });

const inWindow = (element: Locator) =>
  element.evaluate((one) => {
    const { top, bottom, height } = one.getBoundingClientRect();
    return { top, bottom, height };
  });

const goDown = (page: Page) => page.evaluate(() => scrollTo({ top: 2000, behavior: 'instant' }));

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

test('it stays, slim, and one press opens the chapters', async ({ page }) => {
  await page.goto(PATH);
  await expect(header(page)).toHaveText(/3\s*Concurrency and parallelism\s*Chapters/, {
    useInnerText: true,
  });
  await goDown(page);
  expect(await inWindow(header(page))).toEqual({ top: 0, bottom: 44, height: 44 });
  for (const target of await header(page).locator('a:visible, button:visible').all()) {
    const { width, height } = (await target.boundingBox()) ?? { width: 0, height: 0 };
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(44);
  }
  await button(page).tap();
  await expect(menu(page)).toBeVisible();
  await menu(page).getByRole('button', { name: 'Close' }).tap();
  await expect(menu(page)).toBeHidden();
  await button(page).press('Enter');
  await menu(page)
    .getByRole('link', { name: /mostly idle/ })
    .press('Enter');
  await expect(page).toHaveURL('/idle-cpu/');
});

test('each chapter is named there, and where that has no room its number is', async ({ page }) => {
  for (const path of chapterPages) {
    await page.goto(path);
    const place = await page.locator('.menu .current .number').textContent();
    for (const width of [320, 360, 390, 768]) {
      await page.setViewportSize({ width, height: 844 });
      const said =
        width === 320 ? `Chapter ${place} Chapters` : new RegExp(`^${place} .+ Chapters$`);
      await expect(button(page)).toHaveAccessibleName(said);
    }
  }
});

test('it covers nothing that an address leads to', async ({ page }) => {
  await page.goto(`${PATH}#which-knob`);
  const heading = page.getByRole('heading', { name: 'Which knob?' });
  await expect(heading).toBeInViewport();
  for (const id of await page
    .locator('.prose [id]:is(h2, h3)')
    .evaluateAll((all) => all.map(({ id }) => id))) {
    await page.evaluate((to) => {
      location.hash = to;
    }, id);
    await expect
      .poll(async () => (await inWindow(page.locator(`[id="${id}"]`))).top)
      .toBeLessThan(800);
    expect((await inWindow(page.locator(`[id="${id}"]`))).top, id).toBeGreaterThanOrEqual(44);
  }
});

test('it covers nothing that is reached by keys', async ({ page }) => {
  await page.goto(PATH);
  await page.getByRole('link', { name: 'Set a slice of 5' }).focus();
  const top = () =>
    page.evaluate(() => document.activeElement?.getBoundingClientRect().top ?? Number.NaN);
  for (let step = 0; step < 12; step += 1) {
    await page.keyboard.press('Shift+Tab');
    await expect.poll(top).toBeGreaterThanOrEqual(44);
  }
});

test('it covers nothing that a search has found', async ({ page }) => {
  await page.goto(`${PATH}?find=SCHED_FIFO#the-same-on-a-real-machine`);
  await expect(page.getByText('“SCHED_FIFO”:')).toBeVisible();
  const top = () =>
    page.evaluate(
      () => getSelection()?.getRangeAt(0).startContainer.parentElement?.getBoundingClientRect().top,
    );
  await expect.poll(top).toBeGreaterThanOrEqual(44);
});

test('in a low window it goes with the page', async ({ page }) => {
  await page.setViewportSize({ width: 844, height: 390 });
  await page.goto(`${PATH}#which-knob`);
  const heading = page.getByRole('heading', { name: 'Which knob?' });
  await expect.poll(async () => (await inWindow(heading)).top).toBeLessThan(30);
  await expect(header(page)).not.toBeInViewport();
});

test('wide windows, paper, and other people’s pages are without it', async ({ page }) => {
  await page.setViewportSize({ width: 900, height: 844 });
  await page.goto(PATH);
  await goDown(page);
  await expect(header(page)).not.toBeInViewport();
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(header(page)).toBeInViewport();
  await page.emulateMedia({ media: 'print' });
  await expect(header(page)).toBeHidden();
  await page.emulateMedia({ media: null });
  await page.goto('/embed/interleaving/');
  await expect(page.getByRole('banner')).toHaveCount(0);
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('it stays and opens, too', async ({ page }) => {
    await page.goto(`${PATH}#which-knob`);
    await expect(page.getByRole('heading', { name: 'Which knob?' })).toBeInViewport();
    await expect(header(page)).toBeInViewport();
    await button(page).tap();
    await expect(menu(page)).toBeVisible();
  });
});
