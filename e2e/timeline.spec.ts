// A timeline in a reader's hands: keys, playhead, reasons, and the pointer.
import { boxOf, LabOnPage } from './support/lab.ts';
import { expect, test } from './support/test.ts';

test('the arrow keys reach every segment and go back the same way', async ({ page }) => {
  await page.goto('/labs/interleaving/');
  const lab = new LabOnPage(page, 'Interleaving');
  await lab.wake();
  await lab.timeline.focus();
  const rows = await lab.timeline.getByRole('row').all();
  expect(rows).toHaveLength(4);
  for (let row = 1; row < rows.length; row += 1) await page.keyboard.press('ArrowUp');
  for (const row of rows) {
    await page.keyboard.press('Home');
    const names = await row
      .getByRole('gridcell')
      .evaluateAll((cells) => cells.map((cell) => cell.getAttribute('aria-label')));
    const walked: (string | null)[] = [await lab.active()];
    for (let i = 1; i < names.length; i += 1) {
      await page.keyboard.press('ArrowRight');
      walked.push(await lab.active());
    }
    expect(walked).toEqual(names);
    for (const name of names.toReversed().slice(1)) {
      await page.keyboard.press('ArrowLeft');
      expect(await lab.active()).toBe(name);
    }
    await page.keyboard.press('End');
    expect(await lab.active()).toBe(names.at(-1));
    await page.keyboard.press('ArrowDown');
  }
});

test('the timeline is one tab stop', async ({ page }) => {
  await page.goto('/labs/interleaving/');
  const lab = new LabOnPage(page, 'Interleaving');
  await lab.wake();
  await lab.timeline.focus();
  await page.keyboard.press('Tab');
  await expect(lab.root.getByRole('button', { name: 'To the start' })).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await expect(lab.timeline).toBeFocused();
});

test('a question mark lists the keys, but only on the timeline', async ({ page }) => {
  await page.goto('/labs/interleaving/');
  const lab = new LabOnPage(page, 'Interleaving');
  await lab.wake();
  await page.keyboard.press('?');
  await expect(lab.root.getByText('play or pause')).toHaveCount(0);
  await lab.timeline.focus();
  await page.keyboard.press('?');
  await expect(lab.root.getByText('play or pause')).toBeVisible();
});

test('the playhead steps from change to change and exactly back', async ({ page }) => {
  await page.goto('/labs/interleaving/');
  const lab = new LabOnPage(page, 'Interleaving');
  await lab.wake();
  const instant = lab.root.locator('.instant');
  const said = [
    '0 ms Core 1 runs A',
    '5 ms Core 1 runs B',
    '20 ms Core 1 is idle',
    '30 ms Core 1 runs other work',
    '40 ms Core 1 runs other work',
    '50 ms Core 1 runs A',
    '55 ms Core 1 runs B',
    '60 ms The run is over',
  ];
  await expect(instant).toHaveText(said[0] as string);
  for (const text of said.slice(1)) {
    await lab.root.getByRole('button', { name: 'Step forward' }).click();
    await expect(instant).toHaveText(text);
  }
  for (const text of said.toReversed().slice(1)) {
    await lab.root.getByRole('button', { name: 'Step back' }).click();
    await expect(instant).toHaveText(text);
  }
});

test('playing runs to the end by itself, and nothing plays unasked', async ({ page }) => {
  await page.clock.install();
  await page.goto('/labs/interleaving/?at=50');
  const lab = new LabOnPage(page, 'Interleaving');
  await lab.wake();
  const instant = lab.root.locator('.instant');
  await page.clock.runFor(5000);
  await expect(instant).toContainText('50 ms');
  await lab.root.getByRole('button', { name: 'Play' }).click();
  await expect(lab.root.getByRole('button', { name: 'Pause' })).toBeVisible();
  await page.clock.runFor(5000);
  await expect(instant).toHaveText('60 ms The run is over');
  await expect(lab.root.getByRole('button', { name: 'Play' })).toBeVisible();
});

test('under reduced motion playing steps from change to change', async ({ page }) => {
  await page.clock.install();
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('/labs/interleaving/');
  const lab = new LabOnPage(page, 'Interleaving');
  await lab.wake();
  await lab.root.getByRole('button', { name: 'Play' }).click();
  await page.clock.runFor(1100);
  await expect(lab.root.locator('.instant')).toHaveText('5 ms Core 1 runs B');
  await page.clock.runFor(1000);
  await expect(lab.root.locator('.instant')).toHaveText('20 ms Core 1 is idle');
});

test('a segment says why it began and ended, and leads to the task to blame', async ({ page }) => {
  await page.goto('/labs/interleaving/');
  const lab = new LabOnPage(page, 'Interleaving');
  await lab.wake();
  const why = lab.root.getByRole('region', { name: 'Why' });
  await expect(why).toContainText('Request A, 40–50 ms');
  await expect(why).toContainText(
    'The database answered. Other work had the core, so A joined the run queue, first in line.',
  );
  await expect(why).toContainText(
    'Other work finished its 20 ms and gave up the core. A was next.',
  );
  await why.getByRole('button', { name: 'Other work' }).first().click();
  await expect(why).toContainText('Other work, 30–50 ms');
});

test('a burst that is chosen in a lane is ringed on its core too', async ({ page }) => {
  await page.goto('/labs/interleaving/');
  const lab = new LabOnPage(page, 'Interleaving');
  await lab.wake();
  await expect(lab.root.locator('.ring')).toHaveCount(1);
  await lab.timeline.focus();
  await page.keyboard.press('End');
  await expect(lab.root.locator('.ring')).toHaveCount(2);
});

test('a tap takes the nearest segment of its lane, a drag on the axis moves the playhead', async ({
  page,
}) => {
  await page.goto('/labs/interleaving/');
  const lab = new LabOnPage(page, 'Interleaving');
  await lab.wake();
  const lane = await boxOf(lab.lane('request B'));
  const axis = await boxOf(lab.root.locator('.axis-hit'));
  const xAt = (ms: number) => axis.x + (axis.width * ms) / 60;
  await page.mouse.click(xAt(12), lane.y + 10);
  await expect(lab.root.getByRole('region', { name: 'Why' })).toContainText('Request B, 5–20 ms');
  await page.mouse.move(xAt(5), axis.y + 15);
  await page.mouse.down();
  await page.mouse.move(xAt(33), axis.y + 15, { steps: 4 });
  await page.mouse.up();
  await expect(lab.root.locator('.instant')).toContainText('33 ms');
});
