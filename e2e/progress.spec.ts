// The reader's progress: what makes a chapter read, where it is shown, where it leads back to, and how it is forgotten.
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
const goOn = (page: Page) => page.getByRole('main').getByRole('link', { name: /^Go on with/ });
const forgetting = (page: Page) => menu(page).getByRole('button', { name: 'Forget my progress' });

/** Skips every prediction of the page. */
async function skipAll(page: Page) {
  for (const skip of await page.locator('.skip').all()) {
    if (await skip.isVisible()) await skip.click();
  }
}

test('a chapter is read once its predictions are made or skipped and its end is seen', async ({
  page,
}) => {
  await page.goto(CHAPTER);
  await expect(line(page)).toBeHidden();
  await toTheRecap(page);
  await page.getByRole('button', { name: '92%' }).first().click();
  await expect(line(page)).toContainText('0 of');
  await skipAll(page);
  await expect(line(page)).toHaveText(
    `1 of ${await written(page)} pages read, 1 prediction made, 1 skipped. Kept on this device only.`,
  );
  await expect(chapter(page)).toHaveAccessibleName(/, read$/);
  await page.goto('/concurrency-vs-parallelism/');
  await expect(chapter(page)).toHaveAccessibleName(/, read$/);
  await expect(menu(page).getByRole('link', { name: /IO-bound/ })).not.toHaveAccessibleName(/read/);
});

test('it is read in the other order too, and on another visit', async ({ page }) => {
  await page.goto(CHAPTER);
  await skipAll(page);
  await expect(line(page)).toContainText('0 of');
  await page.reload();
  await toTheRecap(page);
  await expect(chapter(page)).toHaveAccessibleName(/, read$/);
});

test('what was read before predictions counted stays read', async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem('interleave:read:idle-cpu', 'yes'));
  await page.goto(CHAPTER);
  await expect(chapter(page)).toHaveAccessibleName(/, read$/);
  await toTheRecap(page);
  await expect(chapter(page)).toHaveAccessibleName(/, read$/);
});

test('the landing page leads back to where a reader left, and on from what is read', async ({
  page,
}) => {
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(goOn(page)).toHaveCount(0);

  await page.goto(CHAPTER);
  const place = page.getByRole('heading', { name: 'How many does it take?' });
  await place.evaluate((heading) => heading.scrollIntoView());
  await page.goto('/');
  await expect(goOn(page)).toHaveText(/Go on with chapter 1: Your CPU is mostly idle/);
  await expect(page.getByRole('main').getByText('at “How many does it take?”')).toBeVisible();
  await goOn(page).focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/idle-cpu/#how-many-does-it-take');
  await expect(place).toBeInViewport();

  await skipAll(page);
  await toTheRecap(page);
  await expect(chapter(page)).toHaveAccessibleName(/, read$/);
  await page.goto('/');
  await expect(goOn(page)).toHaveText(/Go on with chapter 2: /);
  await goOn(page).click();
  await expect(page).toHaveURL('/io-vs-cpu/');
});

test('whoever has read all is led to what comes after', async ({ page }) => {
  await page.goto('/');
  await page.evaluate(() => {
    for (const item of document.querySelectorAll<HTMLElement>('.menu [data-chapter]')) {
      localStorage.setItem(`interleave:read:${item.dataset.chapter}`, 'yes');
    }
  });
  await page.reload();
  await expect(page.getByText('You have read all of it.')).toBeVisible();
  await expect(goOn(page)).toHaveCount(0);
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

test('forgetting asks once, and then the page is as new', async ({ page }) => {
  await page.goto(CHAPTER);
  const answer = page.getByRole('button', { name: '92%' }).first();
  await answer.click();
  await skipAll(page);
  await toTheRecap(page);
  await expect(line(page)).toContainText(
    `1 of ${await written(page)} pages read, 1 prediction made`,
  );
  const keep = menu(page).getByRole('button', { name: 'Keep it' });

  await test.step('Escape and “Keep it” leave all as it is, and give the focus back', async () => {
    for (const leave of ['Escape', 'Enter']) {
      await forgetting(page).press('Enter');
      await expect(keep).toBeFocused();
      await page.keyboard.press(leave);
      await expect(forgetting(page)).toBeFocused();
      await expect(keep).toBeHidden();
    }
    await expect(line(page)).toContainText('1 prediction made');
  });

  await forgetting(page).click();
  await menu(page).getByRole('button', { name: 'Forget it' }).click();
  await expect(answer).toHaveAttribute('aria-pressed', 'false');
  await page.goto('/teach/');
  await expect.poll(() => page.evaluate(() => Object.keys(localStorage))).toEqual([]);
  await page.goto('/');
  await expect(line(page)).toBeHidden();
  await expect(goOn(page)).toHaveCount(0);
  await expect(menu(page).locator('.read')).toHaveCount(0);
});

test('another tab follows: what is predicted, what is read, and that it is forgotten', async ({
  context,
  page,
}) => {
  await page.goto(CHAPTER);
  const other = await context.newPage();
  await other.goto(CHAPTER);
  const answer = (tab: Page) => tab.getByRole('button', { name: '92%' }).first();
  await answer(page).click();
  await expect(answer(other)).toHaveAttribute('aria-pressed', 'true');
  await expect(line(other)).toContainText('1 prediction made');
  await forgetting(page).click();
  await menu(page).getByRole('button', { name: 'Forget it' }).click();
  await expect(answer(other)).toHaveAttribute('aria-pressed', 'false');
  await expect(line(other)).toBeHidden();
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

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test('it is in the menu, which stays open while forgetting asks', async ({ page }) => {
    await page.goto(CHAPTER);
    await page.getByRole('button', { name: 'Skip' }).first().tap();
    await page.getByRole('button', { name: 'Chapters' }).tap();
    await expect(line(page)).toBeVisible();
    await forgetting(page).tap();
    await expect(menu(page).getByRole('button', { name: 'Keep it' })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(forgetting(page)).toBeFocused();
    await forgetting(page).tap();
    await menu(page).getByRole('button', { name: 'Forget it' }).tap();
    await expect(page.getByRole('button', { name: 'Skip' }).first()).toBeVisible();
    await expect(line(page)).toBeHidden();
  });
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });
  test('the landing page offers nothing to go on with', async ({ page }) => {
    await page.goto('/');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(goOn(page)).toHaveCount(0);
  });
});

test('of two tabs the answer that was given first is kept', async ({ context, page }) => {
  await page.goto('/idle-cpu/');
  const other = await context.newPage();
  await other.goto('/idle-cpu/');
  const asked = (tab: typeof page) => tab.locator('choice-question').first();
  await asked(page).getByRole('button', { name: '92%' }).click();
  // It shows there already: what is tried after that changes nothing.
  await asked(other).getByRole('button', { name: '8%', exact: true }).click();
  await other.reload();
  await expect(asked(other).getByRole('button', { name: '92%' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
});
