// Every page tells what it has to tell without JavaScript.
import { builtPages } from '../support/pages.ts';
import { expect, test } from '../support/test.ts';

test.use({ javaScriptEnabled: false });

for (const path of builtPages) {
  test(`${path} shows its heading and its text`, async ({ page }) => {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    const [text = ''] = await page.getByRole('main').allInnerTexts();
    expect(text.trim().split(/\s+/).length).toBeGreaterThan(20);
  });
}
