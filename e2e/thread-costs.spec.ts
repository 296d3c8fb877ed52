// Chapter 5 as a reader goes through it: predictions, the tables of the runs, and the pointers into its labs.
import { cellsOf, LabOnPage } from './support/lab.ts';
import { expect, test } from './support/test.ts';

const PATH = '/thread-costs/';

/** The states that a documented table states for a task, in order: "in line 9–23". */
async function statesOf(table: ReturnType<LabOnPage['root']['getByRole']>, task: string) {
  const rows = await cellsOf(table);
  return rows
    .filter(([name]) => name === task)
    .map(([, state, from, to]) => `${state} ${from}–${to}`);
}

test('a reader predicts what threads cost, and looks at it in the labs', async ({ page }) => {
  await page.goto(PATH);

  await test.step('the memory of 10,000 threads is held back until it is predicted, and then told by its parts', async () => {
    const lab = new LabOnPage(page, 'Thread memory');
    await lab.wake();
    await expect(lab.result).toBeHidden();
    const question = page.locator('choice-question', { hasText: '10,000 threads wait' });
    await question.getByRole('button', { name: '78,125 MiB' }).click();
    await expect(question.getByRole('status')).toContainText('Not quite: it is 338 MiB');
    await expect(question.getByRole('status')).toContainText('no thread has ever touched them');
    await expect(lab.result).toContainText('reserve 78.1 GiB of stack and have 338 MiB in use');
    await page.getByRole('link', { name: 'With 64 KiB more touched by each' }).click();
    await expect(lab.result).toContainText('have 963 MiB in use');
  });

  await test.step('a kernel that never overcommits stops at the limit that was predicted', async () => {
    const question = page.locator('choice-question', { hasText: 'Its kernel never overcommits' });
    await question.getByRole('button', { name: 'Skip' }).click();
    await expect(question.getByRole('status')).toContainText('It is 4,017');
    await page.getByRole('link', { name: 'See it in the lab above' }).click();
    const lab = new LabOnPage(page, 'Thread memory');
    await expect(lab.result).toContainText('refuses thread 4,018');
  });

  await test.step('switching is a question of bursts and of runnable threads, not of threads', async () => {
    const lab = new LabOnPage(page, 'Context switch');
    await lab.wake();
    await expect(lab.result).toContainText('21% switching');
    await expect(lab.result).toContainText('162');
    await page.getByRole('link', { name: 'With 10,000 threads that are always runnable' }).click();
    await expect(lab.result).toContainText('36%');
    await page.getByRole('link', { name: 'Let 10,000 threads wait' }).click();
    await expect(lab.result).toContainText('10,000 threads');
    await expect(lab.result).not.toContainText('36%');
  });
});

test('four tasks on two workers: the tables say what the lab draws', async ({ page }) => {
  await page.goto(PATH);
  const question = page.locator('choice-question', { hasText: 'When is A done?' });
  await question.getByRole('button', { name: 'Skip' }).click();
  await page.getByText('This run, and the same work with a thread for each task').click();
  await page.getByText('The run with two pinned tasks, as a table').click();
  const freed = page.getByRole('table', { name: /^Four lightweight tasks on two workers/ });
  expect(await statesOf(freed, 'A')).toEqual([
    'running 0–3',
    'waiting for the database 3–9',
    'runnable 9–10',
    'running 10–13',
  ]);
  const held = page.getByRole('table', { name: /^C and D hold their workers/ });
  expect(await statesOf(held, 'A')).toEqual([
    'running 0–3',
    'waiting for the database 3–9',
    'in line 9–23',
    'running 23–26',
  ]);
  const threads = page.getByRole('table', { name: /^The same four with a thread each/ });
  expect((await statesOf(threads, 'D')).at(-1)).toBe('running 26–28');
  const lab = new LabOnPage(page, 'Many on few', 1);
  await lab.wake();
  await expect(lab.lane('task A')).toHaveAccessibleName(/in line, 9 to 23 ms/);
  await expect(lab.lane('worker 1')).toHaveAccessibleName(/held by C.*5 to 21 ms/);
});

test('a pinned task’s question is asked before its lab tells, and more workers help where cores do not', async ({
  page,
}) => {
  await page.goto(PATH);
  const lab = new LabOnPage(page, 'Many on few', 1);
  await lab.wake();
  await expect(lab.result).toBeHidden();
  const question = page.locator('choice-question', { hasText: 'When is A done?' });
  await question.getByRole('button', { name: '26 ms' }).click();
  await expect(question.getByRole('status')).toContainText('Right');
  await expect(lab.result).toContainText('A gets no worker until 23');
  await page.getByRole('link', { name: 'A second core' }).click();
  await expect(lab.result).toBeVisible();
  await page.getByRole('link', { name: 'Two more workers' }).click();
  await expect(lab.root.getByRole('slider', { name: 'Worker threads' })).toHaveValue('4');
});
