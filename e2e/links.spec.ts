// A lab's address: back and forward go through its states, it is copied and embedded, and fixes an embed's theme.
import { LabOnPage } from './support/lab.ts';
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

test('the link and the frame to copy hold the setting', async ({ page, context, baseURL }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/labs/interleaving/?cores=2');
  const lab = new LabOnPage(page, 'Interleaving');
  await lab.wake();
  await lab.root.getByRole('button', { name: 'Copy link' }).click();
  await expect(lab.root.getByText('Link copied')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    `${baseURL}/labs/interleaving/?cores=2`,
  );
  await lab.root.getByRole('button', { name: 'Embed' }).click();
  const frame = await lab.root.getByRole('textbox').inputValue();
  expect(frame).toContain(`src="${baseURL}/embed/interleaving/?cores=2"`);
  await page.setContent(frame);
  await expect(
    page.frameLocator('iframe').getByText('A ends at 45 ms and B at 55 ms.'),
  ).toBeVisible();
});

test('an embed follows the system’s theme, or the one that its address fixes', async ({ page }) => {
  const scheme = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto('/embed/interleaving/');
  const dark = await scheme();
  await page.goto('/embed/interleaving/?theme=light');
  const light = await scheme();
  expect(light).not.toBe(dark);
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('/embed/interleaving/?theme=dark&cores=2');
  expect(await scheme()).toBe(dark);
  const lab = new LabOnPage(page, 'Interleaving');
  await lab.wake();
  await lab.preset('One core').click();
  await expect(page).toHaveURL('/embed/interleaving/?theme=dark');
  await expect(page.locator('.credit')).toContainText(
    '1 core, run to block, database 35 ms, other work on',
  );
});
