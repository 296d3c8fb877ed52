// Chapter 4 as a reader goes through it: its documented tables, and predictions whose answers wait.
import { boxOf, cellsOf, LabOnPage } from './support/lab.ts';
import { expect, test } from './support/test.ts';

const PATH = '/threads/';

const row = (task: string, state: string, from: number, to: number) => [
  task,
  state,
  String(from),
  String(to),
  String(to - from),
];

test('a reader goes through tables and predictions', async ({ page }) => {
  await page.goto(PATH);
  const table = (name: RegExp) => page.getByRole('table', { name });

  await test.step('two threads that compute take turns of 4 ms, and one that waits hands the core over', async () => {
    expect(await cellsOf(table(/^Two threads that compute, slices of 4 ms/))).toEqual([
      row('A', 'running', 0, 4),
      row('A', 'runnable', 4, 8),
      row('A', 'running', 8, 12),
      row('A', 'runnable', 12, 16),
      row('A', 'running', 16, 20),
      row('B', 'runnable', 0, 4),
      row('B', 'running', 4, 8),
      row('B', 'runnable', 8, 12),
      row('B', 'running', 12, 16),
      row('B', 'runnable', 16, 20),
      row('B', 'running', 20, 24),
    ]);
    expect(await cellsOf(table(/^A thread that waits hands the core over/))).toEqual([
      row('A', 'running', 0, 4),
      row('A', 'waiting for the network', 4, 10),
      row('A', 'runnable', 10, 13),
      row('A', 'running', 13, 15),
      row('B', 'runnable', 0, 4),
      row('B', 'running', 4, 13),
    ]);
  });

  await test.step('the hog starves A without preemption and no longer with a slice: told once it is predicted', async () => {
    const question = page.locator('choice-question', {
      hasText: 'When does A give its first answer',
    });
    const lab = new LabOnPage(page, 'Scheduler');
    await lab.wake();
    await expect(lab.result).toContainText('A gives its first answer at 61 ms.');
    await expect(lab.result.getByText(/With a slice of 4 ms it would be/)).toBeHidden();
    await expect(table(/^The same with slices of 4 ms/)).toBeHidden();
    await question.getByRole('button', { name: '31 ms' }).click();
    await expect(question.getByRole('status')).toContainText('Not quite: it is 5');
    await expect(lab.result).toContainText('A gives its first answer at 5 ms.');
    await page.getByText('Both runs as tables').click();
    const starved = await cellsOf(table(/^A hog of 60 ms and A, no preemption/));
    expect(starved.slice(0, 3)).toEqual([
      row('the hog', 'running', 0, 60),
      row('A', 'runnable', 1, 60),
      row('A', 'running', 60, 61),
    ]);
    const sliced = await cellsOf(table(/^The same with slices of 4 ms/));
    expect(sliced.slice(0, 3)).toEqual([
      row('the hog', 'running', 0, 4),
      row('the hog', 'runnable', 4, 5),
      row('the hog', 'running', 5, 17),
    ]);
    expect(sliced).toContainEqual(row('A', 'running', 4, 5));
  });

  await test.step('the four jobs are scheduled by hand where the text asks for it', async () => {
    const lab = new LabOnPage(page, 'Scheduler', 1);
    await lab.wake();
    await expect(lab.result).toContainText('Choose who has the core, and for how long.');
    await expect(lab.root.getByRole('table', { name: 'Latency of each thread, ms' })).toHaveCount(
      0,
    );
    await lab.root.getByRole('button', { name: /^Run B/ }).click();
    await expect(lab.result).toContainText('15 ms of work is left.');
  });

  await test.step('a bad write ends the process and its threads, which is told once it is predicted', async () => {
    const lab = new LabOnPage(page, 'Isolation');
    await lab.wake();
    await expect(lab.result).toBeHidden();
    const question = page.locator('choice-question', { hasText: 'How many of the three threads' });
    await question.getByRole('button', { name: '2 of the three' }).click();
    await expect(lab.result).toContainText('the system ends process 1, and B with it');
  });
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('all labs and tables of the chapter are whole', async ({ page }) => {
    await page.goto(PATH);
    await page.getByText('Both runs as tables').click();
    await expect(page.getByRole('table', { name: /^The same with slices of 4 ms/ })).toBeVisible();
    for (const title of ['Thread anatomy', 'Scheduler', 'Isolation']) {
      await expect(new LabOnPage(page, title).result).toBeVisible();
    }
  });
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('what waits for a prediction says so beside the names of its lanes', async ({ page }) => {
    await page.goto(PATH);
    const lab = new LabOnPage(page, 'Thread anatomy');
    await lab.wake();
    // The veil itself covers all that follows: the place of its words.
    const words = await lab.root.getByText('predict first').evaluate((veil) => {
      const range = document.createRange();
      range.selectNodeContents(veil);
      const { top, bottom } = range.getBoundingClientRect();
      return { top: top + 2, bottom: bottom - 2 };
    });
    for (const name of ['thread A', 'thread B', 'the core']) {
      const label = await boxOf(
        lab.root.getByText(name, { exact: true }).filter({ visible: true }),
      );
      const isClear = words.top >= label.y + label.height || words.bottom <= label.y;
      expect(isClear, name).toBe(true);
    }
  });
});
