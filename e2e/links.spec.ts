// A lab's address: it holds the state, is copied and embedded, and a wrong one is told.
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

test('every knob’s value survives its link', async ({ page }) => {
  const query = '?cores=3&slice=4&database=50&other=off&burst=25&waiting=block&at=12';
  await page.goto(`/labs/interleaving/${query}`);
  const lab = new LabOnPage(page, 'Interleaving');
  await lab.wake();
  const slider = (name: string) => lab.root.getByRole('slider', { name });
  await expect(lab.root.getByRole('radio', { name: '3' })).toBeChecked();
  await expect(slider('Slice')).toHaveAttribute('aria-valuetext', /4.ms/);
  await expect(slider('Database')).toHaveAttribute('aria-valuetext', /50.ms/);
  await expect(slider('B’s first burst')).toHaveAttribute('aria-valuetext', /25.ms/);
  await expect(lab.root.getByRole('switch')).not.toBeChecked();
  await expect(lab.root.getByRole('radio', { name: 'all wait' })).toBeChecked();
  await expect(lab.root.locator('.instant')).toContainText('12 ms');
  await expect(page).toHaveURL(`/labs/interleaving/${query}`);
});

test.describe('a wrong link', () => {
  const WRONG: [string, RegExp][] = [
    ['cores=NaN', /sets cores to “NaN”\. Allowed: 1, 2, 3 or 4\./],
    ['cores=1e309', /sets cores to “1e309”/],
    ['slice=-1', /sets slice to “-1”\. Allowed: 1 to 20/],
    ['database=99999999999999999999', /sets database to “9+”\. Allowed: 0 to 100/],
    ['waiting=__proto__', /sets waiting to “__proto__”\. Allowed: switch or block/],
    ['__proto__=1', /sets “__proto__”, which this lab does not have/],
    ['core=2', /sets “core”, which this lab does not have\. Its settings are cores, slice/],
    ['at=%00', /sets at to/],
    ['compare=cores:0', /sets cores to “0”/],
    [`slice=${'x'.repeat(6000)}`, /\(6000 characters\)/],
  ];
  for (const [query, warning] of WRONG) {
    test(`?${query.slice(0, 40)} is warned of, and the lab starts with its default`, async ({
      page,
    }) => {
      await page.goto(`/labs/interleaving/?${query}`);
      const lab = new LabOnPage(page, 'Interleaving');
      await expect(lab.root.getByText(warning)).toBeVisible();
      await expect(lab.root.getByText('A ends at 55 ms and B at 60 ms.')).toBeVisible();
      await lab.preset('Two cores').click();
      await expect(lab.root.getByText('A ends at 45 ms and B at 55 ms.')).toBeVisible();
      await expect(lab.root.getByText(warning)).toHaveCount(0);
    });
  }

  test('of 100 kB is read without a hang', async ({ page }) => {
    // Servers refuse such addresses; a page can still be sent to one by its own history.
    await page.goto('/labs/interleaving/');
    const lab = new LabOnPage(page, 'Interleaving');
    await lab.wake();
    await page.evaluate(() => {
      history.pushState(null, '', `?slice=${'9'.repeat(100_000)}`);
      dispatchEvent(new PopStateEvent('popstate'));
    });
    await expect(lab.root.getByText(/\(100000 characters\)/)).toBeVisible();
    await expect(lab.root.getByText('A ends at 55 ms and B at 60 ms.')).toBeVisible();
  });
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
