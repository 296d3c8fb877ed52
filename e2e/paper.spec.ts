// How curves are laid out for paper. That each page prints all of itself is looked at where each page is.
import { wakeIslands } from './support/islands.ts';
import { printed } from './support/paper.ts';
import { expect, test } from './support/test.ts';

test('the curves that are printed are in shares of their box, which paper makes another', async ({
  page,
}) => {
  await page.goto('/labs/idle-cpu/');
  await wakeIslands(page);
  // Curves come to life where they are seen, and stand in the place of those that were there.
  await expect(async () => {
    await page
      .locator('figure:has([role="img"] circle)')
      .first()
      .evaluate((figure) => figure.scrollIntoView());
    await expect(page.locator('.recharts-line')).not.toHaveCount(0, { timeout: 2000 });
  }).toPass();
  await page.evaluate(() => {
    addEventListener('beforeprint', () => {
      const dots = [...document.querySelectorAll('figure [role="img"] circle')];
      document.body.dataset.printed = dots.map((dot) => dot.getAttribute('cx')).join(' ');
    });
  });
  await printed(page);
  await expect(page.locator('body')).toHaveAttribute('data-printed', /^(\d+(\.\d+)?% ?){3,}$/);
});
