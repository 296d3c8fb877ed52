// The content security policy stops what the page did not come with.
import { expect, test } from '../support/test.ts';

test('what is slipped into a page is stopped, and reported', async ({ page, complaints }) => {
  await page.goto('/');

  await test.step('a script does not run', async () => {
    await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'document.documentElement.dataset.slipped = "yes"';
      document.body.append(script);
    });
    await expect.poll(() => complaints.join('\n')).toContain('script-src-elem stopped inline');
    await expect(page.locator('html')).not.toHaveAttribute('data-slipped');
  });

  await test.step('an image of another origin is not asked for', async () => {
    await page.evaluate(() => {
      new Image().src = 'https://example.org/picture.png';
    });
    await expect.poll(() => complaints.join('\n')).toContain('img-src stopped https://example.org');
  });
  complaints.length = 0;
});
