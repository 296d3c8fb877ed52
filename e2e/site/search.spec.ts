// Search: by hand, by keys alone and by touch, what it finds and what it does not, where it leads, and what it loads.
import type { Page } from '@playwright/test';
import { expect, test } from '../support/test.ts';

const CHAPTER = '/concurrency-vs-parallelism/';
const dialogOf = (page: Page) => page.getByRole('dialog', { name: 'Search the lesson' });

/** Types words into the dialog and waits for what they find. */
async function search(page: Page, words: string) {
  const dialog = dialogOf(page);
  if (!(await dialog.isVisible())) await page.keyboard.press('/');
  await dialog.getByRole('textbox').fill(words);
  const results = dialog.locator('.search-results a');
  await expect(results.first()).toHaveAttribute(
    'href',
    new RegExp(encodeURIComponent(words).replaceAll('%20', '\\+')),
  );
  return results;
}

/** The words that are marked on the page. */
const marked = (page: Page) =>
  page.evaluate(() => [...(CSS.highlights.get('found') ?? [])].map((range) => `${range}`));
const putAway = (page: Page) => page.getByRole('button', { name: 'Remove the marks' });

/** Waits until the window shows the first marked word that fits. */
const expectInView = (page: Page, words: RegExp) =>
  expect
    .poll(() =>
      page.evaluate((pattern) => {
        const ranges = [...(CSS.highlights.get('found') ?? [])] as Range[];
        return ranges.some((range) => {
          const { top, bottom, height } = range.getBoundingClientRect();
          return (
            new RegExp(pattern).test(`${range}`) && height > 0 && top > 0 && bottom < innerHeight
          );
        });
      }, words.source),
    )
    .toBe(true);

test('finds a word of a chapter and leads there, or says that it finds nothing', async ({
  page,
}) => {
  await page.goto('/');
  const dialog = page.getByRole('dialog', { name: 'Search the lesson' });
  const field = dialog.getByRole('textbox');

  await test.step('opens with / and closes with Escape', async () => {
    await page.keyboard.press('/');
    await expect(field).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  });

  await test.step('leaves a "/" that is typed into it alone', async () => {
    await page.getByRole('button', { name: 'Search' }).click();
    await expect(field).toBeFocused();
    await page.keyboard.type('a/b');
    await expect(field).toHaveValue('a/b');
  });

  await test.step('says so when it finds nothing', async () => {
    await field.fill('zeppelin');
    await expect(dialog.getByText('No results for zeppelin')).toBeVisible();
  });

  await test.step('leads to what it finds', async () => {
    await field.fill('parallelism');
    await dialog.getByRole('link', { name: 'Concurrency and parallelism' }).first().click();
    await expect(page).toHaveURL(/\/concurrency-vs-parallelism\//);
  });
});

test('goes to the best result by keyboard alone', async ({ page }) => {
  await page.goto('/teach/');
  await page.keyboard.press('Control+k');
  const dialog = page.getByRole('dialog', { name: 'Search the lesson' });
  await expect(dialog.getByRole('textbox')).toBeFocused();
  await page.keyboard.type('parallelism');
  await expect(dialog.getByRole('status')).toHaveText(/pages? found/);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/glossary/#parallelism');
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('loads its index only when it is opened', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(CHAPTER, { waitUntil: 'networkidle' });
  expect(asked.filter((path) => path.startsWith('/pagefind/'))).toEqual([]);
  await page.keyboard.press('/');
  await expect(page.getByRole('dialog')).toBeVisible();
  await expect.poll(() => asked).toContain('/pagefind/pagefind.js');
});

test('says so when the index is missing', async ({ page, complaints }) => {
  await page.route('/pagefind/**', (route) => route.fulfill({ status: 404 }));
  await page.goto('/');
  await page.keyboard.press('/');
  await expect(page.getByRole('dialog').getByRole('alert')).toContainText('did not load');
  // The browser reports the missing file itself.
  expect(complaints.splice(0)).toEqual([expect.stringContaining('404')]);
});

test('terms of the glossary come first, by the words that readers have for them', async ({
  page,
}) => {
  await page.goto('/teach/');
  for (const [words, term] of [
    ['p95', '/glossary/?find=p95#95th-percentile'],
    ['thread pool', '/glossary/?find=thread+pool#thread-pool'],
    ['GIL', '/glossary/?find=GIL#global-interpreter-lock'],
    ['executor', '/glossary/?find=executor#thread-pool'],
    ['event loop', '/glossary/?find=event+loop#event-loop'],
    ['convoy', '/glossary/?find=convoy#convoy'],
  ] as const) {
    await expect((await search(page, words)).first()).toHaveAttribute('href', term);
  }
});

test('headings come before what only has the words, and what begins like them is left out', async ({
  page,
}) => {
  await page.goto('/teach/');
  const results = await search(page, 'event loop');
  await expect(results.filter({ hasNotText: 'Glossary' }).nth(0)).toHaveText('Event loop');
  await expect(results.filter({ hasNotText: 'Glossary' }).nth(1)).toHaveText('Event loops');
  // Commands have a "-p"; the lesson has no other "p95".
  await expect(await search(page, 'p95')).toHaveCount(1);
  await dialogOf(page).getByRole('textbox').fill('p');
  await expect(dialogOf(page).getByRole('status')).toHaveText('Type two letters or more.');
  await expect(dialogOf(page).locator('.search-results a')).toHaveCount(0);
});

test('finding nothing leads to the glossary', async ({ page }) => {
  await page.goto('/teach/');
  await page.keyboard.press('/');
  await dialogOf(page).getByRole('textbox').fill('zeppelin');
  await expect(dialogOf(page).getByRole('status')).toContainText('Check the spelling');
  await dialogOf(page).getByRole('link', { name: 'Every term of the lesson' }).click();
  await expect(page).toHaveURL('/glossary/');
});

test('a result lands at its place with the words marked, and the marks go away', async ({
  page,
}) => {
  await page.goto('/teach/');
  const results = await search(page, 'GIL');
  await results.filter({ hasText: 'Where the border' }).click();
  await expect(page).toHaveURL('/io-vs-cpu/#where-the-border-is-not-what-it-seems');
  await expectInView(page, /GIL/);
  expect(await marked(page)).toEqual(['(GIL),']);
  await putAway(page).click();
  await expect(putAway(page)).toHaveCount(0);
  expect(await marked(page)).toEqual([]);

  await test.step('on the page that is open too, and Escape takes them away', async () => {
    await (await search(page, 'page cache')).filter({ hasText: 'Where the border' }).click();
    await expectInView(page, /cache/);
    await page.keyboard.press('Escape');
    await expect(putAway(page)).toHaveCount(0);
    expect(await marked(page)).toEqual([]);
  });

  await test.step('a reload marks nothing', async () => {
    await page.reload();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(putAway(page)).toHaveCount(0);
  });
});

test('what is folded is opened', async ({ page }) => {
  await page.goto('/teach/');
  await page.evaluate(() => localStorage.setItem('interleave:prediction:microtasks-first', ''));
  await (await search(page, 'Promise callbacks')).filter({ hasText: 'What async' }).first().click();
  await expect(page.getByText('Promise callbacks go before')).toBeInViewport();
  expect(await marked(page)).toContain('callbacks');
});

test('what a question holds back leads to the question, and shows after it', async ({ page }) => {
  await page.goto('/teach/');
  const results = await search(page, 'nothing to compute is idle');
  await results.filter({ hasText: 'Your CPU is mostly idle' }).first().click();
  const question = page.locator('choice-question').first();
  await expect(question).toBeInViewport();
  await expect(page.getByText('This one shows once you have answered')).toBeVisible();
  await question.getByRole('button', { name: 'Skip' }).click();
  await page.getByRole('button', { name: 'Next' }).press('Enter');
  await expectInView(page, /compute|idle|nothing/);
});

test('arrows go through the results, and Tab goes on from the place', async ({ page }) => {
  await page.goto('/teach/');
  const results = await search(page, 'GIL');
  for (const result of (await results.all()).slice(0, 3)) {
    await page.keyboard.press('ArrowDown');
    await expect(result).toBeFocused();
  }
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/io-vs-cpu/#where-the-border-is-not-what-it-seems');
  await expectInView(page, /GIL/);
  await page.keyboard.press('Tab');
  const top = await page.evaluate(() => document.activeElement?.getBoundingClientRect().top ?? -1);
  expect(top).toBeGreaterThan(0);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test('by touch: from the menu to the marked place, with room for a finger', async ({ page }) => {
    await page.goto(CHAPTER);
    await page.getByRole('button', { name: 'Chapters' }).tap();
    await page
      .getByRole('navigation', { name: 'Chapters' })
      .getByRole('button', { name: 'Search' })
      .tap();
    const results = await search(page, 'GIL');
    for (const result of await results.all()) {
      expect((await result.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    }
    await results.filter({ hasText: 'Where the border is not what it seems' }).tap();
    await expect(page).toHaveURL('/io-vs-cpu/#where-the-border-is-not-what-it-seems');
    await expectInView(page, /GIL/);
    expect((await putAway(page).boundingBox())?.height).toBeGreaterThanOrEqual(44);
    await putAway(page).tap();
    await expect(putAway(page)).toHaveCount(0);
  });
});

test('a lab’s page is set by its address alone', async ({ page }) => {
  await page.goto('/teach/');
  await (await search(page, 'Behind one lock'))
    .filter({ hasText: 'Behind one lock' })
    .first()
    .click();
  await expect(page).toHaveURL('/labs/lock-convoy/');
  await expect(putAway(page)).toBeVisible();
  await expect(page.getByText(/does not know|is no setting/)).toHaveCount(0);
});
