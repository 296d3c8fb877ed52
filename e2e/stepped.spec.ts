// Stepping threads on a phone: the buttons stay at hand as long as the listings are in view, and cover nothing in use.
import { LabOnPage } from './support/lab.ts';
import { expect, test } from './support/test.ts';

test.use({ viewport: { width: 390, height: 420 } });

test('the buttons stay in view while the listings are, and go with them', async ({ page }) => {
  await page.goto('/labs/shared-memory/');
  const lab = new LabOnPage(page, 'Shared memory');
  await lab.wake();
  const listings = lab.root.getByRole('region', { name: 'The threads and their memory' });
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
