// Playing in a reader's hands: a run is drawn as far as its playhead has come, a step says what changed, and what is
// pointed at says what it is; by mouse, keys and touch.
import type { Page } from '@playwright/test';
import { boxOf, type LabOnPage, openLab } from './support/lab.ts';
import { layOutForPaper, layOutForScreen } from './support/print.ts';
import { expect, test } from './support/test.ts';

const open = (page: Page, query = '') =>
  openLab(page, 'Interleaving', `/labs/interleaving/${query}`);
const openWhichKnob = (page: Page, query = '') =>
  openLab(page, 'Which knob?', `/labs/which-knob/${query}`);

const button = (lab: LabOnPage, name: string) =>
  lab.root.getByRole('button', { name, exact: true });
const speedOf = (lab: LabOnPage) => lab.root.getByRole('combobox', { name: 'Speed' });

/** What lies over a drawing that is drawn in part: over what follows the playhead, and over what is over. */
const later = (lab: LabOnPage) => lab.timeline.locator('[data-mark="later"]');
const over = (lab: LabOnPage) => lab.timeline.locator('[data-mark="over"]');
const flag = (lab: LabOnPage) => lab.root.locator('[data-mark="flag"]');
const readout = (lab: LabOnPage) => lab.root.locator('[data-mark="readout"]');

/** Time stands still from now on, but for what `runFor` lets pass. */
async function stopTime(page: Page) {
  await page.clock.install({ time: '2030-01-01T10:00' });
  return () => page.clock.pauseAt('2030-01-01T11:00');
}

test.describe('a run is drawn as far as its playhead has come', () => {
  test('whole before any press, in part after a step, whole at the end, of a new run, and by a link', async ({
    page,
  }) => {
    const lab = await open(page);
    const bracket = lab.timeline.getByText('runnable, no free core');
    await expect(bracket).toBeVisible();
    await expect(later(lab)).toHaveCount(0);

    await test.step('what follows is faint, what is over steps back, what goes on is neither', async () => {
      for (let step = 0; step < 3; step += 1) await button(lab, 'Step forward').click();
      await expect(lab.instant).toContainText('30 ms');
      const axis = await boxOf(lab.root.locator('[data-axis]'));
      const cover = await boxOf(later(lab));
      // 30 of 60 ms, beside the line.
      expect(cover.x).toBeCloseTo(axis.x + axis.width / 2 + 2, 0);
      expect(cover.x + cover.width).toBeGreaterThan(axis.x + axis.width - 1);
      const upTo = await over(lab).evaluateAll((all) =>
        all.map((one) => (Number.parseFloat(one.getAttribute('width') ?? '') * 60) / 100),
      );
      // A waits since 5 ms, B since 20; other work has just begun, and so has its turn on the core.
      expect(upTo.map((at) => Number(at.toFixed(1)))).toEqual([5, 20, 30, 30]);
    });

    await test.step('a mark and an end appear once they are so', async () => {
      const end = lab.timeline.getByText('55', { exact: true }).first();
      await expect(bracket).toHaveCount(0);
      for (let step = 0; step < 2; step += 1) await button(lab, 'Step forward').click();
      await expect(bracket).toBeVisible();
      const before = await lab.timeline.locator('text:visible', { hasText: /^55$/ }).count();
      await button(lab, 'Step forward').click();
      await expect(end).toBeVisible();
      await expect
        .poll(() => lab.timeline.locator('text:visible', { hasText: /^55$/ }).count())
        .toBe(before + 1);
    });

    await test.step('at the end it is whole', async () => {
      await button(lab, 'Step forward').click();
      await expect(lab.instant).toContainText('60 ms');
      await expect(later(lab)).toHaveCount(0);
      await button(lab, 'Step back').click();
      await expect(later(lab)).toHaveCount(1);
    });

    await test.step('a new run is shown whole', async () => {
      await lab.preset('Two cores').click();
      await expect(later(lab)).toHaveCount(0);
    });

    await test.step('where a link puts the playhead it is whole', async () => {
      await lab.goTo('?at=40');
      await expect(lab.instant).toContainText('40 ms');
      await expect(later(lab)).toHaveCount(0);
    });
  });

  test('to choose a segment draws no less of it', async ({ page }) => {
    const lab = await open(page);
    await lab.timeline.press('End');
    await lab.expectChosen('running, 50 to 55 ms');
    await lab.timeline.press('ArrowLeft');
    await lab.expectChosen('runnable, 40 to 50 ms');
    await expect(later(lab)).toHaveCount(0);
  });

  test('of many tasks it is counted how many have ended and how many are in line', async ({
    page,
  }) => {
    const lab = await openLab(page, 'One at a time', '/labs/one-at-a-time/');
    const heading = lab.timeline.locator('text', { hasText: '100 requests' });
    await expect(heading).toContainText('the last ends at');
    await button(lab, 'To the start').click();
    await button(lab, 'Step forward').click();
    await expect(heading).toContainText('0 of 100 ended, 99 in line');
    await expect(heading).not.toContainText('the last ends at');
    const axis = await boxOf(lab.root.locator('[data-axis]'));
    await page.mouse.click(axis.x + axis.width * 0.501, axis.y + 15);
    await expect(heading).toContainText('50 of 100 ended, 49 in line');
  });

  test('moves that follow the playhead are faint in a strip', async ({ page }) => {
    const lab = await openLab(page, 'Shared memory', '/labs/shared-memory/?moves=ABAABB');
    const faint = lab.root.locator('[data-mark="later"]');
    await expect(faint).toHaveCount(0);
    await button(lab, 'Step back').click();
    await expect(faint).toHaveCount(1);
    await button(lab, 'Step forward').click();
    await expect(faint).toHaveCount(0);
  });

  test('paper has all of it', async ({ page }) => {
    const lab = await open(page);
    await button(lab, 'Step forward').click();
    await expect(later(lab)).toHaveCount(1);
    await layOutForPaper(page);
    await expect(later(lab)).toHaveCount(0);
    await expect(lab.timeline.getByText('runnable, no free core')).toBeVisible();
    await layOutForScreen(page);
    await expect(later(lab)).toHaveCount(1);
  });
});

test.describe('the speed', () => {
  /** How far it plays in so many ms of the reader's time, in ms of the clock. */
  async function playedIn(lab: LabOnPage, time: number): Promise<number> {
    await button(lab, 'To the start').click();
    await button(lab, 'Play').click();
    await lab.page.clock.runFor(time);
    await button(lab, 'Pause').click();
    return Number.parseFloat((await flag(lab).textContent()) ?? '');
  }

  test('is set by mouse and keys, and holds at once', async ({ page }) => {
    const pause = await stopTime(page);
    const lab = await open(page);
    await pause();
    await expect(speedOf(lab)).toHaveValue('1');
    const once = await playedIn(lab, 1500);
    expect(once).toBeGreaterThan(8);
    await speedOf(lab).selectOption('4×');
    expect(await playedIn(lab, 1500)).toBeGreaterThan(3.5 * once);
    for (const value of ['2', '1', '0.5', '0.25', '0.25']) {
      await lab.timeline.press('<');
      await expect(speedOf(lab)).toHaveValue(value);
    }
    expect(await playedIn(lab, 1500)).toBeLessThan(0.4 * once);
    await lab.timeline.press('>');
    await expect(speedOf(lab)).toHaveValue('0.5');
    await lab.timeline.press('?');
    await expect(lab.root.getByText('play slower or faster')).toBeVisible();
  });

  test('is forgotten with the page', async ({ page }) => {
    const lab = await open(page);
    await lab.timeline.press('>');
    await expect(speedOf(lab)).toHaveValue('2');
    await page.reload();
    await lab.wake();
    await expect(speedOf(lab)).toHaveValue('1');
  });
});

test.describe('a lab that opens on a part of its run', () => {
  test('has its playhead at the beginning of that, plays from there, and at the pace of a short run', async ({
    page,
  }) => {
    const pause = await stopTime(page);
    const lab = await openWhichKnob(page);
    await expect(lab.instant).toHaveText(/^7\u00a0s/);
    await expect(flag(lab)).toHaveText('7\u00a0s');
    expect(new URL(page.url()).search).toBe('');
    await pause();
    await button(lab, 'Play').click();
    await page.clock.runFor(4500);
    await button(lab, 'Pause').click();
    // Half of the second that is shown.
    await expect(flag(lab)).toHaveText(/^7\.[45]\d*\u00a0s$/);
    await expect(lab.root.getByRole('scrollbar')).toHaveAttribute('aria-valuetext', /^7 to 8/);
  });

  test('goes to where another run opens, until a reader moves it', async ({ page }) => {
    const lab = await openWhichKnob(page);
    await expect(lab.instant).toHaveText(/^7\u00a0s/);
    await lab.preset('CPU-bound').click();
    await expect(lab.root.getByRole('scrollbar')).not.toHaveAttribute('aria-valuetext', /^7 to 8/);
    await expect(flag(lab)).toHaveCount(1);
    expect(new URL(page.url()).search).not.toContain('at=');
    await button(lab, 'To the start').click();
    await expect(flag(lab)).toHaveText('0\u00a0s');
    await expect.poll(() => new URL(page.url()).search).toContain('at=0');
    await button(lab, 'Reset').click();
    await expect(flag(lab)).toHaveText('7\u00a0s');
  });

  test('is where its link says', async ({ page }) => {
    const lab = await openWhichKnob(page, '?at=0');
    await expect(flag(lab)).toHaveText('0\u00a0s');
    await expect(lab.root.getByRole('scrollbar')).toHaveAttribute('aria-valuetext', /^0 to 1/);
  });
});

for (const [query, steps] of [
  ['', /^\d+(\.\d{1,2})? s$/],
  ['?progress=threads', /^[\d,]+ ms$/],
] as const) {
  test(`the flag shows whole steps and is wide enough for them, ${query}`, async ({ page }) => {
    const pause = await stopTime(page);
    const lab = await openLab(page, 'One at a time', `/labs/one-at-a-time/${query}`);
    await pause();
    await button(lab, 'To the start').click();
    await button(lab, 'Play').click();
    for (let frames = 0; frames < 6; frames += 1) {
      await page.clock.runFor(700);
      expect(((await flag(lab).textContent()) ?? '').replace(/\u00a0/g, ' ')).toMatch(steps);
      const ground = await boxOf(flag(lab).locator('rect'));
      const number = await boxOf(flag(lab).locator('text'));
      expect(number.x).toBeGreaterThan(ground.x + 2);
      expect(number.x + number.width).toBeLessThan(ground.x + ground.width - 2);
    }
    await button(lab, 'Pause').click();
    // And there it rests.
    const told = (await flag(lab).textContent()) ?? '';
    await expect(lab.instant).toContainText(told);
  });
}

test.describe('a step says what changed, and selects it', () => {
  test('by buttons and keys, forward and back', async ({ page }) => {
    const lab = await open(page);
    const why = lab.root.getByRole('region', { name: 'Why' });
    await button(lab, 'Step forward').click();
    await expect(lab.instant).toHaveText('5 ms A asks the database; the core takes B.');
    await expect(lab.instant).toHaveAttribute('aria-live', 'polite');
    await expect(why).toContainText('Request A, 5–40 ms');
    for (let step = 0; step < 3; step += 1) await lab.timeline.press('.');
    await expect(lab.instant).toHaveText('40 ms The database answers A; no core is free.');
    await lab.expectChosen('runnable, 40 to 50 ms');
    await expect(why).toContainText('Other work had the core');
    await lab.timeline.press(',');
    await expect(lab.instant).toHaveText('30 ms Other work arrives and runs at once.');
    await expect(why).toContainText('Other work, 30–50 ms');
  });

  test('no longer once it plays on', async ({ page }) => {
    const lab = await open(page);
    await button(lab, 'Step forward').click();
    await lab.expectChosen('waiting for the database, 5 to 40 ms');
    await button(lab, 'Play').click();
    await expect(lab.root.getByRole('region', { name: 'Why' })).toContainText(
      'Request A, 40–50 ms',
    );
  });

  for (const width of [1280, 390]) {
    test(`what is said moves nothing below it, at ${width} px`, async ({ page }) => {
      await page.setViewportSize({ width, height: 900 });
      const lab = await open(page);
      const legend = lab.root.getByText('waiting for IO').last();
      const under = async () => (await boxOf(legend)).y - (await boxOf(button(lab, 'Play'))).y;
      const before = await under();
      for (let step = 0; step < 6; step += 1) {
        await button(lab, 'Step forward').click();
        expect(await under()).toBe(before);
      }
    });
  }

  test('what a reader then chooses stays chosen', async ({ page }) => {
    const lab = await open(page);
    await button(lab, 'Step forward').click();
    await lab.expectChosen('waiting for the database, 5 to 40 ms');
    await lab.timeline.press('ArrowDown');
    await lab.expectChosen('waiting for the database, 20 to 55 ms');
    await lab.preset('One core').press('?');
    await expect(lab.root.getByText('play or pause')).toBeVisible();
    await lab.expectChosen('waiting for the database, 20 to 55 ms');
  });

  test('not where a question holds it back', async ({ page }) => {
    await page.goto('/event-loops/');
    // It holds back what follows 11 ms.
    const lab = page.locator('[data-lab="event-loop"][data-veiled="result"]').first();
    await lab.scrollIntoViewIfNeeded();
    await expect(lab.locator('[inert]')).toHaveCount(0);
    const said = lab.locator('p', { has: page.locator('strong') }).filter({ hasText: /^\d+\sms/ });
    for (let step = 0; step < 12; step += 1) await lab.getByRole('grid').press('.');
    await expect(said).toHaveText(/^11\sms The loop/);
  });

  test('two runs each by its name', async ({ page }) => {
    const lab = await open(page, '?cores=2&compare=default');
    for (let step = 0; step < 2; step += 1) await button(lab, 'Step forward').click();
    await expect(lab.instant).toHaveText(
      /^15\sms 2 cores: B asks the database; core 2 goes idle\.$/,
    );
  });
});

test.describe('a segment says its state and times at once', () => {
  test('under the mouse, and no longer when it leaves; nothing else moves', async ({ page }) => {
    const lab = await open(page);
    const lane = await boxOf(lab.lane('request A'));
    const axis = await boxOf(lab.root.locator('[data-axis]'));
    const before = await boxOf(button(lab, 'Play'));
    const at = (ms: number) => axis.x + (axis.width * ms) / 60;
    await page.mouse.move(at(20), lane.y + 10);
    await expect(readout(lab)).toHaveText('request A waiting for the database, 5 to 40 ms');
    await page.mouse.move(at(45), lane.y + 10);
    await expect(readout(lab)).toHaveText('request A runnable, 40 to 50 ms');
    const box = await boxOf(readout(lab));
    expect(box.y).toBeGreaterThan(lane.y + 10);
    expect(box.x + box.width).toBeCloseTo(at(50), 0);
    expect(await boxOf(button(lab, 'Play'))).toEqual(before);
    await page.mouse.move(at(45), axis.y - 60);
    await expect(readout(lab)).toBeHidden();
  });

  test('while it has the focus', async ({ page }) => {
    const lab = await open(page);
    await expect(readout(lab)).toBeHidden();
    await lab.timeline.focus();
    await lab.timeline.press('Home');
    await expect(readout(lab)).toHaveText('request A running, 0 to 5 ms');
    await expect(readout(lab)).toBeVisible();
    await page.keyboard.press('Tab');
    await expect(readout(lab)).toBeHidden();
  });

  test('in thin rows too', async ({ page }) => {
    const lab = await openLab(page, 'One at a time', '/labs/one-at-a-time/');
    const rows = await boxOf(lab.timeline.locator('[data-first="0"]'));
    await page.mouse.move(rows.x + 5, rows.y + rows.height - 1);
    await expect(readout(lab)).toContainText('request 100 in line, 0 to');
    expect((await boxOf(readout(lab))).y).toBeGreaterThanOrEqual(rows.y + rows.height);
  });
});

test.describe('by touch, on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('a tap says what a segment is, Step and Play work, and the speed is as large as a finger', async ({
    page,
  }) => {
    const lab = await open(page);
    const lane = lab.timeline.locator('[data-row="1"]');
    await lane.tap({ position: { x: 60, y: 30 } });
    await expect(readout(lab)).toHaveText('request B running, 5 to 20 ms');
    const box = await boxOf(readout(lab));
    expect(box.x).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width).toBeLessThanOrEqual(390);
    // On a smaller phone it has two lines.
    await page.setViewportSize({ width: 320, height: 844 });
    await lab.timeline.locator('[data-row="0"]').tap({ position: { x: 100, y: 30 } });
    await expect(readout(lab)).toHaveText('request A waiting for the database, 5 to 40 ms');
    const tip = await boxOf(readout(lab));
    expect(tip.y + tip.height).toBeLessThanOrEqual((await boxOf(lab.lane('request A'))).y);
    await page.setViewportSize({ width: 390, height: 844 });
    await lane.tap({ position: { x: 60, y: 30 } });
    // Between the lanes, so that the next tap finds the lane that it goes to, and its name.
    const [above, own] = [await boxOf(lab.lane('request A')), await boxOf(lab.lane('request B'))];
    expect(box.y).toBeGreaterThanOrEqual(above.y + above.height);
    expect(box.y + box.height).toBeLessThanOrEqual(own.y);
    await button(lab, 'Step forward').tap();
    await expect(lab.instant).toContainText('B asks the database');
    await expect(later(lab)).toHaveCount(1);
    // What it is the speed of is told by its name, which is seen, too.
    await expect(lab.root.getByText('Speed', { exact: true })).toBeVisible();
    // There is no keyboard.
    await expect(button(lab, 'Keys')).toBeHidden();
    const { height, width } = await boxOf(speedOf(lab));
    expect(Math.min(height, width)).toBeGreaterThanOrEqual(44);
    await speedOf(lab).selectOption('0.5×');
    await button(lab, 'Play').tap();
    await button(lab, 'Pause').tap();
    await expect(button(lab, 'Play')).toBeVisible();
  });
});

test('of thin rows a tip stands over all of them on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const lab = await openLab(page, 'One at a time', '/labs/one-at-a-time/');
  const rows = lab.timeline.locator('[data-first="0"]');
  const { height } = await boxOf(rows);
  await rows.click({ position: { x: 5, y: height - 1 } });
  await expect(readout(lab)).toContainText('request 100 in line');
  const tip = await boxOf(readout(lab));
  expect(tip.y + tip.height).toBeLessThanOrEqual((await boxOf(rows)).y);
});

test('on the narrowest phone the playhead’s buttons and the speed stand in one row, and all within the lab', async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 700 });
  const lab = await open(page);
  const first = await boxOf(button(lab, 'To the start'));
  const last = await boxOf(speedOf(lab));
  expect(last.y).toBe(first.y);
  const { x, width } = await boxOf(lab.root);
  for (const control of [speedOf(lab), ...(await lab.root.getByRole('radio').all())]) {
    const box = await boxOf(control);
    expect(box.x + box.width).toBeLessThanOrEqual(x + width);
  }
  expect(Math.min(first.width, last.width)).toBeGreaterThanOrEqual(44);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
});
