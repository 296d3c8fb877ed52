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
    // And again, after the screen has had its own view back.
    expect(await printedWords(page)).toEqual(whole);
  });
}
