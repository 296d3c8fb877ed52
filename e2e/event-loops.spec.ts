// Chapter 7 as a reader goes through it: predictions, the table of the held loop, and the pointers into its labs.
import { cellsOf, LabOnPage } from './support/lab.ts';
import { expect, test } from './support/test.ts';

const PATH = '/event-loops/';

/** The states that a documented table states for a task, in order: "running 0–2". */
async function statesOf(table: ReturnType<LabOnPage['root']['getByRole']>, task: string) {
  const rows = await cellsOf(table);
  return rows
    .filter(([name]) => name === task)
    .map(([, state, from, to]) => `${state} ${from}–${to}`);
}

test('with short callbacks one loop answers everyone as if each were alone', async ({ page }) => {
  await page.goto(PATH);
  const lab = new LabOnPage(page, 'Event loop');
  await lab.wake();
  await expect(lab.result).toContainText('A is answered after 14 ms');
});

test('what a callback that computes does to the others is told once it is predicted, row by row', async ({
  page,
}) => {
  await page.goto(PATH);
  const lab = new LabOnPage(page, 'Event loop', 1);
  await lab.wake();
  await expect(lab.result).toBeHidden();
  const table = page.getByRole('table', { name: /^C’s callback computes for 30 ms/ });
  await expect(table).toBeHidden();
  const question = page.locator('choice-question', { hasText: 'How long after its arrival' });
  await question.getByRole('button', { name: '14 ms' }).click();
  await expect(question.getByRole('status')).toContainText('Not quite: it is 43 ms');
  await expect(question.getByRole('status')).toContainText('when this one returns');
  await expect(lab.result).toContainText('its user gets the answer at 43 ms');
  await page.getByText('This run as a table').click();
  expect(await statesOf(table, 'A')).toEqual([
    'running 0–2',
    'waiting for the database 2–12',
    'in line for the loop 12–41',
    'running 41–43',
  ]);
  expect((await statesOf(table, 'E'))[0]).toBe('in line for the loop 20–45');
  expect((await statesOf(table, 'the timer')).at(-1)).toBe('running 47–48');
});

test('a timer behind microtasks: asked before it is told, then in a table and in the lab above', async ({
  page,
}) => {
  await page.goto(PATH);
  const before = page.locator('choice-question', { hasText: 'How long after its arrival' });
  await before.getByRole('button', { name: 'Skip' }).click();
  const table = page.getByRole('table', { name: /^Promise callbacks go before all/ });
  const question = page.locator('choice-question', {
    hasText: 'By how many ms is the timer late?',
  });
  await question.getByRole('button', { name: '7 ms' }).click();
  await expect(question.getByRole('status')).toContainText('Not quite: it is 31 ms');
  await page.getByText('The run with microtasks, as a table').click();
  expect(await statesOf(table, 'the timer')).toEqual([
    'set for 5 ms 0–5',
    'in line for the loop 5–36',
    'running 36–37',
  ]);
  await page.getByRole('link', { name: 'Step through it in the lab above' }).click();
  await expect(new LabOnPage(page, 'Event loop', 1).result).toContainText('31 ms late');
});

test('computing in pieces is asked about, and each way out is set in the lab beside its text', async ({
  page,
}) => {
  await page.goto(PATH);
  const lab = new LabOnPage(page, 'Event loop', 2);
  await lab.wake();
  await expect(lab.result).toBeHidden();
  const question = page.locator('choice-question', { hasText: 'in twelve pieces of 5 ms' });
  await question.getByRole('button', { name: '77 ms' }).click();
  await expect(question.getByRole('status')).toContainText('Right');
  await expect(lab.result).toContainText('C after 77 ms');
  for (const [link, said] of [
    ['With pieces of 5 ms', 'A is answered after 18 ms, C after 47 ms'],
    ['On a pool of threads', 'A is answered after 14 ms, C after 37 ms'],
    ['Two processes on two cores', 'A is answered after 43 ms'],
    ['With a thread for each request', 'A is answered after 17 ms, C after 47 ms'],
  ] as const) {
    await page.getByRole('link', { name: link }).click();
    await expect(lab.result).toContainText(said);
  }
});

test('a full pool of four is asked about before its lab tells, and a larger one helps', async ({
  page,
}) => {
  await page.goto(PATH);
  const files = new LabOnPage(page, 'Event loop', 3);
  await files.wake();
  await expect(files.result).toBeHidden();
  const last = page.locator('choice-question', { hasText: 'After how long is the last answered?' });
  await last.getByRole('button', { name: '127 ms' }).click();
  await expect(last.getByRole('status')).toContainText('Not quite: it is 43 ms');
  await expect(files.result).toContainText('the last after 43 ms');
  await page.getByRole('link', { name: 'With a pool of eight' }).click();
  await expect(files.result).toContainText('the last after 27 ms');
});

test('four queries together take as long as one', async ({ page }) => {
  await page.goto(PATH);
  const lab = new LabOnPage(page, 'Event loop', 4);
  await lab.wake();
  await expect(lab.result).toContainText('205 ms');
  await page.getByRole('link', { name: 'asks for all and then waits' }).click();
  await expect(lab.result).toContainText('52 ms');
});
