// A lab that waits for an answer: what is known is there, what cannot be used is off, and the answer shows what was
// asked about, whatever happened before it.
import type { Page } from '@playwright/test';
import { boxOf, LabOnPage, ONE_CORE } from '../support/lab.ts';
import { ownPage } from '../support/own-page.ts';
import { layOutForPaper, layOutForScreen } from '../support/print.ts';
import { expect, test } from '../support/test.ts';

const PATH = '/concurrency-vs-parallelism/';
/** Opens with the setting that is asked about; its drawing is covered from 40 ms on. */
const covered = (page: Page) => new LabOnPage(page, 'Interleaving');
/** Opens with one core, and goes to two when the answer is given. */
const known = (page: Page) => new LabOnPage(page, 'Interleaving', 1);
const prediction = (page: Page, nth: number) => page.locator('choice-question.predict').nth(nth);
const answer = (page: Page, nth: number, name: string) =>
  prediction(page, nth).getByRole('button', { name, exact: true }).click();

const COVERED = 'What follows 40 ms is hidden until you answer the question above.';
const KNOWN = 'Answer the question above, and the lab shows what changes.';

async function expectOff(lab: LabOnPage) {
  const controls = [
    ...(await lab.root.getByRole('group', { name: 'Presets' }).getByRole('button').all()),
    ...(await lab.root.locator('[data-knob] input').all()),
  ];
  expect(controls.length).toBeGreaterThan(8);
  for (const control of controls) await expect(control).toBeDisabled();
}

test('labs wait: on paper they cover nothing, what is known is there, and the answer shows the rest', async ({
  page,
}) => {
  await page.goto(PATH);

  await test.step('on paper a waiting lab covers nothing, and waits again after it', async () => {
    const lab = covered(page);
    await lab.wake();
    await layOutForPaper(page);
    await expect(lab.result).toHaveText(/A ends at 55.ms and B at 60.ms/);
    await expect(lab.lane('request A')).toHaveAccessibleName(/running, 50 to 55 ms$/);
    await expect(lab.root.getByText(COVERED)).toBeHidden();
    await layOutForScreen(page);
    await expect(lab.result).toBeHidden();
  });

  await test.step('what was so up to the question is there, and what follows is nowhere', async () => {
    const lab = covered(page);
    await lab.wake();
    await expect(lab.root.getByText(COVERED)).toBeVisible();
    await expect(lab.result).toBeHidden();
    await expectOff(lab);
    await expect(lab.root.locator('[data-knob="database"] output')).toHaveText('35 ms');

    await test.step('nor is it in what a screen reader is told', async () => {
      const cells = lab.timeline.getByRole('gridcell');
      await expect(cells.filter({ visible: true })).not.toHaveCount(0);
      const names = await cells.evaluateAll((all) => all.map((cell) => cell.ariaLabel ?? ''));
      expect(names).toContain('running, from 30 ms');
      expect(names).toContain('waiting for the database, from 20 ms');
      for (const name of [...names, await lab.timeline.getAttribute('aria-label')]) {
        expect(name).not.toMatch(/\b(50|55|60) ms/);
      }
    });

    await test.step('the playhead goes back, and forward to the question', async () => {
      await lab.root.getByRole('button', { name: 'Step back' }).click();
      await expect(lab.instant).toContainText('30 ms');
      await lab.root.getByRole('button', { name: 'Step forward' }).click();
      await lab.root.getByRole('button', { name: 'Step forward' }).click();
      await expect(lab.instant).toContainText('40 ms');
    });

    await answer(page, 0, '50 ms');
    await expect(lab.root.getByText(COVERED)).toBeHidden();
    await lab.expectRows(/times in ms$/i, ONE_CORE);
    await expect(lab.preset('Two cores')).toBeEnabled();
  });

  await test.step('the known situation is whole, and off; the answer shows the other beside it', async () => {
    const lab = known(page);
    await lab.wake();
    await expect(lab.root.getByText(KNOWN)).toBeVisible();
    await expect(lab.result).toHaveText(/A ends at 70.ms and B at 85.ms/);
    await expect(lab.lane('request B')).toHaveAccessibleName(/running, 80 to 85 ms$/);
    await expect(lab.root.getByText(/^Event table/)).toBeHidden();
    await expectOff(lab);

    await answer(page, 1, '75 ms');
    await expect(lab.root.getByText(KNOWN)).toBeHidden();
    await expect(lab.result).toHaveText(/^B ends 5.ms earlier/);
    await expect(
      lab.timeline.getByRole('row', { name: /^2 cores, request B/ }),
    ).toHaveAccessibleName(/running, 75 to 80 ms$/);
    await expect(lab.root.getByRole('radio', { name: '2' })).toBeChecked();
    await expect(lab.root.getByRole('radio', { name: '2' })).toBeEnabled();
  });
});

test('whoever has answered on an earlier visit finds what was asked about', async ({ page }) => {
  await page.goto(PATH);
  await answer(page, 1, '75 ms');
  await page.reload();
  const lab = known(page);
  await lab.wake();
  await expect(lab.result).toHaveText(/^B ends 5.ms earlier/);
  await expect(lab.root.getByText(KNOWN)).toBeHidden();
});

test('“Show it now” skips the question, and the keyboard goes to the result', async ({ page }) => {
  await page.goto(PATH);
  const lab = known(page);
  await lab.wake();
  const button = lab.root.getByRole('button', { name: 'Show it now' });
  await button.press('Enter');
  await expect(lab.result).toHaveText(/^B ends 5.ms earlier/);
  await expect(lab.result).toBeFocused();
  await expect(prediction(page, 1).getByRole('status')).toHaveText(/Skipped\. It is 80.ms\./, {
    useInnerText: true,
  });
});

test('what other settings would give is held back with the situation known', async ({ page }) => {
  await page.goto('/io-vs-cpu/');
  const lab = new LabOnPage(page, 'Workload mix', 1);
  await lab.wake();
  await expect(lab.result).toHaveText(/computes for 140.ms of its 200.ms: it is CPU-bound/, {
    useInnerText: true,
  });
  const ahead = lab.result.getByText(/twice as fast/).filter({ visible: true });
  await expect(ahead).toHaveCount(0);
  await answer(page, 1, '70 ms');
  await expect(ahead).toHaveCount(1);
  await expect(lab.result).toContainText('130');
});

test('the answer moves nothing that stands above the drawing by more than a few lines', async ({
  page,
}) => {
  await page.goto(PATH);
  const lab = covered(page);
  await lab.wake();
  const gap = async () => (await boxOf(lab.timeline)).y - (await boxOf(lab.root)).y;
  const before = await gap();
  await lab.root.getByRole('button', { name: 'Show it now' }).click();
  await expect(lab.result).toBeVisible();
  expect(Math.abs((await gap()) - before)).toBeLessThan(60);
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });
  test('a waiting lab shows the situation it opens with, whole', async ({ page }) => {
    await page.goto('/io-vs-cpu/');
    const lab = new LabOnPage(page, 'Workload mix', 1);
    await expect(lab.result).toHaveText(/twice as fast it would take 130.ms/, {
      useInnerText: true,
    });
    await expect(lab.root.getByRole('button', { name: 'Show it now' })).toHaveCount(0);
    await page.goto(PATH);
    await expect(known(page).result).toHaveText(/B at 85.ms/);
    await expect(known(page).root.getByRole('table')).toBeVisible();
  });
});

test('where nothing is known the playhead is off, and no figure sets the lab before the answer', async ({
  page,
}) => {
  const show = await ownPage(new URL('.', import.meta.url));
  await show(page);
  const lab = new LabOnPage(page, 'Waiting');
  await expect(lab.root.getByText('The result is hidden until you answer')).toBeVisible();
  await expect(lab.root.getByRole('button', { name: 'Play' })).toBeDisabled();
  const length = (name: string) => lab.root.getByRole('radio', { name });
  const setter = lab.root.getByRole('button', { name: 'Set 9' });
  await setter.click();
  await expect(length('3')).toBeChecked();
  await lab.root.getByRole('button', { name: 'Show it now' }).click();
  await expect(lab.result).toHaveText('It runs for 5 ms.');
  await expect(lab.root.getByRole('button', { name: 'Play' })).toBeEnabled();
  await setter.click();
  await expect(length('9')).toBeChecked();
});
