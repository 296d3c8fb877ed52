// Predictions and questions as a reader answers them: what is right, what is not and why, what is kept.
import type { Locator, Page } from '@playwright/test';
import { wakeIslands } from './support/islands.ts';
import { layOutForPaper } from './support/print.ts';
import { expect, test } from './support/test.ts';
import { translate } from './support/translator.ts';

const PATH = '/concurrency-vs-parallelism/';
const prediction = (page: Page) => page.locator('choice-question.predict').first();
const question = (page: Page) => page.locator('choice-question.question').first();
const says = (question: Locator) => question.getByRole('status');
/** The ticks and crosses on its options. */
const marks = (question: Locator) => question.locator('.options .mark:visible');
const option = (question: Locator, name: string | RegExp) =>
  question.getByRole('button', { name, exact: true });

const WHY_45 = /45.ms assumes that the core is taken/;
const WHY_60 = /60.ms lets the other work begin/;
const EXPLAINED = 'The other work has the core';

test('a wrong answer is told why it fails, and then the right one is explained', async ({
  page,
}) => {
  await page.goto(PATH);
  const asked = prediction(page);
  await expect(asked.getByText(EXPLAINED)).toBeHidden();
  await option(asked, '45 ms').press('Enter');
  await expect(says(asked)).toHaveText(/^\s*Not quite: it is 50.ms\.\s*45.ms assumes/, {
    useInnerText: true,
  });
  await expect(asked.getByText(WHY_45)).toBeVisible();
  await expect(asked.getByText(WHY_60)).toBeHidden();
  await expect(asked.getByText(EXPLAINED)).toBeVisible();

  await test.step('both are marked, and what was chosen stays visible', async () => {
    await expect(option(asked, '45 ms (not right)')).toHaveAttribute('aria-pressed', 'true');
    await expect(option(asked, '50 ms (the right answer)')).toHaveAttribute(
      'aria-pressed',
      'false',
    );
    await expect(marks(asked)).toHaveCount(2);
    await expect(option(asked, 'Skip')).toBeHidden();
  });
});

test('a right answer is told so, with no other option’s reasons', async ({ page }) => {
  await page.goto(PATH);
  const asked = prediction(page);
  await option(asked, '50 ms').click();
  await expect(says(asked)).toHaveText('Right.', { useInnerText: true });
  await expect(asked.getByText(EXPLAINED)).toBeVisible();
  await expect(marks(asked)).toHaveCount(1);
});

test('the first answer to a prediction stays, whatever is tried after it', async ({ page }) => {
  await page.goto(PATH);
  const asked = prediction(page);
  await option(asked, '45 ms').click();
  await option(asked, /^60 ms/).click();
  await expect(asked.getByText(WHY_60)).toBeVisible();
  await expect(asked.getByText('Your prediction stays:')).toHaveText(/45.ms\s*$/, {
    useInnerText: true,
  });
  await page.reload();
  await expect(option(asked, '45 ms (not right)')).toHaveAttribute('aria-pressed', 'true');
  await expect(asked.getByText(WHY_45)).toBeVisible();
  await expect(asked.getByText('Your prediction stays:')).toBeHidden();
});

test('skipping shows the answer, counts as skipping, and hands the keyboard on', async ({
  page,
}) => {
  await page.goto(PATH);
  const asked = prediction(page);
  await option(asked, 'Skip').press('Enter');
  await expect(says(asked)).toHaveText(/^\s*Skipped\. It is 50.ms\.\s*$/, { useInnerText: true });
  await expect(says(asked)).toBeFocused();
  await expect(asked.getByText(EXPLAINED)).toBeVisible();
  await expect(option(asked, 'Skip')).toBeHidden();
  await option(asked, '45 ms').click();
  await expect(asked.getByText(WHY_45)).toBeVisible();
  await page.reload();
  await expect(says(asked)).toHaveText(/Skipped/, { useInnerText: true });
  await expect(page.getByText('0 predictions made, 1 skipped.')).toBeAttached();
});

test('a question may be answered again', async ({ page }) => {
  await page.goto(PATH);
  const asked = question(page);
  const [first, , right] = await asked.getByRole('button').all();
  await first?.click();
  await expect(says(asked)).toContainText(
    'Not quite: the answer is “On the way, or in your server',
  );
  await expect(asked.locator('.why:visible')).toHaveCount(1);
  await right?.click();
  await expect(says(asked)).toHaveText('Right.', { useInnerText: true });
  await expect(asked.locator('.why:visible')).toHaveCount(0);
  await expect(first as Locator).toHaveAttribute('aria-pressed', 'false');
  await expect(marks(asked)).toHaveCount(1);
});

test('a translated question is answered as any other', async ({ page }) => {
  await page.goto(PATH);
  await wakeIslands(page);
  await translate(page);
  const asked = prediction(page);
  await option(asked, '45 ms').click();
  await expect(says(asked)).toHaveText(/Not quite: it is 50.ms\.\s*45.ms assumes/, {
    useInnerText: true,
  });
});

test('where colours are forced, the marks and a border tell right from wrong', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto(PATH);
  const asked = prediction(page);
  await option(asked, '45 ms').click();
  await expect(option(asked, /^45 ms/)).toHaveCSS('border-top-width', '3px');
  await expect(option(asked, /^50 ms/)).toHaveCSS('border-top-width', '1px');
  await expect(marks(asked)).toHaveCount(2);
});

test('on paper every option is explained, answered or not', async ({ page }) => {
  await page.goto(PATH);
  await layOutForPaper(page);
  for (const text of [WHY_45, WHY_60, EXPLAINED]) {
    await expect(prediction(page).getByText(text)).toBeVisible();
  }
});

for (const width of [390, 1280]) {
  test(`at ${width} px no button moves when a mark comes, and Skip begins where a button does`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 844 });
    await page.goto(PATH);
    const asked = prediction(page);
    const group = asked.locator('.options');
    const boxes = () =>
      group.locator('button:not(.skip)').evaluateAll((buttons) =>
        buttons.map((button) => {
          const { left, top, width, height } = button.getBoundingClientRect();
          return [left, top + scrollY, width, height];
        }),
      );
    const skip = await group.locator('.skip').evaluate((element) => {
      const text = document.createRange();
      text.selectNodeContents(element);
      const { left, top } = text.getBoundingClientRect();
      return { left, top: top + scrollY };
    });
    const before = await boxes();
    const [first] = before as [number[]];
    // On a line of its own it stands at the edge; else beside the last button.
    const beside = skip.top < (first[1] as number) + (first[3] as number);
    expect(beside || Math.abs(skip.left - (first[0] as number)) < 2).toBe(true);
    await option(asked, '45 ms').click();
    expect(await boxes()).toEqual(before);
  });
}

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });
  test('a disclosure has the answer and all reasons, and nothing waits for it', async ({
    page,
  }) => {
    await page.goto(PATH);
    const answer = prediction(page).locator('details');
    await expect(answer.getByText(EXPLAINED)).toBeHidden();
    await answer.locator('summary').click();
    for (const text of [EXPLAINED, /45.ms assumes/, /60.ms lets/]) {
      await expect(answer.getByText(text)).toBeVisible();
    }
    await expect(page.getByText('From 40 to 50 ms A is')).toBeVisible();
    await expect(option(prediction(page), 'Skip')).toBeHidden();
  });
});

test.describe('text that would give an answer away', () => {
  const text = (page: Page) => page.getByText('From 40 to 50 ms A is');

  for (const name of ['45 ms', 'Skip']) {
    test(`waits until ${name} is pressed, and is there at once on the next visit`, async ({
      page,
    }) => {
      await page.goto(PATH);
      await expect(text(page)).toBeHidden();
      await option(prediction(page), name).click();
      await expect(text(page)).toBeVisible();
      // The page is left first: else a script that it still waits for would come without its content.
      await page.goto('about:blank');
      // As soon as it is read, before any script of the page has come: nothing moves when that runs.
      await page.route('**/*.js', (route) =>
        route.fulfill({ contentType: 'text/javascript', body: '' }),
      );
      await page.goto(PATH, { waitUntil: 'commit' });
      await expect(text(page)).toBeVisible();
    });
  }

  test('comes with “Show it now”, too', async ({ page }) => {
    await page.goto(PATH);
    const button = page.getByRole('button', { name: 'Show it now' }).first();
    await button.scrollIntoViewIfNeeded();
    await button.click();
    await expect(text(page)).toBeVisible();
    await expect(says(prediction(page))).toHaveText(/Skipped/, { useInnerText: true });
  });

  test('is on paper', async ({ page }) => {
    await page.goto(PATH);
    await layOutForPaper(page);
    await expect(text(page)).toBeVisible();
  });
});
