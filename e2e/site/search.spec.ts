// Search: by hand and by keys alone, what it finds and what it does not, and what it loads.
import { expect, test } from '../support/test.ts';

const CHAPTER = '/concurrency-vs-parallelism/';

test('finds a word of a chapter and leads there, or says that it finds nothing', async ({
  page,
}) => {
  await page.goto('/');
  const dialog = page.getByRole('dialog', { name: 'Search the lesson' });
  const field = dialog.getByRole('textbox');

  await test.step('opens with / and closes with Escape', async () => {
    await page.keyboard.press('/');
    await expect(field).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  });

  await test.step('leaves a "/" that is typed into it alone', async () => {
    await page.getByRole('button', { name: 'Search' }).click();
    await expect(field).toBeFocused();
    await page.keyboard.type('a/b');
    await expect(field).toHaveValue('a/b');
  });

  await test.step('says so when it finds nothing', async () => {
    await field.fill('zeppelin');
    await expect(dialog.getByText('No results for zeppelin')).toBeVisible();
  });

  await test.step('leads to what it finds', async () => {
    await field.fill('parallelism');
    await dialog.getByRole('link', { name: 'Concurrency and parallelism' }).first().click();
    await expect(page).toHaveURL(/\/concurrency-vs-parallelism\//);
  });
});

test('goes to the best result by keyboard alone', async ({ page }) => {
  await page.goto('/teach/');
  await page.keyboard.press('Control+k');
  const dialog = page.getByRole('dialog', { name: 'Search the lesson' });
  await expect(dialog.getByRole('textbox')).toBeFocused();
  await page.keyboard.type('parallelism');
  await expect(dialog.getByRole('status')).toHaveText(/pages? found/);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(CHAPTER);
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('loads its index only when it is opened', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(CHAPTER, { waitUntil: 'networkidle' });
  expect(asked.filter((path) => path.startsWith('/pagefind/'))).toEqual([]);
  await page.keyboard.press('/');
  await expect(page.getByRole('dialog')).toBeVisible();
  await expect.poll(() => asked).toContain('/pagefind/pagefind.js');
});

test('says so when the index is missing', async ({ page, complaints }) => {
  await page.route('/pagefind/**', (route) => route.fulfill({ status: 404 }));
  await page.goto('/');
  await page.keyboard.press('/');
  await expect(page.getByRole('dialog').getByRole('status')).toContainText('did not load');
  // The browser reports the missing file itself.
  expect(complaints.splice(0)).toEqual([expect.stringContaining('404')]);
});
