// On a phone, what a knob moves is seen while the knob is held, wherever the page is scrolled to.
import type { Locator, Page } from '@playwright/test';
import { fontsLoaded } from './support/files.ts';
import { boxOf, LabOnPage } from './support/lab.ts';
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

/** Scrolls until a knob stands so many px from the window's top. */
const scrollTo = (knob: Locator, top: number) =>
  knob.evaluate((element, y) => scrollBy(0, element.getBoundingClientRect().top - y), top);

test.use({ viewport: PHONE, hasTouch: true, isMobile: true });

/** Opens a lab, in its own fonts, so that nothing moves but what a finger moves. */
async function open(page: Page, id: string, title: string) {
  await page.goto(`/labs/${id}/`);
  const lab = new LabOnPage(page, title);
  await lab.wake();
  await fontsLoaded(page);
  return lab;
}

/** Labs with a knob, and where it is held (px from the window's top) and moved (px to the right). */
const HELD = [
  {
    id: 'workload-mix',
    title: 'Workload mix',
    knob: 'JSON parse',
    holds: [
      { top: 700, by: 20 },
      { top: 200, by: -20 },
    ],
  },
  // The sentence above loses a line meanwhile, so that the knob moves too.
  { id: 'interleaving', title: 'Interleaving', knob: 'Database', holds: [{ top: 600, by: 20 }] },
];

for (const { id, title, knob, holds } of HELD) {
  test(`${id}: a knob that is held has the timeline beside it`, async ({ page }) => {
    const lab = await open(page, id, title);
    const slider = lab.root.getByRole('slider', { name: knob });
    const cell = lab.root
      .locator('[data-knob]')
      .filter({ has: page.getByRole('slider', { name: knob }) });
    for (const { top, by } of holds) {
      await test.step(`${top} px down the screen`, async () => {
        const said = (await lab.result.textContent()) ?? '';
        await scrollTo(slider, top);
        const before = await boxOf(lab.timeline);
        expect(before.y + before.height).toBeGreaterThan(PHONE.height);
        const held = await finger(page, slider);
        await held.move(by);
        await expect(lab.result).not.toHaveText(said);
        await expect(async () => {
          const [shown, beside] = [await boxOf(lab.timeline), await boxOf(cell)];
          expect(shown.y).toBeGreaterThanOrEqual(0);
          expect(shown.y + shown.height).toBeLessThanOrEqual(PHONE.height);
          const apart = shown.y >= beside.y + beside.height || shown.y + shown.height <= beside.y;
          expect(apart, 'the timeline does not cover the knob').toBe(true);
        }).toPass();
        await held.release();
        await expect(lab.root.locator('[data-lifted]')).toHaveCount(0);
        await expect(async () => {
          const [after, beside] = [await boxOf(lab.timeline), await boxOf(cell)];
          expect(after.y).toBeGreaterThanOrEqual(beside.y + beside.height);
        }).toPass();
      });
    }
  });
}

test('a timeline that is in view stays where it is', async ({ page }) => {
  const lab = await open(page, 'workload-mix', 'Workload mix');
  await lab.timeline.scrollIntoViewIfNeeded();
  const slider = lab.root.getByRole('slider', { name: 'Remote log' });
  await scrollTo(slider, 300);
  const held = await finger(page, slider);
  await held.move(30);
  await expect(lab.result).not.toContainText('of its 50');
  await expect(async () => {
    const [knob, now] = [await boxOf(slider), await boxOf(lab.timeline)];
    expect(now.y).toBeGreaterThan(knob.y + knob.height);
  }).toPass();
  await expect(lab.root.locator('[data-lifted]')).toHaveCount(0);
  await held.release();
});
