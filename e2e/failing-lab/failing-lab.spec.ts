// A lab that fails at a setting stays on the page, says what went wrong, and can be set otherwise.
import type { Page } from '@playwright/test';
import { LabOnPage } from '../support/lab.ts';
import { ownPage } from '../support/own-page.ts';
import { expect, test } from '../support/test.ts';

// One after the other, so that the page is built once.
test.describe.configure({ mode: 'default' });

let show: (page: Page) => Promise<void>;
test.beforeAll(async () => {
  show = await ownPage(new URL('.', import.meta.url));
});
test.beforeEach(({ page }) => show(page));

const cores = (page: Page, count: number) =>
  page.getByRole('radio', { name: String(count), exact: true });

test('a setting that cannot be simulated is told, and the run before it stays', async ({
  page,
}) => {
  const lab = new LabOnPage(page, 'Failing');
  await cores(page, 2).check({ force: true });
  await expect(lab.result).toHaveText('It ends at 20 ms.');
  await cores(page, 0).check({ force: true });
  await expect(lab.root.getByRole('status').filter({ hasText: 'could not be run' })).toHaveText(
    /This setting could not be run: .*cores.*found 0/,
  );
  await expect(lab.result).toHaveText('It ends at 20 ms.');
  await expect(lab.lane('A')).toHaveAccessibleName('A: running, 0 to 20 ms');
  await cores(page, 1).check({ force: true });
  await expect(lab.result).toHaveText('It ends at 10 ms.');
  await expect(lab.root.getByText('could not be run')).toHaveCount(0);
});

test('a lab that fails as it draws itself says so in its place, and begins again', async ({
  page,
  complaints,
}) => {
  await cores(page, 3).click({ force: true });
  const place = page.getByRole('region', { name: 'Lab: Failing' });
  await expect(place.getByRole('alert')).toHaveText(
    'It stopped at this setting: no words for three',
  );
  await expect(page.getByText('The page goes on.')).toBeVisible();
  await place.getByRole('button', { name: 'Begin again' }).click();
  await expect(new LabOnPage(page, 'Failing').result).toHaveText('It ends at 10 ms.');
  // React tells the console of it, for whoever mends the lab.
  expect(complaints.splice(0).join('\n')).toContain('no words for three');
});
