// A recorded run in a chapter, beside the simulated one: in words, drawn, by keyboard, as a table, without scripts.
import type { Page } from '@playwright/test';
import { boxOf, cellsOf, instantIn } from './support/lab.ts';
import { expect, test } from './support/test.ts';

const PATH = '/concurrency-vs-parallelism/';
const NAME = 'Recording: Interleaving, One core, SCHED_FIFO';
const GREATEST =
  'The greatest difference is 0.26 ms: request B ends at 60 ms simulated and at 60.26 ms recorded.';

const recordingOn = (page: Page) => page.getByRole('region', { name: NAME, exact: true });

/** Brings the recording into view and waits until it is live. */
async function wake(page: Page) {
  const recording = recordingOn(page);
  await recording.scrollIntoViewIfNeeded();
  await expect(recording.locator('xpath=ancestor::astro-island')).not.toHaveAttribute('ssr');
  await expect(recording.locator('[inert]')).toHaveCount(0);
  return recording;
}

test('a run is beside the simulated one, in words, drawn, by keyboard, and as a table', async ({
  page,
}) => {
  await page.goto(PATH);
  const recording = await wake(page);
  const chosen = recording.getByRole('region', { name: 'The chosen segment' });

  await test.step('it opens with both runs and the greatest difference', async () => {
    await expect(recording.getByText(GREATEST)).toBeVisible();
    await expect(recording.getByRole('radio', { name: 'Both' })).toBeChecked();
    const row = (name: string) => recording.getByRole('row', { name, exact: true });
    await expect(row('simulated, other work, assumed: running, 30 to 50 ms')).toHaveCount(1);
    await expect(
      row('recorded, other work, assumed: runnable, 30 to 30.07 ms; running, 30.07 to 50.07 ms'),
    ).toHaveCount(1);
    await expect(
      recording.getByText(/^Recorded: 2 vCPU AMD EPYC.*SCHED_FIFO; 31 runs\./),
    ).toBeVisible();
  });

  await test.step('a segment chosen by keyboard is set beside the same one of the other run', async () => {
    await recording.getByRole('grid').press('End');
    await expect(chosen).toContainText('Request A, 50–55 ms');
    await expect(chosen).toContainText('50.14–55.14 ms: begins 0.14 ms later, ends 0.14 ms later.');
    await expect(instantIn(recording)).toContainText('50 ms');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Home');
    await expect(chosen).toContainText('Request A, 0–0.13 ms');
    await expect(chosen).toContainText('There is no such stretch.');
  });

  await test.step('a press takes the nearest segment of its lane', async () => {
    const lane = recording.locator('[data-row="2"]');
    const { width } = await boxOf(lane);
    await lane.click({ position: { x: width * 0.2, y: 4 } });
    await expect(chosen).toContainText('Request B, 5–20 ms');
  });

  await test.step('the table has every boundary, as recorded', async () => {
    await recording.getByText('Table of boundaries, 21 rows').click();
    const table = recording.getByRole('table');
    await expect(table.locator('tbody tr')).toHaveCount(21);
    const rows = await cellsOf(table);
    expect(rows[0]).toEqual(['A', 'runnable, only recorded', '–', '0–0.127', '0.127']);
    expect(rows[1]).toEqual(['A', 'running begins', '0', '0.127', '+0.127']);
    expect(rows[17]).toEqual(['B', 'the task ends', '60', '60.255', '+0.255']);
  });

  await test.step('either run can be looked at alone', async () => {
    const first = recording.getByRole('grid').getByRole('row').first();
    await recording.getByRole('radio', { name: 'Recorded' }).check();
    await expect(recording.getByText('Choose a segment')).toBeVisible();
    await expect(first).toHaveAccessibleName(
      /^request A: runnable, 0 to 0.13 ms; running, 0.13 to/,
    );
    await expect(recording.getByText('Event table, 12 rows')).toBeVisible();
    await recording.getByRole('radio', { name: 'Simulated' }).check();
    await expect(first).toHaveAccessibleName(/^request A: running, 0 to 5 ms; waiting/);
    await expect(recording.getByText('Event table, 9 rows')).toBeVisible();
  });

  await test.step('the other recording of the chapter has its difference too', async () => {
    // It is folded away after a prediction, with its difference told in the text.
    await page.locator('choice-question').nth(1).getByRole('button', { name: 'Skip' }).click();
    await page.getByText('See that run').click();
    const recordings = page.getByRole('region', { name: /^Recording: / });
    await expect(recordings).toHaveCount(2);
    await expect(recordings.nth(1)).toContainText(/The greatest difference is 0\.23.ms/);
  });
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('drawing, words and table are there', async ({ page }) => {
    await page.goto(PATH);
    const recording = recordingOn(page);
    await expect(recording.getByText(GREATEST)).toBeVisible();
    await expect(recording.getByRole('gridcell').first()).toBeVisible();
    await expect(recording.getByRole('cell', { name: '60.255', exact: true })).toBeVisible();
    await expect(recording.getByRole('radio', { name: 'Both' })).toBeHidden();
  });
});
