// Search: a word of the lesson leads to its page.
import { expect, test } from '../support/test.ts';

test('finds a word of a chapter and leads there', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'Search' }).click();
  const dialog = page.getByRole('dialog', { name: 'Search the lesson' });
  await dialog.getByRole('textbox').fill('parallelism');
  await dialog.getByRole('link', { name: 'Concurrency and parallelism' }).first().click();
  await expect(page).toHaveURL(/\/concurrency-vs-parallelism\//);
});

test('opens with / and closes with Escape', async ({ page }) => {
  await page.goto('/');
  await page.keyboard.press('/');
  const dialog = page.getByRole('dialog', { name: 'Search the lesson' });
  await expect(dialog.getByRole('textbox')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});

test('says so when it finds nothing', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'Search' }).click();
  const dialog = page.getByRole('dialog', { name: 'Search the lesson' });
  await dialog.getByRole('textbox').fill('xylophone');
  await expect(dialog.getByText('No results for xylophone')).toBeVisible();
});
