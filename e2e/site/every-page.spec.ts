// What holds for every page of the site: its text without scripts, its bones, its place, its paper before and after it
// has come to life, its access in both themes, its fit from a small phone to a large screen, and that all it asks for
// comes.
import type { Page } from '@playwright/test';
import { firstPreset, presetValues } from '../../src/lab-kit/lab.ts';
import { OF_COLOURS, seriousViolations } from '../support/axe.ts';
import { wakeIslands } from '../support/islands.ts';
import { charts, labs } from '../support/labs.ts';
import { expectToFit, IN_A_FRAME, WIDTHS } from '../support/layout.ts';
import { builtPages, sitemapPages } from '../support/pages.ts';
import { printed, wordsOf, wordsOnPaper } from '../support/paper.ts';
import { expect, test } from '../support/test.ts';

test('the sitemap names pages that were built, the first page among them', () => {
  expect(sitemapPages).toContain('/');
  expect(builtPages).toEqual(expect.arrayContaining(sitemapPages));
});

/** The part of the site that a page's header marks: `page` where that is the page itself. */
function partOf(path: string): [part: string, current: 'page' | 'true'] | undefined {
  if (path === '/404.html' || path.startsWith('/embed/')) return undefined;
  const [, first] = path.split('/');
  const part = { labs: 'Labs', teach: 'Teach', contribute: 'Contribute' }[first as string];
  const home = part === undefined ? '/' : `/${first}/`;
  return [part ?? 'Lesson', path === home ? 'page' : 'true'];
}

/** A lab, wherever it stands. */
const LAB = '[data-lab]';

/** Pages without a chart. */
const CHARTLESS = new Set([
  '/',
  ...labs
    .filter((lab) => charts(lab, presetValues(lab, firstPreset(lab))).length === 0)
    .map(({ id }) => `/labs/${id}/`),
]);

/** The page without scripts has its heading and its text. @returns the words that it prints */
async function asBuilt(path: string, page: Page): Promise<string[]> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setScriptExecutionDisabled', { value: true });
  await page.goto(path);
  await test.step('without scripts it shows its heading and its text', async () => {
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByRole('main')).toHaveText(/(\S+\s+){20}/, { useInnerText: true });
  });
  const words = await wordsOf(await printed(page));
  await devtools.send('Emulation.setScriptExecutionDisabled', { value: false });
  return words;
}

for (const path of builtPages) {
  test(`${path} is sound`, async ({ page }) => {
    // The lab in a frame is the one on its own page, and is looked at there: here is what stands around it.
    const isEmbed = path.startsWith('/embed/');
    const whole = isEmbed ? undefined : await asBuilt(path, page);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    const lost: string[] = [];
    page.on('requestfailed', (request) =>
      lost.push(`${request.url()}: ${request.failure()?.errorText}`),
    );
    page.on('response', (response) => {
      if (response.status() >= 400) lost.push(`${response.url()}: ${response.status()}`);
    });
    await page.emulateMedia({ colorScheme: 'light' });
    await page.goto(path);
    const body = page.locator('body');

    await test.step('it shows no raw mark of code outside code', async () => {
      const words = await page.locator('main').evaluate((main) => {
        const copy = main.cloneNode(true) as Element;
        for (const part of copy.querySelectorAll('code, pre, script, style')) part.remove();
        return copy.textContent;
      });
      expect(words.split('\n').filter((line) => line.includes('`'))).toEqual([]);
    });

    await test.step('it has a title, a language and one main heading', async () => {
      await expect(page).toHaveTitle(/\S/);
      await expect(page.locator('html')).toHaveAttribute('lang', 'en');
      await expect(page.locator('h1')).toHaveCount(1);
      await expect(page.getByRole('main')).toHaveCount(1);
    });

    await test.step('its header says which part of the site it belongs to', async () => {
      const marked = page.getByRole('navigation', { name: 'Site' }).locator('[aria-current]');
      const expected = partOf(path);
      await expect(marked).toHaveText(expected === undefined ? [] : [expected[0]]);
      if (expected !== undefined) {
        await expect(marked).toHaveAttribute('aria-current', expected[1]);
      }
    });

    await wakeIslands(page);
    await test.step('live, it prints all of itself, down to its last words, and again after the screen has had its own view back', async () => {
      const first = await wordsOnPaper(page);
      if (whole !== undefined) expect(await wordsOf(await printed(page))).toEqual(whole);
      expect(await wordsOnPaper(page)).toEqual(first);
    });

    const except = isEmbed ? LAB : undefined;
    await test.step('it is accessible in the light theme', async () => {
      expect(await seriousViolations(page, { except })).toEqual([]);
    });

    await test.step('it is accessible in the dark theme', async () => {
      const light = await body.evaluate((element) => getComputedStyle(element).backgroundColor);
      await page.emulateMedia({ colorScheme: 'dark' });
      await expect(body).not.toHaveCSS('background-color', light);
      expect(await seriousViolations(page, { rules: OF_COLOURS, except })).toEqual([]);
    });

    await test.step('it fits every width', async () => {
      await expectToFit(page, isEmbed ? IN_A_FRAME : WIDTHS);
    });

    await test.step('all that it asked for has come', () => {
      expect(lost).toEqual([]);
    });

    await test.step('without a chart it has not asked for what draws charts', async () => {
      if (!CHARTLESS.has(path)) return;
      await page.waitForLoadState('networkidle');
      expect(asked.filter((file) => file.includes('LiveCurves'))).toEqual([]);
    });
  });
}
