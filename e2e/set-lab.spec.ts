// Words of a chapter that point at a lab: they set it and bring it into view.
import { LabOnPage } from './support/lab.ts';
import { expect, test } from './support/test.ts';

const words = 'Put all of them in progress';

test('pressed, they show a lab that waits, and set it once it is answered', async ({ page }) => {
  await page.goto('/one-at-a-time/');

  await test.step('a lab that waits for an answer is only shown: what it holds back stays held back', async () => {
    await page.getByRole('link', { name: words }).press('Enter');
    const lab = new LabOnPage(page, 'One at a time');
    await expect(lab.root).toBeInViewport();
    await lab.wake();
    await expect(lab.result).toHaveText(/^The last user is answered after 15\.0.s/, {
      useInnerText: true,
    });
    await expect(lab.root).toContainText('Answer first, then press the words in the text again.');
  });

  await test.step('pressed, they set the lab above them and bring it into view', async () => {
    // The lab there waits for an answer first.
    await page.locator('choice-question').first().getByRole('button', { name: 'Skip' }).click();
    await page.getByRole('link', { name: words }).click();
    const lab = new LabOnPage(page, 'One at a time');
    await expect(lab.root).toBeInViewport();
    await expect(lab.result).toHaveText(/^The last user is answered after 1\.25.s/);
    await expect(page).toHaveURL('/one-at-a-time/');
  });
});

test('with a comparison, both runs are there by name', async ({ page }) => {
  await page.goto('/io-vs-cpu/');
  for (const question of await page.locator('choice-question.predict').all()) {
    await question.getByRole('button', { name: 'Skip' }).click();
  }
  await page.getByRole('link', { name: 'Compare the file from the disk' }).click();
  const lab = new LabOnPage(page, 'Workload mix', 1);
  await expect(lab.result).toHaveText(
    /^The request ends 9.ms earlier because it waits 10.ms less for an answer, and it computes 1.ms more\.$/,
  );
  await expect(lab.root).toContainText('File above the line, file in the page cache below it');
  await expect(lab.root.getByRole('radiogroup', { name: 'The file is' })).toBeVisible();
});

test('what they set has its knob in sight, also where the chapter shows it none before', async ({
  page,
}) => {
  // The page is at the lab at once: Back in the middle of a smooth scroll is another matter.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('/idle-cpu/');
  await page.locator('choice-question').first().getByRole('button', { name: 'Skip' }).click();
  const lab = new LabOnPage(page, 'Idle CPU');
  await lab.wake();
  const knob = lab.root.getByRole('radiogroup', { name: 'Round trips' });
  await expect(knob).toHaveCount(0);
  await page.getByRole('link', { name: 'Ask all four at once' }).click();
  await expect(lab.result).toContainText('This request waits for 50\u00a0ms');
  await expect(knob.getByRole('radio', { name: 'at once' })).toBeChecked();
  await expect(lab.root).toBeInViewport();
  // Back leads to where the words stand.
  await page.goBack();
  await expect(page).toHaveURL('/idle-cpu/');
  await expect(page.getByRole('link', { name: 'Ask all four at once' })).toBeInViewport();
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('they lead to the lab’s own page, set the same', async ({ page }) => {
    await page.goto('/one-at-a-time/');
    await expect(page.getByRole('link', { name: words })).toHaveAttribute(
      'href',
      '/labs/one-at-a-time/?progress=threads',
    );
  });
});
