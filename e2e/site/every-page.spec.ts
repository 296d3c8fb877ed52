// What holds for every page of the site: its bones, its access, its width, its scripts and its life without them.
import AxeBuilder from '@axe-core/playwright';
import { wakeIslands } from '../support/islands.ts';
import { builtPages, sitemapPages } from '../support/pages.ts';
import { expect, test } from '../support/test.ts';

test('the sitemap names pages that were built, the first page among them', () => {
  expect(sitemapPages).toContain('/');
  expect(builtPages).toEqual(expect.arrayContaining(sitemapPages));
});

for (const path of builtPages) {
  test.describe(path, () => {
    test('has a title, a language and one main heading', async ({ page }) => {
      await page.goto(path);
      await expect(page).toHaveTitle(/\S/);
      await expect(page.locator('html')).toHaveAttribute('lang', 'en');
      await expect(page.locator('h1')).toHaveCount(1);
      await expect(page.getByRole('main')).toHaveCount(1);
    });

    for (const colorScheme of ['light', 'dark'] as const) {
      test(`is accessible in the ${colorScheme} theme`, async ({ page }) => {
        await page.emulateMedia({ colorScheme });
        await page.goto(path);
        await wakeIslands(page);
        const { violations } = await new AxeBuilder({ page }).analyze();
        const serious = violations
          .filter(({ impact }) => impact === 'serious' || impact === 'critical')
          .map(
            ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
          );
        expect(serious).toEqual([]);
      });
    }

    test('scrolls only down at 320 px', async ({ page }) => {
      await page.setViewportSize({ width: 320, height: 640 });
      await page.goto(path);
      await wakeIslands(page);
      const wide = await page.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement;
        if (scrollWidth <= clientWidth) return [];
        return [...document.querySelectorAll('body *')]
          .filter((element) => element.getBoundingClientRect().right > clientWidth + 0.5)
          .map(({ tagName, className }) => `${tagName}.${className}`);
      });
      expect(wide).toEqual([]);
    });
  });
}
