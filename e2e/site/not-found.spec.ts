// An address that leads nowhere.
import { expect, test } from '../support/test.ts';

test('shows a page that names it, has search at hand, and leads on', async ({
  page,
  complaints,
}) => {
  const response = await page.goto('/labs/no-such-lab/');
  expect(response?.status()).toBe(404);
  const main = page.getByRole('main');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(main).toContainText('Nothing is at /labs/no-such-lab/.');
  await expect(main.getByRole('link', { name: 'The labs' })).toHaveAttribute('href', '/labs/');
  await main.getByRole('button', { name: 'Search' }).click();
  await expect(page.getByRole('dialog').getByRole('textbox')).toBeFocused();
  await page.keyboard.press('Escape');
  await main.getByRole('link').first().click();
  await expect(page).not.toHaveURL(/no-such-lab/);
  // The browser reports the status itself.
  expect(complaints.splice(0)).toEqual([expect.stringContaining('404')]);
});
