// The lesson is whole: every chapter is written, and whatever lists or finds its parts has all chapters and all labs, as
// they are found in content/ and labs/.
import { readFileSync } from 'node:fs';
import { readChapters, readGlossary, termId } from '../../src/glossary/glossary.ts';
import { labs } from '../support/labs.ts';
import { builtPages, fileOf, sitemapPages } from '../support/pages.ts';
import { expect, test } from '../support/test.ts';

const pathOf = (id: string) => `/${id}/`;
const chapters = [...readChapters('content')]
  .sort(([, one], [, other]) => one.number - other.number || one.part - other.part)
  .map(([id, chapter]) => ({ id, path: pathOf(id), ...chapter }));
const paths = chapters.map(({ path }) => path);
const labPaths = labs.map(({ id }) => `/labs/${id}/`);
const inAnyOrder = (list: readonly string[]) => list.toSorted();

test('no chapter is a draft, and no page says that one is not written', () => {
  expect(chapters.filter(({ draft }) => draft).map(({ id }) => id)).toEqual([]);
  const unwritten = builtPages.filter((path) =>
    readFileSync(fileOf(path), 'utf8').includes('not written yet'),
  );
  expect(unwritten).toEqual([]);
});

test('the sitemap has every chapter, every lab, and every page but embeds and what is lost', () => {
  expect(sitemapPages).toEqual(expect.arrayContaining([...paths, ...labPaths]));
  const left = builtPages.filter((path) => path !== '/404.html' && !path.startsWith('/embed/'));
  expect(sitemapPages).toEqual(left);
});

test('the labs’ page leads to every lab', async ({ page }) => {
  await page.goto('/labs/');
  const links = page.getByRole('main').locator('.lab-list .title');
  const found = await links.evaluateAll((all) =>
    all.map((link) => link.getAttribute('href') ?? ''),
  );
  expect(inAnyOrder(found)).toEqual(inAnyOrder(labPaths));
});

test('the menu, the way through and the progress have every chapter, in order', async ({
  page,
}) => {
  await page.goto('/');
  // Hidden on the landing page, and there all the same.
  const menu = page.locator('.menu');
  const hrefs = (links: ReturnType<typeof menu.locator>) =>
    links.evaluateAll((all) => all.map((link) => link.getAttribute('href')));
  expect(await hrefs(page.locator('.menu [data-chapter] a'))).toEqual(paths);
  expect(await hrefs(page.locator('.way .title a'))).toEqual(paths);
  await page.evaluate(
    (ids) => {
      for (const id of ids) localStorage.setItem(`interleave:read:${id}`, 'yes');
    },
    chapters.map(({ id }) => id),
  );
  await page.reload();
  await expect(menu).toContainText(`${chapters.length} of ${chapters.length} pages read`);
});

test('the glossary has every term, each with its chapter', async ({ page }) => {
  await page.goto('/glossary/');
  const found = await page
    .locator('.glossary > div')
    .evaluateAll((entries) =>
      entries.map((entry) => `${entry.id} ${entry.querySelector('a')?.getAttribute('href')}`),
    );
  const terms = readGlossary('content');
  const expected = terms.map(({ term, chapter }) => `${termId(term)} ${pathOf(chapter)}`);
  expect(inAnyOrder(found)).toEqual(inAnyOrder(expected));
});

test('search finds every chapter and every lab by its title', async ({ page }) => {
  await page.goto('/teach/');
  await page.keyboard.press('/');
  const dialog = page.getByRole('dialog', { name: 'Search the lesson' });
  for (const { title, path } of [
    ...chapters,
    ...labs.map(({ title, id }) => ({ title, path: `/labs/${id}/` })),
  ]) {
    await dialog.getByRole('textbox').fill(title);
    await expect(dialog.locator(`a[href^="${path}"]`).first(), title).toBeVisible();
  }
});
