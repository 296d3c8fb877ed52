// The deadlock lab as its reader uses it: into the deadlock and out of it by buttons, on the board by mouse, keys and
// finger, the graph of who waits, a remedy taken, and the whole without scripts and on paper.
import { seriousViolations } from '../support/axe.ts';
import { boxOf, LabOnPage } from '../support/lab.ts';
import { layOutForPaper } from '../support/print.ts';
import { expect, test } from '../support/test.ts';

const PATH = '/labs/deadlock/';

class Deadlock extends LabOnPage {
  constructor(page: LabOnPage['page']) {
    super(page, 'Deadlock');
  }
  step(thread: string) {
    return this.root.getByRole('button', { name: `Step ${thread}`, exact: true });
  }
  get board() {
    return this.root.getByRole('grid', { name: 'The board' });
  }
  square(a: number, b: number) {
    return this.board.getByRole('gridcell', { name: `A ${a}, B ${b}: ` });
  }
  /** Who waits for whom, as it is heard. */
  get graph() {
    return this.root.getByRole('list', { name: 'Who waits for whom' }).getByRole('listitem');
  }
  get why() {
    return this.root.getByRole('region', { name: 'Why' });
  }
  remedy(name: string) {
    return this.root.getByRole('radiogroup', { name: 'Remedy' }).getByRole('radio', { name });
  }
  /** The square on which the disc is. */
  get here() {
    return this.board.locator('[aria-selected="true"]');
  }
}

async function open(page: LabOnPage['page'], search = '') {
  const lab = new Deadlock(page);
  await lab.open(`${PATH}${search}`);
  return lab;
}

test('a reader goes into the deadlock and out of it, by buttons, by mouse and by keys', async ({
  page,
}) => {
  await test.step('step by step until both hang; a move back, and another way ends', async () => {
    const lab = await open(page);

    await test.step('A and B come to wait for each other', async () => {
      await expect(lab.graph).toHaveText(['No thread is blocked.']);
      for (const thread of 'AAB') await lab.step(thread).click();
      await expect(lab.graph).toHaveText(['A waits for y, which B holds.']);
      await lab.step('B').click();
      await expect(lab.graph).toHaveText([
        'A waits for y, which B holds.',
        'B waits for x, which A holds.',
        'A cycle: neither can go on.',
      ]);
      await expect(lab.result).toContainText('After 4 moves both threads wait for ever');
      await expect(lab.instant).toContainText('Neither can go on');
      await expect(lab.step('A')).toBeDisabled();
      await expect(lab.step('B')).toBeDisabled();
      await expect(page).toHaveURL(`${PATH}?moves=AABB`);
    });

    await test.step('it is said why, of the other one too', async () => {
      await expect(lab.why).toContainText('A, from move 3');
      await expect(lab.why).toContainText(
        'Step back to move 2: if A goes on from there, both can finish.',
      );
      await lab.why.getByRole('button', { name: 'Show B' }).click();
      await expect(lab.why).toContainText('B, from move 4');
    });

    await test.step('two moves back A goes on, and both end', async () => {
      for (let move = 0; move < 2; move += 1) {
        await lab.root.getByRole('button', { name: 'Step back' }).click();
      }
      await expect(lab.graph).toHaveText(['No thread is blocked.', 'A holds x.']);
      for (const thread of 'AAAABBBBBB') await lab.step(thread).click();
      await expect(lab.result).toContainText('In this order both threads end, after 12 moves.');
      await expect(page).toHaveURL(`${PATH}?moves=AAAAAABBBBBB`);
    });

    await test.step('Back brings the moves before it back', async () => {
      await page.goBack();
      await expect(lab.result).not.toContainText('both threads end');
    });
  });

  await test.step('on the board a neighbouring square is a step, and one of the path goes back', async () => {
    const lab = await open(page);
    for (const [a, b] of [
      [1, 0],
      [2, 0],
      [2, 1],
      [2, 2],
    ] as const)
      await lab.square(a, b).click();
    await expect(lab.here).toHaveAccessibleName('A 2, B 2: both wait for ever');
    await expect(page).toHaveURL(`${PATH}?moves=AABB`);

    await lab.square(1, 0).click();
    await expect(lab.instant).toContainText('move 1 of 4');
    await expect(lab.here).toHaveAccessibleName('A 1, B 0: both can still end');
    // What cannot be reached in a step, and has not been, is no way.
    await lab.square(5, 5).click();
    await expect(lab.here).toHaveAccessibleName('A 1, B 0: both can still end');
    await expect(page).toHaveURL(`${PATH}?moves=AABB&at=1`);
  });

  await test.step('the board has one tab stop; arrows move A and B, and back', async () => {
    const lab = await open(page);
    await lab.step('B').focus();
    await page.keyboard.press('Tab');
    await expect(lab.board).toBeFocused();
    for (const key of ['ArrowRight', 'ArrowUp', 'ArrowUp']) await page.keyboard.press(key);
    await expect(page).toHaveURL(`${PATH}?moves=ABB`);
    await expect(lab.here).toHaveAccessibleName(/^A 1, B 2: doomed/);
    const active = await lab.board.getAttribute('aria-activedescendant');
    await expect(lab.here).toHaveId(active ?? '');
    for (const key of ['ArrowLeft', 'ArrowDown']) await page.keyboard.press(key);
    await expect(lab.here).toHaveAccessibleName('A 1, B 0: both can still end');
    await page.keyboard.press('?');
    await expect(lab.root.getByText('on the board: A does its next step, or B')).toBeVisible();
    await page.keyboard.press('Tab');
    await expect(lab.root.getByRole('slider', { name: 'The moves' })).toBeFocused();
  });
});

test('each remedy and each case shows what becomes of it, also on paper', async ({ page }) => {
  await test.step('a remedy leaves no deadlock on the board, and its moves are made as far as they can be', async () => {
    const lab = await open(page, '?moves=AABB');
    await expect(lab.board.getByRole('gridcell', { name: 'wait for ever' })).toHaveCount(1);
    await expect(lab.board.getByRole('gridcell', { name: 'doomed' })).toHaveCount(3);
    const legend = lab.root.getByRole('list', { name: 'What the squares mean' });
    await expect(legend).toContainText('3 doomed');
    await expect(legend).toContainText('1 deadlock');

    await lab.remedy('as written').focus();
    await page.keyboard.press('ArrowRight');
    await expect(lab.remedy('same order')).toBeChecked();
    await expect(lab.board.getByRole('gridcell', { name: /wait for ever|doomed/ })).toHaveCount(0);
    await expect(
      lab.root.getByText(
        'Move 3 of 4, B, cannot be made: thread B waits for x, which A holds. The first 2 are made.',
      ),
    ).toBeVisible();
    await expect(page).toHaveURL(/remedy=order/);

    await lab.remedy('as written').check();
    await expect(lab.result).toContainText('wait for ever');
    await expect(lab.board.getByRole('gridcell', { name: 'wait for ever' })).toHaveCount(1);
  });

  await test.step('a livelock goes round on the board and is named', async () => {
    const lab = await open(page);
    await lab.preset('A livelock').click();
    await expect(lab.result).toContainText('everything stands as it did after move 10');
    await expect(lab.remedy('try, then back off')).toBeChecked();
    await expect(lab.instant).toContainText('move 20 of 20');
    await lab.root.getByRole('button', { name: 'To the start' }).click();
    const forward = lab.root.getByRole('button', { name: 'Step forward' });
    const been = [];
    for (let move = 0; move < 10; move += 1) {
      await forward.click();
      await expect(lab.instant).toContainText(`move ${move + 1} of 20`);
      been.push(await lab.here.getAttribute('aria-label'));
    }
    expect(new Set(been).size).toBeGreaterThan(5);
    await expect(lab.here).toHaveAccessibleName(/^A 0, B 0: /);
    await expect(lab.why).toContainText('10 moves');
  });

  await test.step('the database rolls back whichever transaction goes on in the cycle', async () => {
    const lab = await open(page, '?case=transactions&remedy=rollback&moves=AB');
    await expect(lab.graph.last()).toHaveText('A cycle: one of them is rolled back.');
    await expect(lab.why).toContainText('deadlock_timeout, 1 s by default');
    await lab.step('A').click();
    await expect(lab.instant).toContainText('A is rolled back');
    await expect(lab.graph).toHaveText(['B waits for row 1, which A holds.']);
  });

  await test.step('philosophers sit around a table: a ring of waits, and counts instead of a board', async () => {
    const lab = await open(page);
    await lab.preset('Dining philosophers').click();
    await expect(lab.board).toHaveCount(0);
    await lab.root.getByRole('button', { name: 'To the start' }).click();
    for (const thread of 'ABCDE') {
      await expect(lab.step(thread)).toBeEnabled();
      await lab.step(thread).click();
    }
    await expect(lab.graph.last()).toHaveText('A cycle of 5: none can go on.');
    await expect(lab.graph).toHaveCount(6);
    const counts = lab.root.getByRole('table', { name: 'Over all orders' });
    await expect(
      counts
        .getByRole('row', { name: /^ask a waiter/ })
        .getByRole('cell')
        .last(),
    ).toHaveText('0');
    await lab.root.getByRole('radio', { name: '3', exact: true }).check();
    await expect(lab.step('D')).toHaveCount(0);
    await expect(lab.instant).toContainText('move 0 of 0');
  });

  await test.step('what each case and remedy shows keeps the rules of accessibility', async () => {
    const lab = await open(page);
    for (const search of ['?moves=AABB', '?case=philosophers&moves=ABCDE']) {
      await lab.goTo(search);
      expect(await seriousViolations(page)).toEqual([]);
    }
  });

  await test.step('on paper the graph and the reasons are those of the end, and nothing can be pressed', async () => {
    const lab = await open(page, '?moves=AABB');
    await expect(lab.instant).toContainText('move 4 of 4');
    await layOutForPaper(page);
    await expect(lab.root.getByText('After move 4', { exact: true })).toBeVisible();
    await expect(lab.graph.filter({ visible: true }).last()).toHaveText(
      'A cycle: neither can go on.',
    );
    await expect(lab.why.filter({ visible: true })).toContainText('A, from move 3');
    await expect(lab.step('A')).toBeHidden();
    await expect(lab.board).toBeVisible();
  });
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('squares of 44 px are tapped, and nothing is wider than the page', async ({ page }) => {
    const lab = await open(page);
    const { width, height } = await boxOf(lab.square(1, 0));
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(44);
    await lab.square(1, 0).tap();
    await lab.square(1, 1).tap();
    await expect(lab.here).toHaveAccessibleName(/^A 1, B 1: doomed/);
    await expect(page).toHaveURL(`${PATH}?moves=AB`);
    // Bars are too narrow for "lock x" there, and beside the buttons stands that it is too late.
    await expect(lab.root.getByText('+x', { exact: true })).toBeVisible();
    await expect(lab.root.getByText('+x locks x, −x unlocks it')).toBeVisible();
    await expect(lab.instant).toContainText('It is now too late');
    for (const size of [390, 320]) {
      await page.setViewportSize({ width: size, height: 700 });
      for (const search of [
        '?moves=AABB',
        '?case=transactions&remedy=rollback&moves=AB',
        '?remedy=back-off&moves=ABAABBAABB',
        '?case=philosophers&moves=ABCDE',
        '?case=philosophers&remedy=one',
      ]) {
        await lab.goTo(search);
        expect(await page.evaluate(() => document.documentElement.scrollWidth), search).toBe(size);
      }
    }
  });
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('the board, the remedies with what they prove, and all states are there', async ({
    page,
  }) => {
    await page.goto(PATH);
    const lab = new Deadlock(page);
    await expect(lab.board).toBeVisible();
    await expect(lab.square(2, 2)).toHaveAccessibleName('A 2, B 2: both wait for ever');
    await expect(lab.root.getByText('6 of 12 orders hang')).toBeVisible();
    await expect(
      lab.root.getByRole('table', { name: 'All 32 states' }).getByRole('row'),
    ).toHaveCount(33);
    await expect(lab.step('A')).toHaveCount(0);
    await expect(lab.root.getByRole('radio', { disabled: false })).toHaveCount(0);
  });
});
