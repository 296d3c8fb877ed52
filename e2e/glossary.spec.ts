// The glossary as a reader meets it: definitions in the text, and a page of all terms.
import { expect, test } from './support/test.ts';

const CHAPTER = '/io-vs-cpu/';

test('a term shows its definition, and is a link once, to its entry among all terms', async ({
  page,
}) => {
  await page.goto(CHAPTER);

  await test.step('a term shows its definition on hover and on focus, and Escape puts it away', async () => {
    const link = page.getByRole('link', { name: 'page cache', exact: true });
    const tip = page.getByRole('tooltip').filter({ hasText: 'keeps what it has read from a disk' });
    await expect(tip).toBeHidden();
    await link.hover();
    await expect(tip).toBeVisible();
    await expect(link).toHaveAccessibleDescription(/keeps what it has read from a disk/);
    // The pointer may go to the definition itself.
    await tip.hover();
    await expect(tip).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(tip).toBeHidden();
    await page.mouse.move(0, 0);
    await link.focus();
    await expect(tip).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(tip).toBeHidden();
  });

  await test.step('a term is a link once in a chapter, to its entry among all terms', async () => {
    const link = page.getByRole('main').getByRole('link', { name: 'IO-bound', exact: true });
    await expect(link).toHaveCount(1);
    await link.click();
    await expect(page).toHaveURL('/glossary/#io-bound');
    await expect(page.locator('#io-bound')).toContainText('waits for an answer from outside');

    await test.step('the glossary has every term in alphabetical order', async () => {
      // Other words for a term stand below it.
      const terms = await page
        .getByRole('term')
        .evaluateAll((all) => all.map(({ firstChild }) => firstChild?.textContent?.trim() ?? ''));
      expect(terms).toEqual(expect.arrayContaining(['core', 'IO', 'concurrency', 'bottleneck']));
      expect(terms).toEqual(
        terms.toSorted((a, b) => a.localeCompare(b, 'en', { sensitivity: 'base' })),
      );
    });

    await test.step('an entry leads to its chapter, and the menu to the glossary', async () => {
      await page.locator('#io-bound').getByRole('link', { name: 'Chapter 2' }).click();
      await expect(page).toHaveURL(CHAPTER);
      await page
        .getByRole('navigation', { name: 'Chapters' })
        .getByRole('link', { name: 'Glossary' })
        .click();
      await expect(page).toHaveURL('/glossary/');
    });
  });
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('a finger’s first tap shows the definition, the second follows the link', async ({
    page,
  }) => {
    await page.goto(CHAPTER);
    const link = page.getByRole('link', { name: 'CPU-bound', exact: true });
    await link.tap();
    const tip = page.getByRole('tooltip').filter({ hasText: 'The core sets its pace' });
    await expect(tip).toBeVisible();
    await expect(page).toHaveURL(CHAPTER);
    await link.tap();
    await expect(page).toHaveURL('/glossary/#cpu-bound');
  });
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });
  test('a definition shows on hover and focus too', async ({ page }) => {
    await page.goto(CHAPTER);
    const link = page.getByRole('link', { name: 'page cache', exact: true });
    const tip = page.locator('.tip').filter({ hasText: 'keeps what it has read from a disk' });
    await link.hover();
    await expect(tip).toBeVisible();
  });
});
