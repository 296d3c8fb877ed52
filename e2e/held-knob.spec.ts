// On a phone, what a knob moves is seen while the knob is held, wherever the page is scrolled to.
import type { Locator, Page } from '@playwright/test';
import { LabOnPage } from './support/lab.ts';
import { expect, test } from './support/test.ts';

const PHONE = { width: 390, height: 844 };

/** Puts a finger on a slider's middle; what comes back moves it by so many px, or takes it off. */
async function finger(page: Page, slider: Locator) {
  const cdp = await page.context().newCDPSession(page);
  const { x, y, width, height } = await boxOf(slider);
  const at = { x: x + width / 2, y: y + height / 2 };
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd') =>
    cdp.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [at] });
  await send('touchStart');
  return {
    async move(by: number) {
      at.x += by;
      await send('touchMove');
    },
    release: () => send('touchEnd'),
  };
}

async function boxOf(element: Locator) {
  const box = await element.boundingBox();
  if (box === null) throw new Error('the element has no box');
  return box;
}

/** Scrolls until a knob stands so many px from the window's top. */
const scrollTo = (knob: Locator, top: number) =>
  knob.evaluate((element, y) => scrollBy(0, element.getBoundingClientRect().top - y), top);

test.use({ viewport: PHONE, hasTouch: true, isMobile: true });

for (const [where, top] of [
  ['the lower', 700],
  ['the upper', 200],
] as const) {
  test(`a knob held in ${where} part of the screen has the timeline beside it`, async ({
    page,
  }) => {
    await page.goto('/labs/workload-mix/');
    const lab = new LabOnPage(page, 'Workload mix');
    await lab.wake();
    const slider = lab.root.getByRole('slider', { name: 'JSON parse' });
    await scrollTo(slider, top);
    const [knob, before] = [await boxOf(slider), await boxOf(lab.timeline)];
    expect(before.y).toBeGreaterThan(top === 700 ? PHONE.height : 0);
    expect(before.y + before.height).toBeGreaterThan(PHONE.height);
    const held = await finger(page, slider);
    await held.move(40);
    await expect(lab.root.locator('.result')).not.toContainText('of its 50');
    await expect(async () => {
      const now = await boxOf(lab.timeline);
      expect(now.y).toBeGreaterThanOrEqual(0);
      expect(now.y + now.height).toBeLessThanOrEqual(PHONE.height);
      const apart = now.y >= knob.y + knob.height || now.y + now.height <= knob.y;
      expect(apart, 'the timeline does not cover the knob').toBe(true);
    }).toPass();
    await held.release();
    await expect.poll(async () => (await boxOf(lab.timeline)).y).toBeGreaterThan(before.y - 60);
  });
}

test('a timeline that is in view stays where it is', async ({ page }) => {
  await page.goto('/labs/workload-mix/');
  const lab = new LabOnPage(page, 'Workload mix');
  await lab.wake();
  await lab.timeline.scrollIntoViewIfNeeded();
  const slider = lab.root.getByRole('slider', { name: 'Remote log' });
  await scrollTo(slider, 300);
  const held = await finger(page, slider);
  await held.move(30);
  await expect(lab.root.locator('.result')).not.toContainText('of its 50');
  const [knob, now] = [await boxOf(slider), await boxOf(lab.timeline)];
  expect(now.y).toBeGreaterThan(knob.y + knob.height);
  await expect(lab.root.locator('.lifted')).toHaveCount(0);
  await held.release();
});
