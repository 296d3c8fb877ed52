// What cannot be used says so: before a page comes to life, and where its code never comes.
import type { Page } from '@playwright/test';
import { holdBack } from './support/files.ts';
import { LabOnPage } from './support/lab.ts';
import { expect, test } from './support/test.ts';

/** Answers that a file is not there, as a host does after a new version was published. */
const lose = (page: Page, files: string) =>
  page.route(files, (route) => route.fulfill({ status: 404, body: '' }));

const NOTE = /^The code of this lab could not be loaded/;
const interleaving = (page: Page) => new LabOnPage(page, 'Interleaving');

/** What the browser says of files that are not there. */
const expectOnly = (complaints: string[], what: RegExp) => {
  expect(complaints.splice(0).filter((complaint) => !what.test(complaint))).toEqual([]);
};
const LOST = /404|Failed to fetch dynamically imported module|CORS|ERR_FAILED/;

test('a lab that is not live yet cannot be used, and looks it', async ({ page }) => {
  const release = await holdBack(page, '**/*.js');
  await page.goto('/labs/interleaving/', { waitUntil: 'commit' });
  const lab = interleaving(page);
  await expect(lab.root.getByText('A ends at 55 ms and B at 60 ms.')).toBeVisible();
  const controls = [
    lab.root.getByRole('radiogroup', { includeHidden: true }).first().locator('..'),
    lab.root.getByRole('group', { name: 'Presets', includeHidden: true }),
    lab.root.getByLabel('To the start').locator('..'),
    lab.root.getByText('Copy link'),
  ];
  for (const part of controls) await expect(part).toHaveCSS('opacity', '0.5');
  // Nothing in it takes the keyboard: from the lab's start the next stop is the table, which works without scripts.
  await lab.root.getByText('Interleaving', { exact: true }).click();
  await page.keyboard.press('Tab');
  await expect(lab.root.locator('summary')).toBeFocused();
  release();
  await lab.wake();
  for (const part of controls) await expect(part).toHaveCSS('opacity', '1');
  await lab.preset('Two cores').click();
  await expect(lab.result).toContainText('A ends at 45');
});

// Of all labs, or of this one.
for (const files of ['**/LabIsland*.js*', '**/interleaving.*.js*']) {
  test.describe(`where ${files} is lost`, () => {
    test.beforeEach(({ page }) => lose(page, files));

    test('its own page says so, draws it as it opens, and leads to what was asked for', async ({
      page,
      complaints,
    }) => {
      await page.goto('/labs/interleaving/?cores=2');
      const lab = interleaving(page);
      await expect(lab.root.getByText(NOTE)).toBeVisible();
      await expect(lab.root.getByRole('link', { name: 'Try again' })).toHaveAttribute(
        'href',
        /\/labs\/interleaving\/\?cores=2$/,
      );
      await expect(lab.root.getByText('A ends at 55 ms and B at 60 ms.')).toBeVisible();
      await expect(lab.root.getByText(/^Drawn with 1 core/)).toBeVisible();
      await expect(lab.root.getByRole('table')).toBeVisible();
      await expect(lab.root.getByRole('slider')).toHaveCount(0);
      await expect(lab.preset('Two cores')).toHaveCount(0);
      expectOnly(complaints, LOST);
    });

    test('a chapter holds nothing back', async ({ page, complaints }) => {
      await page.goto('/concurrency-vs-parallelism/');
      const lab = interleaving(page);
      await lab.root.scrollIntoViewIfNeeded();
      await expect(lab.root.getByText(NOTE)).toBeVisible();
      await expect(lab.result).toBeVisible();
      await expect(lab.root.getByText('predict first')).toBeHidden();
      await expect(lab.root.getByRole('region', { name: 'Why' })).toBeVisible();
      await expect(lab.root.getByRole('link', { name: 'Open it on its own page' })).toHaveAttribute(
        'href',
        /^\/labs\/interleaving\//,
      );
      expectOnly(complaints, LOST);
    });
  });
}

test('in a frame that may not load it, a lab is drawn, and says so', async ({
  page,
  baseURL,
  complaints,
}) => {
  await page.goto('/');
  await page.setContent(
    `<iframe sandbox="allow-scripts" src="${baseURL}/embed/interleaving/?cores=2" width="900" height="900"></iframe>`,
  );
  const frame = page.frameLocator('iframe');
  await expect(frame.getByText(NOTE)).toBeVisible();
  await expect(frame.getByRole('link', { name: 'Try again' })).toHaveAttribute(
    'href',
    /\/labs\/interleaving\/\?cores=2$/,
  );
  await expect(frame.getByRole('row', { name: /^request A: running, 0 to 5 ms/ })).toBeVisible();
  expectOnly(complaints, LOST);
});

test('a question whose script is lost cannot be answered, and has its answer to open', async ({
  page,
  complaints,
}) => {
  await lose(page, '**/ChoiceQuestion*.js*');
  await page.goto('/concurrency-vs-parallelism/');
  const question = page.locator('choice-question').first();
  await expect(question.getByText('Predict first')).toBeVisible();
  for (const button of await question.getByRole('button').all())
    await expect(button).toBeDisabled();
  await question.locator('summary').click();
  await expect(question.locator('.explained')).toBeVisible();
  expectOnly(complaints, LOST);
});
