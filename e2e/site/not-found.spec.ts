// An address that leads nowhere.
import { expect, test } from '../support/test.ts';

test('shows a page that says so and leads on', async ({ page, complaints }) => {
  const response = await page.goto('/no-such-page/');
  expect(response?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.getByRole('main').getByRole('link').first().click();
  await expect(page).not.toHaveURL(/no-such-page/);
  // The browser reports the status itself.
  expect(complaints.splice(0)).toEqual([expect.stringContaining('404')]);
});
