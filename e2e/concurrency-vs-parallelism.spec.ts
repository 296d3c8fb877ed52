// Chapter 3 as a reader goes through it: predict, look, answer; and the timetables that it rests on.
import { cellsOf, LabOnPage, ONE_CORE, TWO_CORES } from './support/lab.ts';
import { expect, test } from './support/test.ts';

const PATH = '/concurrency-vs-parallelism/';

test('the page of sources has the documented timetables', async ({ page }) => {
  await page.goto('/sources/');
  const table = (name: string) => page.getByRole('table', { name, exact: true });
  expect(await cellsOf(table('One core, run to block; times in ms'))).toEqual(ONE_CORE);
  expect(await cellsOf(table('Two cores; times in ms'))).toEqual(TWO_CORES);
});

test('the labs hold their results back until the reader has answered', async ({ page }) => {
  await page.goto(PATH);
  const lab = new LabOnPage(page, 'Interleaving');
  await lab.wake();
  const result = lab.root.getByText('A ends at 55 ms and B at 60 ms.');
  await expect(result).toBeHidden();
  await expect(lab.lane('request A')).toHaveAccessibleName('request A');
  await expect(lab.lane('request A').getByRole('gridcell')).toHaveCount(2);
  await expect(lab.root.getByText(/^Event table/)).toBeHidden();
  await lab.root.getByRole('button', { name: 'Step forward' }).click();
  await expect(lab.instant).toContainText('40 ms');

  const question = page.locator('choice-question').first();
  await expect(question.getByText('The other work has the core')).toBeHidden();
  await question.getByRole('button', { name: '40 ms' }).click();
  await expect(question.getByRole('status')).toContainText('Not quite: it is 50');
  await expect(question.getByText('The other work has the core')).toBeVisible();
  await expect(result).toBeVisible();
  await lab.expectRows(/times in ms$/i, ONE_CORE);
});

test('a prediction is remembered on this device and told to nobody', async ({ page }) => {
  const sent: string[] = [];
  page.on('request', (request) => {
    if (request.method() !== 'GET') sent.push(request.url());
  });
  await page.goto(PATH);
  await page.getByRole('button', { name: '50 ms' }).first().click();
  await page.reload();
  const question = page.locator('choice-question').first();
  await expect(question.getByRole('button', { name: '50 ms' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  const lab = new LabOnPage(page, 'Interleaving');
  await lab.wake();
  await expect(lab.root.getByText('A ends at 55 ms and B at 60 ms.')).toBeVisible();
  expect(sent).toEqual([]);
});

test('a browser that refuses storage can predict all the same', async ({ page }) => {
  await page.addInitScript(() => {
    const refuse = () => {
      throw new DOMException('refused', 'SecurityError');
    };
    Storage.prototype.getItem = refuse;
    Storage.prototype.setItem = refuse;
  });
  await page.goto(PATH);
  await page.getByRole('button', { name: '50 ms' }).first().click();
  const lab = new LabOnPage(page, 'Interleaving');
  await lab.wake();
  await expect(lab.root.getByText('A ends at 55 ms and B at 60 ms.')).toBeVisible();
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });
  test('nothing is held back, and answers are disclosures', async ({ page }) => {
    await page.goto(PATH);
    const lab = new LabOnPage(page, 'Interleaving');
    await expect(lab.root.getByText('A ends at 55 ms and B at 60 ms.')).toBeVisible();
    await expect(lab.lane('request A')).toHaveAccessibleName(/running, 50 to 55 ms$/);
    expect(await cellsOf(lab.root.getByRole('table'))).toEqual(ONE_CORE);
    const answer = page.locator('choice-question').first().locator('details');
    await expect(answer.getByText('The other work has the core')).toBeHidden();
    await answer.locator('summary').click();
    await expect(answer.getByText('The other work has the core')).toBeVisible();
  });
});
