// The list of labs as a reader looks through it: in the order of the lesson, each with what it asks and its drawing.
import { boxOf } from './support/lab.ts';
import { labs } from './support/labs.ts';
import { expectToFit, WIDTHS } from './support/layout.ts';
import { layOutForPaper } from './support/print.ts';
import { expect, test } from './support/test.ts';

/** What each row says of its chapter's place: "Chapter 4.2" is 4.2. */
const PLACE = /^Chapter (\d+(?:\.\d+)?), /;

test('its rows are in the order of the chapters, each with its question and a drawing', async ({
  page,
}) => {
  await page.goto('/labs/');
  const rows = page.locator('.lab-list > li');
  await expect(rows).toHaveCount(labs.length);
  const told = await rows.evaluateAll((all) =>
    all.map((row) => ({
      href: row.querySelector('.title')?.getAttribute('href'),
      question: row.querySelector('.asks')?.textContent,
      chapter: row.querySelector('.of-chapter')?.textContent?.replace(/\s+/g, ' ').trim(),
      shapes: row.querySelectorAll('svg :is(rect, path):not(defs *)').length,
    })),
  );
  const places = told.map(({ chapter }) => Number(PLACE.exec(chapter ?? '')?.[1]));
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  for (const { href, question, shapes } of told) {
    const lab = labs.find(({ id }) => href === `/labs/${id}/`);
    expect(question).toBe(lab?.question);
    expect(shapes, href as string).toBeGreaterThan(1);
  }
});

test('in one chapter labs come as its text does', async ({ page }) => {
  await page.goto('/labs/');
  const hrefs = (links: ReturnType<typeof page.locator>) =>
    links.evaluateAll((all) => all.map((link) => link.getAttribute('href')));
  const listed = await hrefs(page.locator('.lab-list .title'));
  await page.goto('/shared-memory/');
  const inText = await page
    .locator('[data-of-lab]')
    .evaluateAll((all) => [
      ...new Set(all.map((lab) => `/labs/${(lab as HTMLElement).dataset.ofLab}/`)),
    ]);
  expect(listed.filter((href) => inText.includes(href as string))).toEqual(inText);
});

test('a lab and its chapter are reached by keys and by mouse', async ({ page }) => {
  await page.goto('/labs/');
  const row = page.locator('.lab-list > li', { hasText: 'Idle CPU' });
  await row.getByRole('link', { name: 'Idle CPU' }).focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/idle-cpu/');
  await page.goBack();
  await row.getByRole('link', { name: 'Idle CPU' }).click();
  await expect(page).toHaveURL('/labs/idle-cpu/');
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test('drawings stand under their questions, and links are as large as a finger', async ({
    page,
  }) => {
    await page.goto('/labs/');
    const row = page.locator('.lab-list > li').first();
    const question = await boxOf(row.locator('.asks'));
    const drawing = await boxOf(row.locator('svg'));
    expect(drawing.y).toBeGreaterThan(question.y + question.height);
    expect(drawing.width).toBe(390 - 2 * 18);
    for (const link of await row.getByRole('link').all()) {
      expect((await boxOf(link)).height).toBeGreaterThanOrEqual(44);
    }
    await row.locator('.title').tap();
    await expect(page).toHaveURL(/\/labs\/[a-z-]+\//);
  });
});

test('it fits from 320 to 1920 px', async ({ page }) => {
  await page.goto('/labs/');
  await expectToFit(page, WIDTHS);
});

test('on paper every row is whole, with its drawing', async ({ page }) => {
  await page.goto('/labs/');
  await layOutForPaper(page);
  const rows = page.locator('.lab-list > li');
  for (const row of await rows.all()) {
    await expect(row.locator('svg')).toBeVisible();
    await expect(row).toHaveCSS('break-inside', 'avoid');
  }
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('the list and its drawings are there', async ({ page }) => {
    await page.goto('/labs/');
    await expect(page.locator('.lab-list > li svg')).toHaveCount(labs.length);
  });
});
