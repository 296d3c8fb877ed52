// A lab's presets on a phone: one row that scrolls sideways, with the chosen one in view.
import type { Locator } from '@playwright/test';
import { LabOnPage, openLab } from './support/lab.ts';
import { labs } from './support/labs.ts';
import { expect, test } from './support/test.ts';

const TITLE = 'Idle CPU';
const PATH = '/labs/idle-cpu/';
const row = (lab: LabOnPage) => lab.preset('Typical request').locator('xpath=..');
const isWithin = (button: Locator) =>
  button.evaluate((one) => {
    const { left, right } = one.getBoundingClientRect();
    return left >= 0 && right <= document.documentElement.clientWidth;
  });
const pageIsWider = (root: Locator) =>
  root.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

for (const width of [320, 390]) {
  test.describe(`at ${width} px`, () => {
    test.use({ viewport: { width, height: 700 }, hasTouch: true });

    test('they are one row from edge to edge, and the page is no wider', async ({ page }) => {
      const lab = await openLab(page, TITLE, PATH);
      const boxes = await lab.root
        .getByRole('group', { name: 'Presets' })
        .locator('[aria-pressed]')
        .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON() as DOMRect));
      expect(new Set(boxes.map(({ top }) => top)).size).toBe(1);
      // No name is broken into lines.
      for (const { height } of boxes) expect(height).toBe(44);
      expect(boxes.at(-1)?.right).toBeGreaterThan(width);
      const around = await row(lab).evaluate((one) => one.getBoundingClientRect().toJSON());
      expect([around.left, around.right]).toEqual([0, width]);
      expect(await pageIsWider(lab.root)).toBe(false);
    });

    test('the chosen one is in view: on arrival, by tap, by keys and by Back', async ({ page }) => {
      const lab = await openLab(page, TITLE, `${PATH}?flight=26`);
      await expect(lab.preset('26 in flight')).toHaveAttribute('aria-pressed', 'true');
      await expect.poll(() => isWithin(lab.preset('26 in flight'))).toBe(true);
      await lab.preset('Typical request').focus();
      await expect.poll(() => isWithin(lab.preset('Typical request'))).toBe(true);
      await page.keyboard.press('Enter');
      await lab.preset('Another zone').tap();
      await expect(lab.preset('Another zone')).toHaveAttribute('aria-pressed', 'true');
      // A name on either side is cut.
      const cut = await row(lab).evaluate((one) => [
        one.scrollLeft > 0,
        one.scrollLeft + one.clientWidth < one.scrollWidth,
      ]);
      expect(cut).toEqual([true, true]);
      for (let tab = 0; tab < 3; tab += 1) await page.keyboard.press('Tab');
      await expect(lab.preset('26 in flight')).toBeFocused();
      await expect.poll(() => isWithin(lab.preset('26 in flight'))).toBe(true);
      expect(await pageIsWider(lab.root)).toBe(false);
    });
  });
}

test('of every lab the row begins with the chosen one whole, and the page is no wider', async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 700 });
  for (const { id, title } of labs) {
    await page.goto(`/labs/${id}/`);
    const lab = new LabOnPage(page, title);
    await lab.wake();
    const chosen = lab.root
      .getByRole('group', { name: 'Presets' })
      .locator('[aria-pressed="true"]');
    await expect(chosen, id).toHaveCount(1);
    expect(await isWithin(chosen), id).toBe(true);
    expect(await pageIsWider(lab.root), id).toBe(false);
  }
});

test('on a desk they wrap beside the lab’s name', async ({ page }) => {
  const lab = await openLab(page, TITLE, PATH);
  const name = await lab.root.getByText('Idle CPU', { exact: true }).boundingBox();
  const tab = await lab.preset('26 in flight').boundingBox();
  expect(Math.abs((name?.y ?? 0) - (tab?.y ?? 0))).toBeLessThan(24);
});
