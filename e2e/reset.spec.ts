// Reset: takes a lab back to how it stands in its place, and is there to be pressed only where something differs.
import type { Page } from '@playwright/test';
import { LabOnPage } from './support/lab.ts';
import { expect, test } from './support/test.ts';

const resetOf = (lab: LabOnPage) => lab.root.getByRole('button', { name: 'Reset', exact: true });

async function open(page: Page) {
  await page.goto('/labs/interleaving/');
  const lab = new LabOnPage(page, 'Interleaving');
  await lab.wake();
  return { lab, reset: resetOf(lab) };
}

test('by keys: knobs, comparison, playhead and choice go back in one step, and the focus stays', async ({
  page,
}) => {
  const { lab, reset } = await open(page);
  await expect(reset).toBeDisabled();
  const said = (await lab.result.textContent()) ?? '';
  await lab.root.getByRole('button', { name: 'Compare with…' }).press('Enter');
  await lab.root.getByRole('slider', { name: 'Database' }).press('End');
  await lab.timeline.press('ArrowRight');
  await lab.root.getByRole('button', { name: 'Step forward' }).press('Enter');
  await expect(page).toHaveURL(/database=100&compare=default&at=/);
  const before = await page.evaluate(() => history.length);

  await reset.press('Enter');
  await expect(page).toHaveURL('/labs/interleaving/');
  await expect(lab.result).toHaveText(said);
  await expect(lab.instant).toContainText('0 ms');
  await expect(lab.root.getByRole('button', { name: 'Compare with…' })).toBeVisible();
  await expect(reset).toBeFocused();
  await expect(reset).toBeDisabled();
  await expect(lab.root.getByText('Set back to: One core.')).toBeAttached();
  expect(await page.evaluate(() => history.length)).toBe(before + 1);

  await page.goBack();
  await expect(page).toHaveURL(/database=100&compare=default&at=/);
  await expect(lab.root.getByRole('button', { name: 'Stop comparing' })).toBeVisible();
  await expect(reset).toBeEnabled();
});

test('by mouse: the playhead alone, or a choice alone, is something to take back', async ({
  page,
}) => {
  const { lab, reset } = await open(page);
  await lab.root.getByRole('button', { name: 'Step forward' }).click();
  await expect(reset).toBeEnabled();
  await expect(page).toHaveURL(/at=/);
  await reset.click();
  await expect(page).toHaveURL('/labs/interleaving/');
  await expect(reset).toBeDisabled();
  await page.goBack();
  await expect(page).toHaveURL(/at=/);
  await reset.click();
  await expect(reset).toBeDisabled();
  const { segment } = await lab.chosen();
  await lab.timeline.press('End');
  await expect(reset).toBeEnabled();
  await reset.click();
  await lab.expectChosen(segment);
  await expect(reset).toBeDisabled();
});

test('in a chapter it goes to the preset and the knobs that the chapter gives', async ({
  page,
}) => {
  await page.goto('/concurrency-vs-parallelism/');
  for (const question of await page.locator('choice-question.predict').all()) {
    await question.getByRole('button', { name: 'Skip' }).click();
  }
  // The one that opens with a comparison.
  const lab = new LabOnPage(page, 'Interleaving', await nthWithComparison(page));
  await lab.wake();
  const reset = resetOf(lab);
  const said = (await lab.result.textContent()) ?? '';
  const knobs = await lab.root.locator('[data-knob]').count();
  await expect(reset).toBeDisabled();
  await lab.root.getByRole('button', { name: 'Stop comparing' }).click();
  await lab.preset('One at a time').click();
  await expect(lab.root.locator('[data-knob]')).not.toHaveCount(knobs);
  await reset.click();
  await expect(lab.result).toHaveText(said);
  await expect(lab.root.getByRole('button', { name: 'Stop comparing' })).toBeVisible();
  await expect(lab.root.locator('[data-knob]')).toHaveCount(knobs);
  await expect(page).toHaveURL('/concurrency-vs-parallelism/');
});

/** Which of the chapter's labs of this title has a run to compare with. */
async function nthWithComparison(page: Page): Promise<number> {
  const labs = page.getByRole('region', { name: 'Lab: Interleaving,' });
  await expect(page.getByRole('button', { name: 'Stop comparing' })).toHaveCount(1);
  for (let nth = 0; nth < (await labs.count()); nth += 1) {
    const stop = labs.nth(nth).getByRole('button', { name: 'Stop comparing' });
    if ((await stop.count()) > 0) return nth;
  }
  throw new Error('no lab of the chapter opens with a comparison');
}

test('what is done in a case is taken back in that case', async ({ page }) => {
  await page.goto('/labs/diagnose/');
  const lab = new LabOnPage(page, 'Diagnose');
  await lab.wake();
  await lab.preset('3').click();
  const reset = resetOf(lab);
  await expect(reset).toBeDisabled();
  await lab.root.getByRole('radio').first().check({ force: true });
  await reset.click();
  await expect(lab.preset('3')).toHaveAttribute('aria-pressed', 'true');
  await expect(lab.root.getByRole('radio').first()).not.toBeChecked();
});

test.describe('by touch', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('it is as large as a finger, and takes a knob back', async ({ page }) => {
    const { lab, reset } = await open(page);
    await lab.preset('Two cores').tap();
    await expect(reset).toBeEnabled();
    expect((await reset.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    await reset.tap();
    await expect(lab.preset('One core')).toHaveAttribute('aria-pressed', 'true');
    await expect(reset).toBeDisabled();
  });
});
