// While a lab plays, what follows the playhead is drawn again, and nothing else.
import { LabOnPage } from '../support/lab.ts';
import { ownPage } from '../support/own-page.ts';
import { expect, test } from '../support/test.ts';

/** What follows the playhead, what has it, and all. */
const FOLLOWERS = {
  playhead: '[data-mark="playhead"]',
  flag: '[data-mark="flag"]',
  axis: '[data-mark="axis"]',
  transport: ':has(> * > [aria-label="To the start"])',
  done: '[data-mark="done"]',
  ends: '[data-mark="end"], [data-mark="remarks"]',
};
const PARTS = { ...FOLLOWERS, lab: '[data-lab]', page: 'html' };

test('a frame of playing draws the line, its flag, the axis, the transport and how far the run is done, and leaves the rest', async ({
  page,
}) => {
  const show = await ownPage(new URL('.', import.meta.url));
  await show(page);
  const lab = new LabOnPage(page, 'Playing');
  await expect(lab.result).toHaveText('It plays.');
  const drawn = () => page.evaluate(() => ({ ...document.documentElement.dataset }));
  const before = await drawn();
  const changed = page.evaluate((known) => {
    const parts = new Set<string>();
    new MutationObserver((changes) => {
      for (const { target } of changes) {
        const element = target instanceof Element ? target : target.parentElement;
        const part = Object.entries(known).find(([, selector]) => element?.closest(selector));
        parts.add(part?.[0] ?? 'elsewhere');
      }
    }).observe(document.querySelector('[data-lab]') as Element, {
      attributes: true,
      characterData: true,
      childList: true,
      subtree: true,
    });
    return new Promise<string[]>((resolve) => {
      addEventListener('seen-enough', () => resolve([...parts]));
    });
  }, PARTS);
  await lab.root.getByRole('button', { name: 'Play' }).click();
  await expect
    .poll(async () => Number((await drawn()).follower) - Number(before.follower))
    .toBeGreaterThan(10);
  await page.evaluate(() => dispatchEvent(new Event('seen-enough')));
  const parts = await changed;
  expect(parts).toContain('playhead');
  expect(parts.filter((part) => !(part in FOLLOWERS))).toEqual([]);
  const after = await drawn();
  expect([after.frame, after.other]).toEqual([before.frame, before.other]);
});
