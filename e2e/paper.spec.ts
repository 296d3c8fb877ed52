// On paper a page is whole after it has come to life too: what it prints is what it prints as it was built.
import { wakeIslands } from './support/islands.ts';
import { builtPages } from './support/pages.ts';
import { printedWords } from './support/paper.ts';
import { expect, test } from './support/test.ts';

for (const path of builtPages) {
  test(`${path} prints all of itself when it is live, down to its last words`, async ({
    page,
    browser,
    baseURL,
  }) => {
    const asBuilt = await browser.newPage({ baseURL: `${baseURL}`, javaScriptEnabled: false });
    await asBuilt.goto(path);
    const whole = await printedWords(asBuilt);
    await asBuilt.close();

    await page.goto(path);
    await wakeIslands(page);
    expect(await printedWords(page)).toEqual(whole);
    if ((await page.locator('astro-island').count()) === 0) return;
    // And again, after the screen has had its own view back.
    expect(await printedWords(page)).toEqual(whole);
  });
}

test('the curves that are printed are in shares of their box, which paper makes another', async ({
  page,
}) => {
  await page.goto('/labs/idle-cpu/');
  await wakeIslands(page);
  await expect(page.locator('.recharts-line')).not.toHaveCount(0);
  await page.evaluate(() => {
    addEventListener('beforeprint', () => {
      const dots = [...document.querySelectorAll('figure [role="img"] circle')];
      document.body.dataset.printed = dots.map((dot) => dot.getAttribute('cx')).join(' ');
    });
  });
  await printedWords(page);
  await expect(page.locator('body')).toHaveAttribute('data-printed', /^(\d+(\.\d+)?% ?){3,}$/);
});
