// Every page tells what it has to tell without JavaScript.
import { builtPages } from '../support/pages.ts';
import { expect, test } from '../support/test.ts';

test.use({ javaScriptEnabled: false });

test('every page shows its heading and its text', async ({ page }) => {
  for (const path of builtPages) {
    await test.step(path, async () => {
      await page.goto(path);
      await expect.soft(page.getByRole('heading', { level: 1 }), path).toBeVisible();
      await expect
        .soft(page.getByRole('main'), path)
        .toHaveText(/(\S+\s+){20}/, { useInnerText: true });
    });
  }
});
