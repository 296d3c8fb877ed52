// Chapter 6 as a reader goes through it: predictions, the decision table and what its cells open, and its commands.
import type { Page } from '@playwright/test';
import { cellsOf, LabOnPage } from './support/lab.ts';
import { expect, test } from './support/test.ts';

const PATH = '/which-knob-to-turn/';
const PHONE = { width: 320, height: 640 };

const decisions = (page: Page) =>
  page.getByRole('table').filter({ has: page.getByRole('columnheader', { name: 'more cores' }) });

test('four queries at once are predicted first, and then the other proposals are told', async ({
  page,
}) => {
  await page.goto(PATH);
  const others = page.getByText('Now try the other three proposals');
  await expect(others).toBeHidden();
  const question = page.locator('choice-question', { hasText: 'who has read the code' });
  await question.getByRole('button', { name: '83 ms' }).click();
  await expect(question.getByRole('status')).toContainText('Not quite: it is 93 ms');
  await expect(question.getByRole('status')).toContainText('83 ms is a quarter of everything');
  await expect(others).toContainText(/With eight cores 95% finish within 333.ms/);
  await expect(page.getByRole('main')).toContainText(/bring it down to 93.ms, which is 28%/);
});

test('while it is predicted the panel is there and the remedies are not; then the text sets the lab', async ({
  page,
}) => {
  await page.goto(PATH);
  const lab = new LabOnPage(page, 'Diagnose', 0);
  await lab.wake();
  const remedies = lab.root.getByRole('radiogroup', { name: /^Choose a remedy/ });
  const drawn = lab.root.getByRole('img', { name: /^How long answers take/ });
  await expect(lab.root.getByRole('img', { name: /^Cores in use/ })).toBeVisible();
  await expect(lab.result).toContainText('211');
  await expect(lab.root).toContainText('Answer the question above');
  await expect(remedies).toBeHidden();
  await expect(drawn).toBeHidden();
  await page
    .locator('choice-question', { hasText: 'who has read the code' })
    .getByRole('button', { name: '93 ms' })
    .click();
  await expect(drawn).toHaveAccessibleName(/With the 4 queries at once: .*95% within 93.ms/);
  await expect(remedies).toBeVisible();
  await page.getByRole('link', { name: 'with 200 threads' }).click();
  await expect(drawn).toHaveAccessibleName(/With 200 threads/);
});

test('one request on a loop takes four waits in turn, and one together', async ({ page }) => {
  await page.goto(PATH);
  await page.getByText('Both runs as tables').click();
  const waits = async (name: string) => {
    const rows = await cellsOf(page.getByRole('table', { name }));
    return rows
      .filter(([task, state]) => task === 'the request' && state?.startsWith('waiting'))
      .map(([, , from, to]) => `${from}–${to}`);
  };
  expect(await waits('Four queries in turn')).toEqual(['1–51', '52–102', '103–153', '154–204']);
  expect(await waits('The same four together')).toEqual(['1–51']);
});

test('the same remedy makes a service with a full database worse', async ({ page }) => {
  await page.goto(PATH);
  const question = page.locator('choice-question', { hasText: '50 requests a second' });
  await question.getByRole('button', { name: '0.17 s' }).click();
  await expect(question.getByRole('status')).toContainText('Not quite: it is 8.52 s');
  await expect(question.getByText('1,500 queries are in line')).toBeVisible();
  await expect(page.getByRole('main')).toContainText(/from 679.ms to 8\.5.s/);
});

test('a cell of the decision table opens the run that it speaks of', async ({ page }) => {
  await page.goto(PATH);
  // The lab that the cells set waits for a prediction.
  await page
    .locator('choice-question', { hasText: 'In the first minute of the sale' })
    .getByRole('button', { name: 'Skip' })
    .click();
  const row = decisions(page).getByRole('row', { name: /A request makes several queries/ });
  await expect(row.getByRole('link', { name: /8 cores/ })).toHaveText(/about the same\s+100%/);
  const together = row.getByRole('link', { name: /Helps most: half or less/ });
  await expect(together).toHaveText(/28%\s+the 4 queries at once/);
  await together.click();
  await expect(page).toHaveURL(PATH);
  const lab = new LabOnPage(page, 'Diagnose', 2);
  await lab.wake();
  await expect(lab.root).toContainText('Case 1: queries in turn');
  await expect(lab.root).toContainText('It falls to 28%');
});

test('every row of the table has one change that helps most', async ({ page }) => {
  await page.goto(PATH);
  const rows = decisions(page)
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader') });
  for (const row of await rows.all()) {
    await expect(row.getByRole('link', { name: /^Helps most/ })).toHaveCount(1);
    await expect(row.getByRole('link')).not.toHaveCount(1);
  }
});

test.describe('on a small phone', () => {
  test.use({ viewport: PHONE });

  test('a row of the table is a card, whose changes are named', async ({ page }) => {
    await page.goto(PATH);
    const row = decisions(page).getByRole('row', { name: /A request makes several queries/ });
    const boxes = await row
      .getByRole('link')
      .evaluateAll((links) => links.map((link) => link.getBoundingClientRect().toJSON()));
    expect(boxes).toHaveLength(4);
    for (const { left, right } of boxes) {
      expect(left).toBeGreaterThanOrEqual(0);
      expect(right).toBeLessThanOrEqual(PHONE.width);
    }
    const tops = boxes.map(({ top }) => top);
    expect(tops).toEqual(tops.toSorted((a, b) => a - b));
    expect(new Set(tops).size).toBe(4);
    await expect(row.getByText('–').filter({ visible: true })).toHaveCount(0);
  });
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('a cell leads to the lab’s own page, set the same', async ({ page }) => {
    await page.goto(PATH);
    const row = decisions(page).getByRole('row', { name: /queries wait for one/ });
    await row.getByRole('link', { name: /a pool of 10/ }).click();
    await expect(page).toHaveURL(/\/labs\/diagnose\/\?case=3&remedy=pool&said=shown/);
  });
});
