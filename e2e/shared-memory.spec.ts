// The second part of chapter 4 as a reader goes through it: an update lost by hand, tables, predictions, remedies.
import { cellsOf, LabOnPage } from './support/lab.ts';
import { expect, test } from './support/test.ts';

const PATH = '/shared-memory/';
const MEMORY = 'Shared memory';

const step = (lab: LabOnPage, thread: string) =>
  lab.root.getByRole('button', { name: `Step ${thread}`, exact: true });

test('a reader loses an update, mends it, runs into a deadlock and stands in line', async ({
  page,
}) => {
  await page.goto(PATH);

  await test.step('a reader loses an update by hand, and finds that order in the table below', async () => {
    const table = page.getByRole('table', { name: /^A lost update: B loads before A stores/ });
    const moves = (await cellsOf(table)).slice(1);
    expect(moves.map(([, thread, does]) => `${thread} ${does}`)).toEqual([
      'A loads 0',
      'B loads 0',
      'A adds 1',
      'A stores 1',
      'B adds 1',
      'B stores 1',
    ]);
    const lab = new LabOnPage(page, MEMORY);
    await lab.wake();
    for (const [, thread] of moves) await step(lab, thread as string).click();
    await expect(lab.result).toContainText('the counter ends at 1 instead of 2');
    await expect(lab.instant).toContainText('move 6 of 6');
  });

  await test.step('the least that six updates can leave is told once it is predicted, and that order is stepped', async () => {
    const lab = new LabOnPage(page, MEMORY);
    await lab.wake();
    const question = page.locator('choice-question', { hasText: 'What is the lowest' });
    await expect(page.getByRole('link', { name: 'Step through that order' })).toBeHidden();
    await question.getByRole('button', { name: '3', exact: true }).click();
    await expect(question.getByRole('status')).toContainText('Not quite: it is 2');
    await page.getByRole('link', { name: 'Step through that order' }).click();
    await expect(lab.result).toContainText('the counter ends at 2 instead of 6');
  });

  await test.step('a case is broken and mended where the text says so', async () => {
    await page.getByRole('link', { name: 'Two requests buy the same seat' }).click();
    const lab = new LabOnPage(page, MEMORY, 1);
    await lab.wake();
    await expect(lab.result).toContainText('the one seat is sold twice');
    await expect(lab.result).toContainText('12 of the 16 orders sell the seat twice');
    await page.getByRole('link', { name: 'The fix is one statement' }).click();
    await expect(lab.result).toContainText('none of the 4 orders sells the seat twice');
  });

  await test.step('what is known of the deadlock stays in sight while it is asked when it is certain', async () => {
    const lab = new LabOnPage(page, 'Deadlock');
    await lab.wake();
    await expect(lab.result).toBeHidden();
    const code = lab.root.getByRole('table').filter({ hasText: 'instruction' });
    await expect(code).toHaveCount(2);
    await expect(
      code
        .first()
        .getByRole('row', { name: /lock x/ })
        .first(),
    ).toContainText('1');
    await expect(code.first().getByRole('row', { name: /read x/ })).toHaveText('next: read x', {
      useInnerText: true,
    });
    await expect(step(lab, 'B')).toBeDisabled();
    await lab.root.getByRole('group', { name: /who waits for whom/ }).press('b');
    await expect(lab.instant).toContainText('move 1 of 4');
    await expect(page.getByRole('table', { name: 'The way into the deadlock' })).toBeHidden();
    const question = page.locator('choice-question', { hasText: 'is it too late' });
    await question.getByRole('button', { name: 'after move 3' }).click();
    await expect(lab.result).toContainText('After 4 moves both threads wait for ever');
    const way = await cellsOf(page.getByRole('table', { name: 'The way into the deadlock' }));
    expect(way.at(-1)).toEqual(['4', 'B', 'reads y', 'A', 'B', 'A for y, B for x']);
    await page.getByRole('link', { name: 'The same order for all' }).click();
    await expect(lab.result).toContainText('None of the 2 orders hangs');
  });

  await test.step('three threads behind one lock are each blocked for 5 ms in every 15', async () => {
    const question = page.locator('choice-question', { hasText: 'How many times the throughput' });
    await question.getByRole('button', { name: '2×' }).click();
    await page.getByText('Three threads behind one lock, as a table').click();
    const rows = await cellsOf(page.getByRole('table', { name: /^Three threads on three cores/ }));
    const later = rows.filter(([task, , from]) => task === 'thread 2' && Number(from) >= 5);
    expect(later.slice(0, 4).map(([, state, from, to]) => [state, from, to])).toEqual([
      ['blocked', '5', '10'],
      ['running', '10', '20'],
      ['blocked', '20', '25'],
      ['running', '25', '35'],
    ]);
  });
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('all labs and tables of the chapter are whole', async ({ page }) => {
    await page.goto(PATH);
    for (const title of [MEMORY, 'Deadlock', 'Behind one lock']) {
      await expect(new LabOnPage(page, title).result).toBeVisible();
    }
    await expect(page.getByRole('table', { name: 'The way into the deadlock' })).toBeVisible();
  });
});
