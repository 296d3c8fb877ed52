// The site around the text: its parts, its path through the chapters, search, theme, and what it weighs.
import { gzipSync } from 'node:zlib';
import { layOutForPaper } from './support/print.ts';
import { expect, test } from './support/test.ts';

const CHAPTER = '/concurrency-vs-parallelism/';
const DARK_PAGE = 'rgb(15, 19, 22)';
const LIGHT_PAGE = 'rgb(252, 252, 250)';
const PHONE = { width: 390, height: 844 };

test('the chapters beside the text lead on', async ({ page }) => {
  await page.goto(CHAPTER);

  await test.step('the current one is marked, and the planned ones are no links', async () => {
    const chapters = page.getByRole('navigation', { name: 'Chapters' }).getByRole('listitem');
    await expect(chapters.locator('[aria-current="page"]')).toHaveText(
      /Concurrency and parallelism/,
    );
    const planned = chapters.filter({ hasText: 'not written yet' });
    await expect(planned.getByRole('link')).toHaveCount(0);
    const written = chapters.filter({ hasNotText: 'not written yet' });
    for (const chapter of await written.all()) {
      await expect(chapter.getByRole('link')).toHaveCount(1);
    }
  });

  await test.step('the text is followed by the one before and the one to come', async () => {
    const ways = page.getByRole('navigation', { name: 'Previous and next chapter' });
    await expect(ways).toContainText('Next: 4');
    await ways.getByRole('link', { name: 'IO-bound and CPU-bound' }).click();
    await expect(page).toHaveURL('/io-vs-cpu/');
    await page.goto('/');
    await expect(ways).toHaveCount(0);
    await page.getByRole('link', { name: 'Begin with chapter 0' }).click();
    await expect(page).toHaveURL('/one-at-a-time/');
    await expect(page.getByText('Chapter 0 of 7')).toBeVisible();
    await ways.getByRole('link', { name: 'Your CPU is mostly idle' }).click();
    await expect(page).toHaveURL('/idle-cpu/');
    await ways.getByRole('link', { name: 'One request at a time' }).click();
    await expect(page).toHaveURL('/one-at-a-time/');
  });

  await test.step('after the last that is written comes one that is not, or the end', async () => {
    await page.goto(CHAPTER);
    const chapters = page.getByRole('navigation', { name: 'Chapters' });
    await chapters.locator('[data-chapter]').getByRole('link').last().click();
    await expect(page.getByRole('navigation', { name: 'Previous and next chapter' })).toContainText(
      /Next: \d, not written yet|After the last chapter\s*What next/,
    );
  });
});

test('the landing page has a row with a figure for every chapter that is written', async ({
  page,
}) => {
  await page.goto('/');
  const rows = page.getByRole('main').locator('.way').getByRole('listitem');
  const written = page.locator('.menu [data-chapter]');
  await expect(rows).toHaveCount(await written.count());
  await expect(rows.first().locator('.figure b')).toHaveText(/^26\.0.s$/);
  for (const row of await rows.all()) {
    await expect(row.getByRole('link')).toHaveCount(1);
    await expect(row.locator('.figure b')).toHaveText(/^\d[\d,.]*(.m?s|%)$/);
  }
});

test('the landing page says how long the lesson takes: its chapters’ times, added up', async ({
  page,
}) => {
  await page.goto('/');
  const links = await page
    .locator('.way .title a')
    .evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
  const told = await page.getByText(/^About \d+ hours with/).innerText();
  let sum = 0;
  for (const link of links) {
    await page.goto(link);
    const kicker = await page.locator('.kicker small').innerText();
    sum += Number(/^(\d+) min/.exec(kicker)?.[1]);
  }
  expect(told).toContain(`About ${Math.round(sum / 60)} hours`);
  expect(told).toContain(`${links.length} pages`);
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(`on a phone ${javaScriptEnabled ? 'with' : 'without'} scripts`, () => {
    test.use({ viewport: PHONE, javaScriptEnabled });

    test('the chapters open, close and lead on by keyboard', async ({ page }) => {
      await page.goto('/');
      const button = page.getByRole('button', { name: 'Chapters' });
      const menu = page.getByRole('navigation', { name: 'Chapters' });
      await expect(menu).toBeHidden();
      await button.press('Enter');
      await expect(menu).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(menu).toBeHidden();
      await expect(button).toBeFocused();
      await button.press('Enter');
      await page.keyboard.press('Tab');
      await expect(menu.getByRole('button', { name: 'Close' })).toBeFocused();
      await page.keyboard.press('Tab');
      await page.keyboard.press('Tab');
      await expect(menu.getByRole('link', { name: /mostly idle/ })).toBeFocused();
      await page.keyboard.press('Enter');
      await expect(page).toHaveURL('/idle-cpu/');
    });
  });
}

test('the menu of a phone leads to the rest of the site and to search', async ({ page }) => {
  await page.setViewportSize(PHONE);
  await page.goto(CHAPTER);
  await page.getByRole('button', { name: 'Chapters' }).click();
  const menu = page.getByRole('navigation', { name: 'Chapters' });
  for (const part of ['Labs', 'Teach', 'Contribute']) {
    await expect(menu.getByRole('link', { name: part, exact: true })).toBeVisible();
  }
  await menu.getByRole('button', { name: 'Search' }).click();
  await expect(page.getByRole('dialog').getByRole('textbox')).toBeFocused();
});

test.describe('the theme', () => {
  test('is kept from page to page once chosen, until it is given back to the system', async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme: 'light' });
    await page.goto('/');
    const body = page.locator('body');
    await expect(body).toHaveCSS('background-color', LIGHT_PAGE);
    await page.getByLabel('Theme').selectOption('dark');
    await expect(body).toHaveCSS('background-color', DARK_PAGE);
    await page.goto(CHAPTER);
    await expect(body).toHaveCSS('background-color', DARK_PAGE);
    await expect(page.getByLabel('Theme')).toHaveValue('dark');
    await page.getByLabel('Theme').selectOption('auto');
    await expect(body).toHaveCSS('background-color', LIGHT_PAGE);
  });

  test.describe('without scripts', () => {
    test.use({ javaScriptEnabled: false });

    test('is the system’s', async ({ page }) => {
      await page.goto(CHAPTER);
      await expect(page.getByLabel('Theme')).toBeHidden();
      for (const [colorScheme, colour] of [
        ['dark', DARK_PAGE],
        ['light', LIGHT_PAGE],
      ] as const) {
        await page.emulateMedia({ colorScheme });
        await expect(page.locator('body')).toHaveCSS('background-color', colour);
      }
    });
  });
});

test('on paper a page is white and without its ways elsewhere', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto(CHAPTER);
  await layOutForPaper(page);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('body')).toHaveCSS('background-color', 'rgb(255, 255, 255)');
  await expect(page.getByRole('navigation')).toHaveCount(0);
});

test('a chapter loads less than 25 kB of JavaScript before a lab comes near', async ({ page }) => {
  const scripts: Promise<Buffer>[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') scripts.push(response.body());
  });
  // Low enough that the chapter's first lab is not near.
  await page.setViewportSize({ width: 1280, height: 480 });
  await page.goto(CHAPTER, { waitUntil: 'networkidle' });
  const bodies = await Promise.all(scripts);
  expect(bodies.length).toBeGreaterThan(0);
  expect(bodies.reduce((sum, body) => sum + gzipSync(body).length, 0)).toBeLessThan(25_000);
});
