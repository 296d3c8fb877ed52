// A timeline in a reader's hands: keys, playhead, reasons, and the pointer.
import type { Page } from '@playwright/test';
import { boxOf, openLab } from './support/lab.ts';
import { expect, test } from './support/test.ts';

const open = (page: Page, query = '') =>
  openLab(page, 'Interleaving', `/labs/interleaving/${query}`);

test('by keys it is one tab stop, lists them, and has every segment', async ({ page }) => {
  const lab = await open(page);

  await test.step('a question mark lists the keys wherever the focus is in the lab, and not beside it', async () => {
    const help = lab.root.getByText('play or pause');
    await page.getByRole('link', { name: 'Interleave', exact: true }).first().press('?');
    await expect(help).toHaveCount(0);
    await lab.preset('One core').press('?');
    await expect(help).toBeVisible();
    await lab.preset('One core').press('?');
    await expect(help).toHaveCount(0);
    await lab.timeline.press('?');
    await expect(help).toBeVisible();
  });

  await test.step('Tab goes on to what zooms and to the playhead, and comes back', async () => {
    for (const name of ['Zoom out', 'Zoom in']) {
      await page.keyboard.press('Tab');
      await expect(lab.root.getByRole('button', { name })).toBeFocused();
    }
    await page.keyboard.press('Tab');
    await expect(lab.root.getByRole('button', { name: 'To the start' })).toBeFocused();
    for (let back = 0; back < 3; back += 1) await page.keyboard.press('Shift+Tab');
    await expect(lab.timeline).toBeFocused();
  });

  await test.step('the arrow keys reach every segment and go back the same way', async () => {
    const rows = lab.timeline.getByRole('row');
    await expect(rows).toHaveCount(4);
    for (let row = 1; row < 4; row += 1) await page.keyboard.press('ArrowUp');
    for (const row of await rows.all()) {
      await page.keyboard.press('Home');
      const names = await row
        .getByRole('gridcell')
        .evaluateAll((cells) => cells.map((cell) => cell.getAttribute('aria-label') ?? ''));
      await lab.expectChosen(names[0]);
      for (const name of names.slice(1)) {
        await page.keyboard.press('ArrowRight');
        await lab.expectChosen(name);
      }
      for (const name of names.toReversed().slice(1)) {
        await page.keyboard.press('ArrowLeft');
        await lab.expectChosen(name);
      }
      await page.keyboard.press('End');
      await lab.expectChosen(names.at(-1));
      await page.keyboard.press('ArrowDown');
    }
  });
});

test('by pointer and buttons: a segment says why, and the playhead steps from change to change', async ({
  page,
}) => {
  await test.step('a segment says why it began and ended, leads to the task to blame, and is ringed wherever it is', async () => {
    const lab = await open(page);
    const why = lab.root.getByRole('region', { name: 'Why' });
    const ring = lab.root.locator('[data-mark="ring"]');

    await test.step('at first that which lacked a core for longest', async () => {
      await expect(why).toContainText('Request A, 40–50 ms');
      await expect(why).toContainText(
        'The database answered. Other work had the core, so A was first in the run queue.',
      );
      await expect(why).toContainText(
        'Other work finished its 20 ms and gave up the core. A was next.',
      );
      await expect(ring).toHaveCount(1);
    });

    await test.step('a burst that is chosen in a lane is ringed on its core too', async () => {
      await lab.timeline.press('End');
      await expect(ring).toHaveCount(2);
      await lab.timeline.press('ArrowLeft');
      await expect(ring).toHaveCount(1);
    });

    await test.step('the task to blame is a press away', async () => {
      await why.getByRole('button', { name: 'Other work' }).first().click();
      await expect(why).toContainText('Other work, 30–50 ms');
    });

    await test.step('a tap takes the nearest segment of its lane, a drag on the axis moves the playhead', async () => {
      const lane = await boxOf(lab.lane('request B'));
      const axis = await boxOf(lab.root.locator('[data-axis]'));
      const xAt = (ms: number) => axis.x + (axis.width * ms) / 60;
      await page.mouse.click(xAt(12), lane.y + 10);
      await expect(why).toContainText('Request B, 5–20 ms');
      await page.mouse.move(xAt(5), axis.y + 15);
      await page.mouse.down();
      await page.mouse.move(xAt(33), axis.y + 15, { steps: 4 });
      await page.mouse.up();
      await expect(lab.instant).toContainText('33 ms');
    });
  });

  await test.step('the playhead steps from change to change and exactly back', async () => {
    const lab = await open(page);
    const instant = lab.instant;
    const said = [
      '0 ms B arrives; no core is free; A arrives and runs at once.',
      '5 ms A asks the database; the core takes B.',
      '20 ms B asks the database; the core goes idle.',
      '30 ms Other work arrives and runs at once.',
      '40 ms The database answers A; no core is free.',
      '50 ms The core takes A; other work ends.',
      '55 ms The database answers B, which runs at once; A ends.',
      '60 ms B ends; the run is over.',
    ];
    await expect(instant).toHaveText('0 ms Core 1 runs A');
    for (const text of said.slice(1)) {
      await lab.root.getByRole('button', { name: 'Step forward' }).click();
      await expect(instant).toHaveText(text);
    }
    for (const text of said.toReversed().slice(1)) {
      await lab.root.getByRole('button', { name: 'Step back' }).click();
      await expect(instant).toHaveText(text);
    }
  });
});

/** A page whose time stands still, from when its lab is live, but for what `runFor` lets pass. */
async function openWithoutTime(page: Page, query?: string) {
  await page.clock.install({ time: '2030-01-01T10:00' });
  const lab = await open(page, query);
  await page.clock.pauseAt('2030-01-01T11:00');
  return lab;
}

test('playing runs to the end by itself, and nothing plays unasked', async ({ page }) => {
  const lab = await openWithoutTime(page, '?at=50');
  const instant = lab.instant;
  await page.clock.runFor(1000);
  await expect(instant).toContainText('50 ms');
  await lab.root.getByRole('button', { name: 'Play' }).click();
  await expect(lab.root.getByRole('button', { name: 'Pause' })).toBeVisible();
  await page.clock.runFor(2000);
  await expect(instant).toHaveText('60 ms The run is over');
  await expect(lab.root.getByRole('button', { name: 'Play' })).toBeVisible();
});

test('under reduced motion playing steps from change to change', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const lab = await openWithoutTime(page);
  await lab.root.getByRole('button', { name: 'Play' }).click();
  await page.clock.runFor(1100);
  await expect(lab.instant).toHaveText('5 ms A asks the database; the core takes B.');
  await lab.expectChosen('waiting for the database, 5 to 40 ms');
  await page.clock.runFor(1000);
  await expect(lab.instant).toHaveText('20 ms B asks the database; the core goes idle.');
  await lab.root.getByRole('combobox', { name: 'Speed' }).selectOption('4×');
  // The step that was under way still takes its second.
  await page.clock.runFor(1000 + 250);
  await expect(lab.instant).toHaveText('40 ms The database answers A; no core is free.');
});
