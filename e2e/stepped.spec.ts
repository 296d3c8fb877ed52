// What labs that are stepped by hand have in common: buttons that stay at hand, keys, orders counted in the background.
import { LabOnPage, openLab } from './support/lab.ts';
import { expect, test } from './support/test.ts';

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 420 } });

  test('the buttons stay in view while the listings are, and go with them', async ({ page }) => {
    const lab = await openLab(page, 'Shared memory', '/labs/shared-memory/');
    const listings = lab.root.getByRole('group', { name: 'The threads and their memory' });
    const step = lab.root.getByRole('button', { name: 'Step A', exact: true });

    await test.step('in view although the listings’ foot is not', async () => {
      await listings.evaluate((element) => {
        const { top } = element.getBoundingClientRect();
        window.scrollBy({ top: top - 150, behavior: 'instant' });
      });
      await expect(step).toBeInViewport({ ratio: 1 });
      const box = await step.boundingBox();
      expect(box?.height).toBeGreaterThanOrEqual(44);
      await step.click();
      await expect(lab.instant).toContainText('A loads 0.');
    });

    await test.step('gone with the listings', async () => {
      await lab.root.getByText('Table of moves').scrollIntoViewIfNeeded();
      await expect(step).not.toBeInViewport();
    });
  });
});

test('letters are keys wherever the focus is in the lab, and another program begins without moves', async ({
  page,
}) => {
  await test.step('letters are keys wherever the focus is in the lab', async () => {
    const lab = await openLab(page, 'Shared memory', '/labs/shared-memory/');
    await lab.root.getByRole('button', { name: 'Keys' }).press('a');
    await expect(lab.instant).toContainText('move 1 of 1');
    await lab.root.getByRole('slider').press('B');
    await expect(lab.instant).toContainText('move 2 of 2');
  });

  await test.step('another program begins without moves, and Back has the moves again', async () => {
    const lab = await openLab(page, 'Shared memory', '/labs/shared-memory/?case=seat&moves=AB');
    await expect(lab.instant).toContainText('move 2 of 2');
    await lab.root
      .getByRole('radiogroup', { name: 'Case' })
      .getByRole('radio', { name: 'on call' })
      .check();
    await expect(lab.instant).toContainText('move 0 of 0');
    await expect(page).toHaveURL('/labs/shared-memory/?case=rota');
    await page.goBack();
    await expect(lab.instant).toContainText('move 2 of 2');
  });
});

test('where no worker can be had, all orders are counted all the same', async ({ page }) => {
  await page.route('**/worker-*.js', (route) => route.abort());
  await page.goto('/labs/shared-memory/?threads=3&increments=3&moves=ABC');
  const lab = new LabOnPage(page, 'Shared memory');
  await lab.wake();
  await expect(lab.root.getByText('2.28 × 10¹¹').first()).toBeVisible();
  await expect(lab.instant).toContainText('move 3 of 3');
});

test('while orders are counted no thread can be stepped, and Cancel leaves the focus in the lab', async ({
  page,
}) => {
  // A worker that never comes: the count stays under way.
  await page.route('**/worker-*.js', () => {});
  await page.goto('/labs/shared-memory/?threads=3');
  const lab = new LabOnPage(page, 'Shared memory');
  await lab.wake();
  const step = lab.root.getByRole('button', { name: 'Step A', exact: true });
  await expect(step).toBeEnabled();
  const increments = lab.root.getByRole('radiogroup', { name: 'Increments each' });
  await increments.getByRole('radio', { name: '3' }).check();
  await expect(step).toBeDisabled();
  await lab.root.getByRole('button', { name: 'Cancel' }).press('Enter');
  await expect(lab.result).toBeFocused();
  await expect(step).toBeEnabled();
});
