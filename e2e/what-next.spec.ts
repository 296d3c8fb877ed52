// The page after the last chapter: how it is reached, and the self-test as a reader takes it.
import type { Locator, Page } from '@playwright/test';
import { layOutForPaper } from './support/print.ts';
import { expect, test } from './support/test.ts';

const PATH = '/what-next/';
const questions = (page: Page) => page.locator('[data-topic] choice-question');
const tally = (page: Page) => page.getByRole('region', { name: 'How it went' });
const topic = (page: Page, name: string | RegExp) => page.getByRole('region', { name });

const answer = async (question: Locator, right: boolean) => {
  await question
    .locator(right ? '[data-right]' : 'button:not([data-right])')
    .first()
    .click();
};

test('the landing page and the list of chapters lead to it', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('main').getByRole('link', { name: 'twenty new situations' }).click();
  await expect(page).toHaveURL(PATH);
  await page.goto('/threads/');
  const menu = page.getByRole('navigation', { name: 'Chapters' });
  await menu.getByRole('link', { name: 'What next' }).click();
  await expect(page).toHaveURL(PATH);
  await expect(menu.getByRole('link', { name: 'What next' })).toHaveAttribute(
    'aria-current',
    'page',
  );
});

test('an empty answer that is kept is none: nothing is told unasked', async ({ page }) => {
  await page.goto(PATH);
  const question = questions(page).first();
  const id = await question.getAttribute('data-id');
  await page.evaluate((key) => localStorage.setItem(key, ''), `interleave:prediction:${id}`);
  await page.reload();
  await expect(question.locator('button').first()).toBeEnabled();
  await expect(question).not.toHaveAttribute('data-answered');
  await answer(question, true);
  await page.reload();
  await expect(question).toHaveAttribute('data-answered', 'right');
});

test('twenty situations, each with a right option that is neither the longest nor always in one place', async ({
  page,
}) => {
  await page.goto(PATH);
  await expect(questions(page)).toHaveCount(20);
  const places = new Map<number, number>();
  for (const question of await questions(page).all()) {
    const options = await question.locator('button').evaluateAll((buttons) =>
      buttons.map((button) => ({
        length: (button as HTMLElement).dataset.answer?.length ?? 0,
        right: 'right' in (button as HTMLElement).dataset,
      })),
    );
    const place = options.findIndex(({ right }) => right);
    places.set(place, (places.get(place) ?? 0) + 1);
    // Figures are as long as each other.
    const longest = Math.max(...options.filter(({ right }) => !right).map(({ length }) => length));
    expect(options[place]?.length).toBeLessThanOrEqual(longest);
    await answer(question, false);
    await expect(question.locator('.why:visible')).toHaveText(/\w{3}/);
    await expect(question.locator('.explained')).toHaveText(/\w{3}/, { useInnerText: true });
  }
  expect(Math.min(...[0, 1, 2, 3].map((place) => places.get(place) ?? 0))).toBeGreaterThan(2);
});

test('first answers are counted, kept, and lead to the chapters to read again', async ({
  page,
}) => {
  await page.goto(PATH);
  await expect(tally(page)).toContainText('None of the 20 questions is answered yet.');
  await expect(tally(page).getByRole('link')).toHaveCount(0);
  const threads = topic(page, /^Threads: /).locator('choice-question');
  const mixed = topic(page, 'IO-bound and CPU-bound').locator('choice-question');
  await answer(threads.nth(0), true);
  await answer(threads.nth(1), true);
  await answer(mixed.nth(0), false);
  // A second try shows why, and changes nothing.
  await answer(mixed.nth(0), true);
  await answer(mixed.nth(1), true);
  await expect(tally(page)).toContainText('3 of 4 right so far, 16 to go.');
  await expect(tally(page).getByRole('listitem').filter({ visible: true })).toHaveText([
    /Chapter 2, IO-bound and CPU-bound\s+1 of 2 right/,
  ]);

  await test.step('they are no predictions', async () => {
    const menu = page.getByRole('navigation', { name: 'Chapters' });
    await expect(menu.getByText(/predictions? made/)).toBeHidden();
  });

  await test.step('after a reload they are there', async () => {
    await page.reload();
    await expect(tally(page)).toContainText('3 of 4 right so far, 16 to go.');
    await expect(mixed.nth(0).locator('[data-first]')).toHaveCount(1);
  });

  await test.step('the list leads to the chapter', async () => {
    await tally(page).getByRole('link').filter({ visible: true }).click();
    await expect(page).toHaveURL('/io-vs-cpu/');
  });

  await test.step('beginning again asks once, and the focus goes with it', async () => {
    await page.goto(PATH);
    const again = tally(page).getByRole('button', { name: 'Begin the self-test again' });
    await again.press('Enter');
    await expect(tally(page).getByRole('button', { name: 'Keep them' })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(again).toBeFocused();
    await expect(tally(page)).toContainText('3 of 4 right so far');
    const other = await page.context().newPage();
    await other.goto(PATH);
    await expect(tally(other)).toContainText('3 of 4 right so far');
    await again.click();
    await tally(page).getByRole('button', { name: 'Take them back' }).click();
    await expect(page.getByRole('heading', { name: 'Self-test' })).toBeFocused();
    for (const tab of [page, other]) {
      await expect(tally(tab)).toContainText('None of the 20 questions is answered yet.');
      await expect(questions(tab).locator('[aria-pressed="true"]')).toHaveCount(0);
      await expect(questions(tab).locator('.why:visible, .explained:visible')).toHaveCount(0);
    }
    // The questions are as new: an answer is a first one again, and shows in the other tab.
    await answer(mixed.nth(0), true);
    for (const tab of [page, other]) {
      await expect(tally(tab)).toContainText('1 of 1 right so far, 19 to go.');
    }
  });
});

test('all right leaves nothing to read again', async ({ page }) => {
  await page.goto(PATH);
  for (const question of await questions(page).all()) await answer(question, true);
  await expect(tally(page)).toContainText('All 20 right.');
  await expect(tally(page).getByRole('listitem').filter({ visible: true })).toHaveCount(0);
});

test('on paper readers count for themselves', async ({ page }) => {
  await page.goto(PATH);
  await layOutForPaper(page);
  await expect(tally(page).getByText('Count the questions that you got right')).toBeVisible();
  await expect(tally(page).getByText('None of the 20 questions')).toBeHidden();
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });
  test('readers count for themselves, and the answers can be opened', async ({ page }) => {
    await page.goto(PATH);
    await expect(tally(page).getByText('Count the questions that you got right')).toBeVisible();
    const first = questions(page).first();
    await first.getByText('The answer', { exact: true }).click();
    await expect(first.getByText('Ten requests wait together')).toBeVisible();
  });
});
