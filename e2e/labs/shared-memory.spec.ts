// The shared-memory lab as its reader uses it: moves by hand, back and forth, another move, an order from the field.
import { LabOnPage } from '../support/lab.ts';
import { expect, test } from '../support/test.ts';

const PATH = '/labs/shared-memory/';

test('moves are made by hand, and stepping back erases nothing until another move is made', async ({
  page,
}) => {
  await page.goto(PATH);
  const lab = new LabOnPage(page, 'Shared memory');
  await lab.wake();
  const step = (thread: string) =>
    lab.root.getByRole('button', { name: `Step ${thread}`, exact: true });
  const instant = lab.instant;

  await test.step('an update is lost', async () => {
    for (const thread of 'ABAABB') await step(thread).click();
    await expect(lab.result).toContainText('the counter ends at 1 instead of 2');
    await expect(page).toHaveURL(`${PATH}?moves=ABAABB&at=6`);
    await expect(step('A')).toBeDisabled();
    await expect(step('B')).toBeDisabled();
  });

  await test.step('back goes through the same moves, and nothing is erased', async () => {
    const back = lab.root.getByRole('button', { name: 'Step back' });
    for (let move = 5; move >= 1; move -= 1) {
      await back.click();
      await expect(instant).toContainText(`move ${move} of 6`);
    }
    await expect(instant).toContainText('A loads 0. A: add next; B: load next.');
    await expect(page).toHaveURL(`${PATH}?moves=ABAABB&at=1`);
  });

  await test.step('another move replaces what followed', async () => {
    await step('A').click();
    await expect(instant).toContainText('move 2 of 2');
    await expect(page).toHaveURL(`${PATH}?moves=AA&at=2`);
  });

  await test.step('Back brings the moves back', async () => {
    await page.goBack();
    await expect(lab.result).toContainText('the counter ends at 1 instead of 2');
  });
});

test('keys make moves, and an order of the field is taken by the arrow keys', async ({ page }) => {
  await page.goto(PATH);
  const lab = new LabOnPage(page, 'Shared memory');
  await lab.wake();
  await lab.root.getByRole('region', { name: 'Both threads and their memory' }).focus();
  for (const key of 'aab') await page.keyboard.press(key);
  await expect(page).toHaveURL(`${PATH}?moves=AAB&at=3`);
  await page.keyboard.press('?');
  await expect(lab.root.getByText('thread A does its next step')).toBeVisible();
  await lab.root.getByRole('radio', { name: 'A A A B B B: counter 2', exact: true }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(lab.result).toContainText('no update is lost');
  await expect(page).toHaveURL(`${PATH}?moves=BBBAAA&at=6`);
});

test('of moves that cannot all be made the beginning is made, and it is told which cannot', async ({
  page,
}) => {
  await page.goto(`${PATH}?moves=AABAAB`);
  const lab = new LabOnPage(page, 'Shared memory');
  await lab.wake();
  await expect(
    lab.root.getByText('Move 5 of 6, A, cannot be made: thread A has ended. The first 4 are made.'),
  ).toBeVisible();
  await expect(lab.result).toContainText('The 4 moves made leave the counter at 1');
});

test('moves of an unknown thread are told, and nobody has moved', async ({ page }) => {
  await page.goto(`${PATH}?moves=ABC`);
  const lab = new LabOnPage(page, 'Shared memory');
  await lab.wake();
  await expect(
    lab.root.getByText('The link sets moves to “ABC”. Allowed: at most 1000 letters, each A or B.'),
  ).toBeVisible();
  await expect(lab.result).toContainText('No move has been made.');
});

test('it asks for no code of a timeline, of the engine, or of charts', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(PATH);
  await new LabOnPage(page, 'Shared memory').wake();
  await page.waitForLoadState('networkidle');
  expect(asked.filter((path) => /\/(shared-memory|Lab)\./.test(path))).not.toEqual([]);
  expect(
    asked.filter((path) => /\/(view|why|curves|LiveCurves|worker|idle-cpu)\.[^.]+\.js/.test(path)),
  ).toEqual([]);
});
