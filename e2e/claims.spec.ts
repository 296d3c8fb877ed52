// The page of claims as a reader uses it: a row for each, which leads to the paragraph that makes the claim.
import { readClaims } from '../src/claims/claims.ts';
import { expect, test } from './support/test.ts';

test('each claim has a row, which leads to its paragraph and its lab', async ({ page }) => {
  await page.goto('/sources/');
  await page.getByRole('link', { name: 'What the lesson claims' }).click();
  const rows = page.getByRole('table').locator('tbody').getByRole('row');
  const claims = readClaims('content');
  await expect(rows.locator('th')).toHaveText(claims.map(({ number }) => String(number)));
  const row = rows.filter({ hasText: 'The operating system decides which thread runs' });
  await expect(row).toContainText('passes the hog at once');
  await expect(row.getByRole('link', { name: 'Scheduler' })).toHaveAttribute(
    'href',
    '/labs/scheduler/',
  );
  await row.getByRole('link', { name: 'Who runs' }).click();
  await expect(page).toHaveURL('/threads/#claim-34');
  const paragraph = page.getByText('The operating system decides which thread runs');
  await expect(paragraph).toBeInViewport();
  await expect(paragraph).not.toHaveCSS('box-shadow', 'none');
});
