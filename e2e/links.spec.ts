// A lab's address: back and forward go through its states, it is copied, and fixes the theme.
import { LabOnPage, openLab } from './support/lab.ts';
import { expect, test } from './support/test.ts';

test('the address holds the state, and back and forward go through it', async ({ page }) => {
  await page.goto('/labs/interleaving/');
  const lab = new LabOnPage(page, 'Interleaving');
  await lab.wake();
  const cores = (n: number) => lab.root.getByRole('radio', { name: String(n), exact: true });
  await cores(2).check({ force: true });
  await expect(page).toHaveURL('/labs/interleaving/?cores=2');
  await lab.root.getByRole('slider', { name: 'Slice' }).press('ArrowRight');
  await expect(page).toHaveURL('/labs/interleaving/?cores=2&slice=1');
  await page.goBack();
  await expect(page).toHaveURL('/labs/interleaving/?cores=2');
  await expect(lab.root.getByRole('slider', { name: 'Slice' })).toHaveAttribute(
    'aria-valuetext',
    'none',
  );
  await page.goBack();
  await expect(cores(1)).toBeChecked();
  await page.goForward();
  await expect(cores(2)).toBeChecked();
  await page.reload();
  await expect(cores(2)).toBeChecked();
  await expect(lab.lane('core 2')).toHaveCount(1);
});

test('the link to copy holds the setting', async ({ page, context, baseURL }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/labs/interleaving/?cores=2');
  const lab = new LabOnPage(page, 'Interleaving');
  await lab.wake();
  await lab.root.getByRole('button', { name: 'Copy link' }).click();
  await expect(lab.root.getByText('Link copied')).toBeVisible();
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toBe(`${baseURL}/labs/interleaving/?cores=2`);
});

test('the copied link keeps the theme, which holds on a lab’s own page too', async ({
  page,
  context,
  baseURL,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const lab = await openLab(page, 'Interleaving', '/embed/interleaving/?cores=2&theme=dark');
  await lab.root.getByRole('button', { name: 'Copy link' }).click();
  await expect(lab.root.getByText('Link copied')).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toBe(`${baseURL}/labs/interleaving/?cores=2&theme=dark`);
  await page.goto(link);
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('a copied link leads to the instant that the clock tells, exactly', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const lab = await openLab(page, 'Which knob?', '/labs/which-knob/?at=0');
  const told = lab.instant.locator('strong');
  const forward = lab.root.getByRole('button', { name: 'Step forward' });
  await forward.click();
  await forward.click();
  const shown = await told.innerText();
  expect(shown).not.toBe('0\u00a0s');
  await lab.root.getByRole('button', { name: 'Copy link' }).click();
  await expect(lab.root.getByText('Link copied')).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(Number(new URL(link).searchParams.get('at'))).toBe(1000 * Number.parseFloat(shown));
  await forward.click();
  const next = await told.innerText();

  await page.goto(link);
  await lab.wake();
  await expect(told).toHaveText(shown);
  // Where the stop is exactly, a step leads to the one after it.
  await forward.click();
  await expect(told).toHaveText(next);
});

test('an embed follows the system’s theme, or the one that its address fixes', async ({ page }) => {
  const ground = () =>
    page.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor);
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto('/embed/interleaving/');
  const dark = await ground();
  await page.goto('/embed/interleaving/?theme=light');
  await expect(page.locator('body')).not.toHaveCSS('background-color', dark);
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('/embed/interleaving/?theme=dark&cores=2');
  await expect(page.locator('body')).toHaveCSS('background-color', dark);
  const lab = new LabOnPage(page, 'Interleaving');
  await lab.wake();
  await lab.preset('One core').click();
  await expect(page).toHaveURL('/embed/interleaving/?theme=dark');
});
