// A drawing on its clock in a reader's hands: nearer and farther by wheel, keys, buttons and fingers, and back to the whole.
import type { Page } from '@playwright/test';
import { boxOf, type LabOnPage, openLab } from './support/lab.ts';
import { layOutForPaper, layOutForScreen } from './support/print.ts';
import { expect, test } from './support/test.ts';

const openInterleaving = (page: Page, query = '') =>
  openLab(page, 'Interleaving', `/labs/interleaving/${query}`);
const openWhichKnob = (page: Page) => openLab(page, 'Which knob?', '/labs/which-knob/');

const stripOf = (lab: LabOnPage) =>
  lab.root.getByRole('scrollbar', { name: 'Part of the clock that is shown' });
const numbersOf = (lab: LabOnPage) => lab.root.locator('[data-mark="axis"] text');

/** Waits until this is shown, as the strip says it. */
const expectShown = (lab: LabOnPage, said: string) =>
  expect(stripOf(lab)).toHaveAttribute('aria-valuetext', said.replaceAll(/ (m?s)\b/g, '\u00a0$1'));

async function expectWhole(lab: LabOnPage) {
  await expect(stripOf(lab)).toHaveCount(0);
  await expect(numbersOf(lab)).toHaveText(['0', '10', '20', '30', '40', '50', '60 ms']);
}

/** Where a share of what is shown is, px, at a height within the lane of request A. */
async function pointOf(lab: LabOnPage, share: number) {
  const axis = await boxOf(lab.root.locator('[data-axis]'));
  return { x: axis.x + share * axis.width, y: axis.y + 90 };
}

/** How far the playhead's buttons are below the drawing's top, px. */
const playBelow = async (lab: LabOnPage) =>
  (await boxOf(lab.root.getByRole('button', { name: 'Play' }))).y - (await boxOf(lab.timeline)).y;

/** Waits for a frame to be drawn. */
const drawn = (page: Page) =>
  page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));

test('by wheel and mouse: Ctrl comes nearer to what is pointed at, and nothing else of the page is taken', async ({
  page,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  const lab = await openInterleaving(page);
  await lab.timeline.scrollIntoViewIfNeeded();
  const middle = await pointOf(lab, 0.5);
  await page.mouse.move(middle.x, middle.y);

  await test.step('without Ctrl the wheel scrolls the page, and nothing was loaded', async () => {
    const before = await page.evaluate(() => scrollY);
    await page.mouse.wheel(0, 40);
    await expect.poll(() => page.evaluate(() => scrollY)).not.toBe(before);
    await page.evaluate((y) => scrollTo(0, y), before);
    await expectWhole(lab);
    expect(asked.filter((path) => path.includes('/Zoom.'))).toEqual([]);
  });

  await test.step('each turn comes nearer, from the first on, and 30 ms stay under the pointer', async () => {
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, -100);
    await expectShown(lab, '8.8 to 51.2 ms of 60 ms');
    await page.mouse.wheel(0, -100);
    await expectShown(lab, '15 to 45 ms of 60 ms');
    await page.keyboard.up('Control');
    await expect(numbersOf(lab)).toHaveText(['20', '30', '40 ms']);
    await expect(stripOf(lab).getByText('the whole run')).toBeVisible();
    expect(await page.evaluate(() => visualViewport?.scale)).toBe(1);
  });

  await test.step('what is cut off by the edge keeps its letter, its times and its place', async () => {
    // A's wait began at 5 ms, before what is shown.
    const words = lab.root.locator('text').filter({ hasText: 'waiting for the database' }).first();
    await expect(words).toBeVisible();
    expect((await boxOf(words)).x).toBeGreaterThan((await pointOf(lab, 0)).x);
    const point = await pointOf(lab, 0.1);
    await page.mouse.click(point.x, point.y);
    await lab.expectChosen('waiting for the database, 5 to 40 ms');
    await expectShown(lab, '15 to 45 ms of 60 ms');
  });

  await test.step('Shift and the wheel go on and back', async () => {
    await page.keyboard.down('Shift');
    await page.mouse.wheel(0, 100);
    await expect(stripOf(lab)).not.toHaveAttribute('aria-valuetext', /^15/);
    await page.mouse.wheel(0, -100);
    await expectShown(lab, '15 to 45 ms of 60 ms');
    await page.keyboard.up('Shift');
  });

  await test.step('a drag moves it, and chooses nothing', async () => {
    const from = await pointOf(lab, 0.5);
    const to = await pointOf(lab, 0.75);
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(to.x, to.y, { steps: 4 });
    await page.mouse.up();
    await expectShown(lab, '7.5 to 37.5 ms of 60 ms');
    await lab.expectChosen('waiting for the database, 5 to 40 ms');
  });

  await test.step('the strip is dragged, and brings the part to where it is pressed', async () => {
    const strip = await boxOf(stripOf(lab));
    const at = (share: number) => [strip.x + share * strip.width, strip.y + 6] as const;
    await page.mouse.move(...at(0.375));
    await page.mouse.down();
    await page.mouse.move(...at(0.5), { steps: 3 });
    await page.mouse.up();
    await expectShown(lab, '15 to 45 ms of 60 ms');
    await page.mouse.click(...at(0.98));
    await expectShown(lab, '30 to 60 ms of 60 ms');
  });

  await test.step('a double click shows the whole again', async () => {
    const point = await pointOf(lab, 0.3);
    await page.mouse.dblclick(point.x, point.y);
    await expectWhole(lab);
  });
});

test('by keys and buttons: plus, minus and nought, Shift with arrows, and the strip', async ({
  page,
}) => {
  const lab = await openInterleaving(page, '?at=30');
  await lab.timeline.press('+');
  await expectShown(lab, '15 to 45 ms of 60 ms');
  await lab.timeline.press('+');
  await expectShown(lab, '22.5 to 37.5 ms of 60 ms');
  await lab.timeline.press('Shift+ArrowRight');
  await expectShown(lab, '26.3 to 41.3 ms of 60 ms');
  await lab.timeline.press('Shift+ArrowLeft');
  await expectShown(lab, '22.5 to 37.5 ms of 60 ms');

  await test.step('the strip is moved by keys', async () => {
    const strip = stripOf(lab);
    await strip.press('Home');
    await expectShown(lab, '0 to 15 ms of 60 ms');
    await strip.press('PageDown');
    await expectShown(lab, '15 to 30 ms of 60 ms');
    await strip.press('ArrowRight');
    await expectShown(lab, '16.5 to 31.5 ms of 60 ms');
    await strip.press('End');
    await expectShown(lab, '45 to 60 ms of 60 ms');
    await expect(strip).toHaveAttribute('aria-valuenow', '100');
  });

  await test.step('a segment that is chosen by key comes into view, and so does the playhead', async () => {
    await lab.timeline.press('Home');
    await lab.expectChosen('running, 0 to 5 ms');
    await expectShown(lab, '0 to 15 ms of 60 ms');
    const forward = lab.root.getByRole('button', { name: 'Step forward' });
    await forward.click();
    await expectShown(lab, '0 to 15 ms of 60 ms');
    await forward.click();
    await expectShown(lab, '18.5 to 33.5 ms of 60 ms');
    await forward.click();
    await expect(lab.instant).toContainText('30 ms');
    await expect(lab.root.locator('[data-mark="flag"]')).toHaveText(/30/);
    await expectShown(lab, '18.5 to 33.5 ms of 60 ms');
  });

  await test.step('Ctrl and plus are the page’s own', async () => {
    await lab.timeline.press('Control+0');
    await drawn(page);
    await expectShown(lab, '18.5 to 33.5 ms of 60 ms');
  });

  await test.step('nought shows the whole; the buttons do not move while they are pressed', async () => {
    await lab.timeline.press('0');
    await expectWhole(lab);
    const nearer = lab.root.getByRole('button', { name: 'Zoom in' });
    const before = await boxOf(nearer);
    await nearer.click();
    await expectShown(lab, '15 to 45 ms of 60 ms');
    expect(await boxOf(nearer)).toEqual(before);
    await nearer.click();
    await expectShown(lab, '22.5 to 37.5 ms of 60 ms');
    await lab.root.getByRole('button', { name: 'Zoom out' }).click();
    await expectShown(lab, '15 to 45 ms of 60 ms');
    await lab.root.getByRole('button', { name: 'Show all 60 ms' }).click();
    await expectWhole(lab);
  });

  await test.step('the keys are listed', async () => {
    await lab.timeline.press('?');
    await expect(lab.root.getByText('nearer, farther, the whole')).toBeVisible();
  });
});

test('playing keeps the playhead in view, and what is shown plays like a whole short run', async ({
  page,
}) => {
  await page.clock.install({ time: '2030-01-01T10:00' });
  const lab = await openInterleaving(page);
  await lab.timeline.press('+');
  await expectShown(lab, '0 to 30 ms of 60 ms');
  await page.clock.pauseAt('2030-01-01T11:00');
  await lab.root.getByRole('button', { name: 'Play' }).click();
  await page.clock.runFor(4500);
  await lab.root.getByRole('button', { name: 'Pause' }).click();
  await expect(lab.instant).toHaveText(/^1[45]/);
  await lab.root.getByRole('button', { name: 'Play' }).click();
  await page.clock.runFor(6000);
  await lab.root.getByRole('button', { name: 'Pause' }).click();
  await expect(lab.root.locator('[data-mark="flag"]')).toBeVisible();
  await expect(lab.root.locator('[data-mark="playhead"]')).toHaveCount(1);
  await expect(stripOf(lab)).not.toHaveAttribute('aria-valuetext', /^0/);
});

test('a dense steady run opens on a part that says so, and the whole is a press away', async ({
  page,
}) => {
  const lab = await openWhichKnob(page);
  await expectShown(lab, '7 to 8 s of 15.6 s');
  await expect(numbersOf(lab)).toHaveText(['7', '7.5', '8 s']);
  // What is said is said of the whole run.
  await expect(lab.result).toContainText('95% of them answered within 374 ms');

  await test.step('on paper the whole is drawn, and the screen has its part again', async () => {
    await layOutForPaper(page);
    await expect(numbersOf(lab).last()).toHaveText('15 s');
    await layOutForScreen(page);
    await expectShown(lab, '7 to 8 s of 15.6 s');
  });

  await test.step('a reader who wants the whole keeps it when a knob is turned', async () => {
    await lab.root.getByRole('button', { name: 'Show all 15.6 s' }).click();
    await expect(stripOf(lab)).toHaveCount(0);
    await expect(numbersOf(lab).last()).toHaveText('15 s');
    await lab.preset('CPU-bound').click();
    await expect(numbersOf(lab).last()).toHaveText('60 s');
    await expect(stripOf(lab)).toHaveCount(0);
  });
});

test('two runs below each other show the same part of their clock', async ({ page }) => {
  const lab = await openWhichKnob(page);
  await expectShown(lab, '7 to 8 s of 15.6 s');
  await lab.root.getByRole('button', { name: /^Compare with/ }).click();
  await lab.preset('CPU-bound').click();
  await expect(lab.timeline.locator('[data-rows]')).toHaveCount(4);
  await expect(stripOf(lab)).toHaveCount(1);
});

test.describe('on a phone', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });

  test('by fingers: two come nearer and farther, one moves what is shown, a tap chooses', async ({
    page,
  }) => {
    const lab = await openInterleaving(page);
    await lab.timeline.scrollIntoViewIfNeeded();
    // Beside a low band there is no room for words here.
    const words = lab.root.locator('text:visible', { hasText: 'waiting for the database' });
    await expect(words).toHaveCount(0);
    const cdp = await page.context().newCDPSession(page);
    const touch = async (type: 'Start' | 'Move' | 'End', ...shares: readonly number[]) => {
      const points = await Promise.all(shares.map((share) => pointOf(lab, share)));
      await cdp.send('Input.dispatchTouchEvent', {
        type: `touch${type}`,
        touchPoints: points.map((point, id) => ({ ...point, id })),
      });
      await drawn(page);
    };

    await touch('Start', 0.4);
    await touch('Start', 0.4, 0.6);
    // What follows the fingers is loaded by the second.
    await expect
      .poll(async () => {
        await touch('Move', 0.31, 0.69);
        await touch('Move', 0.3, 0.7);
        return stripOf(lab).count();
      })
      .toBe(1);
    await touch('Move', 0.2, 0.8);
    const shown = await stripOf(lab).getAttribute('aria-valuetext');
    expect(shown).toMatch(/ms of 60/);
    await touch('End');

    await test.step('one finger moves it', async () => {
      await touch('Start', 0.7);
      await touch('Move', 0.6);
      await touch('Move', 0.4);
      await touch('End');
      await expect(stripOf(lab)).not.toHaveAttribute('aria-valuetext', shown as string);
    });

    await test.step('a tap chooses, and what is shown stays', async () => {
      const before = await stripOf(lab).getAttribute('aria-valuetext');
      const { x, y } = await pointOf(lab, 0.5);
      await page.touchscreen.tap(x, y);
      await expect.poll(async () => (await lab.chosen()).segment).not.toBe('');
      await expect(stripOf(lab)).toHaveAttribute('aria-valuetext', before as string);
    });

    await test.step('all that is pressed is as large as a finger', async () => {
      for (const name of ['Zoom in', 'Zoom out', 'Show all 60 ms']) {
        const { width, height } = await boxOf(lab.root.getByRole('button', { name }));
        expect(Math.min(width, height), name).toBeGreaterThanOrEqual(44);
      }
      expect((await boxOf(stripOf(lab))).height).toBeGreaterThanOrEqual(44);
    });
  });

  for (const width of [320, 390]) {
    test(`however long the part is in words, nothing below moves: ${width} px`, async ({
      page,
    }) => {
      await page.setViewportSize({ width, height: 844 });
      const lab = await openInterleaving(page, '?at=30');
      const before = await playBelow(lab);
      for (let nearer = 0; nearer < 8; nearer += 1) {
        await lab.root.getByRole('button', { name: 'Zoom in' }).tap();
        await expect(stripOf(lab)).toHaveAttribute('aria-valuetext', /^[\d.]+ to /);
        expect(await playBelow(lab)).toBe(before);
      }
      // A run of seconds has the longest words.
      const dense = await openLab(page, 'Which knob?', '/labs/which-knob/?at=12340.0');
      const zoomIn = dense.root.getByRole('button', { name: 'Zoom in' });
      const whole = await playBelow(dense);
      for (let nearer = 0; nearer < 12; nearer += 1) await zoomIn.tap();
      await expect(stripOf(dense)).toHaveAttribute('aria-valuetext', /^12\.\d{4,} to 12\.\d{4,}/);
      expect(await playBelow(dense)).toBe(whole);
    });
  }
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('the whole is drawn, and there is nothing to press', async ({ page }) => {
    await page.goto('/labs/which-knob/');
    await expect(page.locator('[data-mark="axis"] text').last()).toHaveText('15 s');
    await expect(page.locator('[data-zoom="+"]')).toBeHidden();
  });
});

test('while a question holds the result back there is nothing to zoom, and its clock stays whole', async ({
  page,
}) => {
  await page.goto('/concurrency-vs-parallelism/');
  const lab = page.locator('[data-lab][data-veiled="result"]').first();
  const id = await lab.getAttribute('data-lab');
  await lab.scrollIntoViewIfNeeded();
  await expect(lab.locator('[inert]')).toHaveCount(0);
  await lab.getByRole('grid').press('+');
  await drawn(page);
  await expect(lab.locator('[data-zoom]')).toHaveCount(0);
  await expect(lab.getByRole('scrollbar')).toHaveCount(0);
  await lab.getByRole('button', { name: 'Show it now' }).click();
  const shown = page.locator(`[data-lab="${id}"]:not([data-veiled])`).first();
  await shown.getByRole('button', { name: 'Zoom in' }).click();
  await expect(shown.getByRole('scrollbar')).toHaveCount(1);
});
