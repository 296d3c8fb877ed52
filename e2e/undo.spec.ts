// Undo: Back takes back what the reader did in one go, whatever it changed on its way, and Forward does it again.
import type { Locator, Page } from '@playwright/test';
import { boxOf, LabOnPage } from './support/lab.ts';
import { expect, test } from './support/test.ts';

/** How many steps the page's history has, from this address on. */
const steps = (page: Page) => page.evaluate(() => history.length);

async function open(page: Page, id: string, title: string) {
  await page.goto(`/labs/${id}/`);
  const lab = new LabOnPage(page, title);
  await lab.wake();
  return { lab, before: await steps(page) };
}

/** Where on a slider a share of it is, px in the window. */
async function placeOn(slider: Locator, share: number) {
  await slider.scrollIntoViewIfNeeded();
  const { x, y, width, height } = await boxOf(slider);
  return { x: x + 6 + (width - 12) * share, y: y + height / 2 };
}

test('by mouse: a drag, a press of an option and one of a preset are a step each', async ({
  page,
}) => {
  const { lab, before } = await open(page, 'interleaving', 'Interleaving');
  const slider = lab.root.getByRole('slider', { name: 'Database' });
  const [from, to] = [await placeOn(slider, 0.35), await placeOn(slider, 0.8)];
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 12 });
  await page.mouse.up();
  await expect(page).toHaveURL('/labs/interleaving/?database=80');
  expect(await steps(page)).toBe(before + 1);
  await lab.root.getByRole('radio', { name: '3', exact: true }).check({ force: true });
  await expect(page).toHaveURL('/labs/interleaving/?cores=3&database=80');
  await lab.preset('Two cores').click();
  await expect(page).toHaveURL('/labs/interleaving/?cores=2');
  expect(await steps(page)).toBe(before + 3);

  await page.goBack();
  await expect(slider).toHaveAttribute('aria-valuetext', '80\u00a0ms');
  await expect(lab.root.getByRole('radio', { name: '3', exact: true })).toBeChecked();
  await page.goBack();
  await expect(lab.root.getByRole('radio', { name: '1', exact: true })).toBeChecked();
  await page.goBack();
  await expect(lab.preset('One core')).toHaveAttribute('aria-pressed', 'true');
  await expect(page).toHaveURL('/labs/interleaving/');
  await page.goForward();
  await expect(slider).toHaveAttribute('aria-valuetext', '80\u00a0ms');
  await page.goForward();
  await page.goForward();
  await expect(lab.preset('Two cores')).toHaveAttribute('aria-pressed', 'true');
});

test('by keys: a burst is a step, until the knob rests or loses the focus', async ({ page }) => {
  await page.clock.install();
  const { lab, before } = await open(page, 'interleaving', 'Interleaving');
  const slider = lab.root.getByRole('slider', { name: 'Database' });
  const press = async (times: number) => {
    for (let i = 0; i < times; i += 1) await slider.press('ArrowRight');
  };
  await press(5);
  await page.clock.runFor(500);
  await expect(page).toHaveURL('/labs/interleaving/?database=60');
  expect(await steps(page)).toBe(before + 1);
  // Two knobs: the first has lost the focus.
  await lab.root.getByRole('slider', { name: 'Slice' }).press('ArrowRight');
  await press(2);
  await page.clock.runFor(500);
  await expect(page).toHaveURL('/labs/interleaving/?slice=1&database=70');
  expect(await steps(page)).toBe(before + 3);

  await page.goBack();
  await expect(slider).toHaveAttribute('aria-valuetext', '60\u00a0ms');
  await page.goBack();
  await expect(lab.root.getByRole('slider', { name: 'Slice' })).toHaveAttribute(
    'aria-valuetext',
    'none',
  );
  await page.goBack();
  await expect(slider).toHaveAttribute('aria-valuetext', '35\u00a0ms');
});

test('by keys: arrows from option to option are a step', async ({ page }) => {
  const { lab, before } = await open(page, 'interleaving', 'Interleaving');
  const cores = (n: number) => lab.root.getByRole('radio', { name: String(n), exact: true });
  await cores(1).focus();
  for (let i = 0; i < 3; i += 1) await page.keyboard.press('ArrowRight');
  await expect(page).toHaveURL('/labs/interleaving/?cores=4');
  expect(await steps(page)).toBe(before + 1);
  await page.goBack();
  await expect(cores(1)).toBeChecked();
});

test('the playhead and the comparison come back too, and moving the playhead is no step', async ({
  page,
}) => {
  const { lab, before } = await open(page, 'interleaving', 'Interleaving');
  await lab.root.getByRole('button', { name: 'Compare with…' }).click();
  await expect(page).toHaveURL('/labs/interleaving/?compare=default');
  const forward = lab.root.getByRole('button', { name: 'Step forward' });
  await forward.click();
  await forward.click();
  await expect(lab.instant).toContainText('20 ms');
  expect(await steps(page)).toBe(before + 1);
  await lab.preset('Two cores').click();
  await lab.root.getByRole('button', { name: 'Stop comparing' }).click();
  await lab.root.getByRole('button', { name: 'To the start' }).click();
  await expect(page).toHaveURL('/labs/interleaving/?cores=2');
  expect(await steps(page)).toBe(before + 3);
  await page.goBack();
  await expect(lab.root.getByRole('button', { name: 'Stop comparing' })).toBeVisible();
  await expect(lab.preset('Two cores')).toHaveAttribute('aria-pressed', 'true');
  await page.goBack();
  await expect(lab.preset('One core')).toHaveAttribute('aria-pressed', 'true');
  await expect(lab.instant).toContainText('20 ms');
  await page.goBack();
  await expect(lab.root.getByRole('button', { name: 'Compare with…' })).toBeVisible();
});

test('each move by hand is a step, however quickly they follow', async ({ page }) => {
  const { lab, before } = await open(page, 'deadlock', 'Deadlock');
  const next = (thread: string) =>
    lab.root.getByRole('button', { name: `Step ${thread}`, exact: true });
  for (const thread of ['A', 'A', 'B']) await next(thread).click();
  await expect(page).toHaveURL(/moves=AAB/);
  expect(await steps(page)).toBe(before + 3);
  await page.goBack();
  await expect(page).toHaveURL(/moves=AA(?:&|$)/);
  await page.goBack();
  await expect(page).toHaveURL(/moves=A(?:&|$)/);
});

test('a point that is taken on a curve is a step', async ({ page }) => {
  const { lab, before } = await open(page, 'idle-cpu', 'Idle CPU');
  const curve = lab.root.getByRole('slider', { name: /the curve; Enter shows its run/ }).first();
  await curve.press('End');
  await curve.press('Enter');
  await expect(page).toHaveURL(/flight=40/);
  expect(await steps(page)).toBe(before + 1);
  await page.goBack();
  await expect(page).toHaveURL('/labs/idle-cpu/');
  await expect(lab.root.getByRole('slider', { name: 'In flight', exact: true })).toHaveValue('1');
});

test('what is said of a case is a step each', async ({ page }) => {
  const { lab, before } = await open(page, 'diagnose', 'Diagnose');
  const remedy = lab.root.getByRole('radio').first();
  await remedy.check({ force: true });
  await expect(page).toHaveURL(/remedy=/);
  expect(await steps(page)).toBe(before + 1);
  await page.goBack();
  await expect(page).toHaveURL('/labs/diagnose/');
  await expect(remedy).not.toBeChecked();
});

test('in a frame nothing is a step: Back is the page’s around it', async ({ page, baseURL }) => {
  await page.goto('/teach/');
  await page.evaluate((src) => {
    document.body.innerHTML = `<iframe src="${src}" width="900" height="900"></iframe>`;
  }, `${baseURL}/embed/interleaving/`);
  const frame = page.frameLocator('iframe');
  const two = frame.getByRole('button', { name: 'Two cores' });
  await expect(frame.locator('[inert]')).toHaveCount(0);
  const before = await steps(page);
  await two.click();
  await frame.getByRole('radio', { name: '3', exact: true }).check({ force: true });
  const own = page.frames().at(-1);
  await expect.poll(() => own?.url()).toContain('?cores=3');
  expect(await steps(page)).toBe(before);
});

test.describe('by touch', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('a drag is a step', async ({ page }) => {
    const { lab, before } = await open(page, 'interleaving', 'Interleaving');
    const slider = lab.root.getByRole('slider', { name: 'Database' });
    const at = await placeOn(slider, 0.35);
    const cdp = await page.context().newCDPSession(page);
    const send = (type: 'touchStart' | 'touchMove' | 'touchEnd') =>
      cdp.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [at] });
    await send('touchStart');
    for (let i = 0; i < 10; i += 1) {
      at.x += 6;
      await send('touchMove');
    }
    await send('touchEnd');
    await expect(page).toHaveURL(/database=/);
    expect(await steps(page)).toBe(before + 1);
    await lab.preset('Two cores').tap();
    await expect(page).toHaveURL('/labs/interleaving/?cores=2');
    expect(await steps(page)).toBe(before + 2);
    await page.goBack();
    await page.goBack();
    await expect(slider).toHaveAttribute('aria-valuetext', '35\u00a0ms');
  });
});
