// The reader's progress: kept on the device, shown in the navigation, taken back with one press.
import type { Page } from '@playwright/test';
import { expect, test } from './support/test.ts';

const CHAPTER = '/idle-cpu/';
const menu = (page: Page) => page.getByRole('navigation', { name: 'Chapters' });
const line = (page: Page) => menu(page).getByText(/read, .* made/);
const chapter = (page: Page) => menu(page).getByRole('link', { name: /mostly idle/ });
/** How many chapters there are to read. */
const written = (page: Page) => menu(page).locator('[data-chapter]').getByRole('link').count();
const toTheRecap = (page: Page) =>
  page.getByRole('region', { name: 'Recap' }).scrollIntoViewIfNeeded();

test('a chapter is read once its recap has been seen, and stays so', async ({ page }) => {
  await page.goto(CHAPTER);
  await expect(line(page)).toBeHidden();
  await toTheRecap(page);
  await expect(line(page)).toHaveText(
    `1 of ${await written(page)} pages read, 0 predictions made. Kept on this device only.`,
  );
  await expect(chapter(page)).toHaveAccessibleName(/, read$/);
  await page.goto('/concurrency-vs-parallelism/');
  await expect(chapter(page)).toHaveAccessibleName(/, read$/);
  await expect(menu(page).getByRole('link', { name: /IO-bound/ })).not.toHaveAccessibleName(/read/);
});

test('a prediction counts at once; one that is skipped is not one made, and stays skipped', async ({
  page,
}) => {
  await page.goto(CHAPTER);
  const skip = page.getByRole('button', { name: 'Skip' }).first();
  await skip.click();
  await expect(line(page)).toContainText(
    `0 of ${await written(page)} pages read, 0 predictions made, 1 skipped.`,
  );
  await page.reload();
  await expect(line(page)).toContainText('0 predictions made, 1 skipped.');
  // The answer has been read: what is tried after that is no prediction.
  await page.getByRole('button', { name: '92%' }).first().click();
  await expect(line(page)).toContainText('0 predictions made, 1 skipped.');
  await page.getByRole('button', { name: '17 requests' }).first().click();
  await expect(line(page)).toContainText('1 prediction made, 1 skipped.');
});

test('one press forgets it all, and the page is as new', async ({ page }) => {
  await page.goto(CHAPTER);
  const answer = page.getByRole('button', { name: '92%' }).first();
  await answer.click();
  await toTheRecap(page);
  await expect(line(page)).toContainText(
    `1 of ${await written(page)} pages read, 1 prediction made.`,
  );
  await menu(page).getByRole('button', { name: 'Forget my progress' }).click();
  await expect(answer).toHaveAttribute('aria-pressed', 'false');
  await page.goto('/');
  await expect(line(page)).toBeHidden();
  await expect(menu(page).locator('.read')).toHaveCount(0);
  await expect.poll(() => page.evaluate(() => Object.keys(localStorage))).toEqual([]);
});

test('a browser that refuses storage shows nothing, and nothing breaks', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('refused', 'SecurityError');
      },
    });
  });
  await page.goto(CHAPTER);
  await page.getByRole('button', { name: '92%' }).first().click();
  await toTheRecap(page);
  await expect(page.locator('.recap')).toBeInViewport();
  await expect(line(page)).toBeHidden();
  await expect(menu(page).locator('.read')).toHaveCount(0);
});

test('on a phone it is in the menu', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(CHAPTER);
  await toTheRecap(page);
  await page.getByRole('button', { name: 'Chapters' }).click();
  await expect(line(page)).toBeVisible();
});

test('of two tabs the answer that was given first is kept', async ({ context, page }) => {
  await page.goto('/idle-cpu/');
  const other = await context.newPage();
  await other.goto('/idle-cpu/');
  const asked = (tab: typeof page) => tab.locator('choice-question').first();
  await asked(page).getByRole('button', { name: '92%' }).click();
  await asked(other).getByRole('button', { name: '8%', exact: true }).click();
  await other.reload();
  await expect(asked(other).getByRole('button', { name: '92%' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
});
