// An answered prediction, and words about a lab, bring that lab into view, with the reader's choice as far as both fit.
import type { Locator, Page } from '@playwright/test';
import { LabOnPage } from './support/lab.ts';
import { expect, test } from './support/test.ts';

const PATH = '/concurrency-vs-parallelism/';
const TITLE = 'Which knob?';
const asked = (page: Page) => page.locator('choice-question[data-id="knob-io-cores"]');
const answer = (page: Page) => asked(page).getByRole('button', { name: '23 a second' });
/** Where an element begins and ends in the window, and where the window does, px. */
const inWindow = (element: Locator) =>
  element.evaluate((one) => {
    const { top, bottom } = one.getBoundingClientRect();
    return { top, bottom, end: document.documentElement.clientHeight, scrolled: scrollY };
  });
/** The place of the first lab that waits for that answer. */
const place = (page: Page) => page.locator('[data-awaits="knob-io-cores"]');

// Where the page is going is seen at once; how it goes there is another test.
test.use({ reducedMotion: 'reduce' });

/** Puts the answer at the window's lower end, so that the lab is below it. */
async function putAtTheEnd(page: Page) {
  await page.goto(PATH);
  await new LabOnPage(page, TITLE).wake();
  await answer(page).evaluate((button) => button.scrollIntoView({ block: 'end' }));
}

test('a lab out of view is brought there, with the choice still in sight', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await putAtTheEnd(page);
  const before = await inWindow(place(page));
  expect(before.top).toBeGreaterThan(before.end - 100);
  await answer(page).click();
  await expect(place(page)).toBeInViewport({ ratio: 0.2 });
  const lab = await inWindow(place(page));
  expect(lab.end - lab.top).toBeGreaterThanOrEqual(lab.end * 0.45);
  const choice = await inWindow(answer(page));
  expect(choice.top).toBeGreaterThanOrEqual(0);
  // It is in sight, so the keys stay there.
  await expect(answer(page)).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(asked(page).getByRole('button', { name: '35 a second' })).toBeFocused();
});

test('by keys in a low window the lab comes to the top, and the keys go on in it', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 320 });
  await putAtTheEnd(page);
  await answer(page).press('Enter');
  await expect.poll(async () => Math.round((await inWindow(place(page))).top)).toBe(24);
  await expect(place(page)).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(
    new LabOnPage(page, TITLE).root.getByRole('button', { name: 'IO-bound' }),
  ).toBeFocused();
});

test('a lab that is in view stays where it is', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 1800 });
  await page.goto(PATH);
  await new LabOnPage(page, TITLE).wake();
  await asked(page).evaluate((question) => question.scrollIntoView({ block: 'start' }));
  const { scrolled } = await inWindow(place(page));
  await answer(page).click();
  await expect(asked(page).getByRole('status')).toContainText('Right.');
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
  );
  expect((await inWindow(place(page))).scrolled).toBe(scrolled);
  await expect(answer(page)).toBeFocused();
});

test('skipped, too; an answer of an earlier visit moves nothing', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 320 });
  await putAtTheEnd(page);
  await asked(page).getByRole('button', { name: 'Skip' }).press('Enter');
  await expect.poll(async () => Math.round((await inWindow(place(page))).top)).toBe(24);
  await page.goto('/');
  await page.goto(PATH);
  await new LabOnPage(page, TITLE).root.waitFor();
  expect(await page.evaluate(() => scrollY)).toBe(0);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test('a tap brings the lab below what stays at the top', async ({ page }) => {
    await putAtTheEnd(page);
    await answer(page).tap();
    await expect.poll(async () => (await inWindow(place(page))).top).toBeLessThan(500);
    const header = await inWindow(page.getByRole('banner'));
    expect(header.top).toBe(0);
    expect((await inWindow(place(page))).top).toBeGreaterThanOrEqual(header.bottom + 24 - 1);
  });
});

test.describe('with motion', () => {
  test.use({ reducedMotion: 'no-preference' });

  test('the page goes there smoothly', async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 320 });
    await page.addInitScript(() => {
      const ways: (string | undefined)[] = [];
      Object.assign(window, { ways });
      const scroll = window.scrollBy as (to: ScrollToOptions) => void;
      window.scrollBy = ((to: ScrollToOptions) => {
        ways.push(to.behavior);
        scroll.call(window, to);
      }) as typeof window.scrollBy;
    });
    await putAtTheEnd(page);
    await answer(page).click();
    await expect.poll(async () => Math.round((await inWindow(place(page))).top)).toBe(24);
    expect(await page.evaluate(() => (window as unknown as { ways: string[] }).ways)).toEqual([
      'smooth',
    ]);
  });
});

test('words about a lab in view set it and move nothing', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 1800 });
  await page.goto(PATH);
  await asked(page).getByRole('button', { name: 'Skip' }).click();
  const lab = new LabOnPage(page, TITLE);
  await lab.wake();
  await place(page).evaluate((one) => one.scrollIntoView({ block: 'start' }));
  const { scrolled } = await inWindow(place(page));
  await page
    .getByRole('link', { name: 'Put ten in flight' })
    .evaluate((link) => (link as HTMLElement).click());
  await expect(lab.result).toHaveText(/^1 core, 10 in flight/);
  expect((await inWindow(place(page))).scrolled).toBe(scrolled);
});
