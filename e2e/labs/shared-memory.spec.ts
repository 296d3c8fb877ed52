// The shared-memory lab as its reader uses it: moves by hand until an update is lost, by mouse, keys and finger; an order
// from the field stepped through; a remedy that leaves none; each case, its link, no scripts, paper, phones.
import type { Page } from '@playwright/test';
import { boxOf, LabOnPage, openLab } from '../support/lab.ts';
import { layOutForPaper } from '../support/print.ts';
import { expect, test } from '../support/test.ts';

const PATH = '/labs/shared-memory/';

async function open(page: Page, query = '') {
  const lab = await openLab(page, 'Shared memory', `${PATH}${query}`);
  const memory = lab.root.getByRole('group', { name: 'The threads and their memory' });
  return {
    lab,
    memory,
    why: lab.root.getByRole('region', { name: 'Why' }),
    orders: lab.root.getByRole('radiogroup', { name: /^All .* orders/ }).getByRole('radio'),
    order: (name: string | RegExp) => lab.root.getByRole('radio', { name }),
    step: (thread: string) => memory.getByRole('button', { name: `Step ${thread}`, exact: true }),
    forward: lab.root.getByRole('button', { name: 'Step forward' }),
    toStart: lab.root.getByRole('button', { name: 'To the start' }),
    choose: (name: string) => lab.root.getByRole('radio', { name, exact: true }).check(),
    /** What a box of the memory holds. */
    box: (name: string) =>
      memory
        .locator('dl > div', {
          has: page.locator('dt > :first-child', { hasText: new RegExp(`^${name}$`) }),
        })
        .locator('dd'),
  };
}

test('an update is lost by hand and by keys, and a remedy leaves no way to lose it', async ({
  page,
}) => {
  await test.step('moves are made by hand, and stepping back erases nothing until another move is made', async () => {
    const { lab, step, box, why } = await open(page);

    await test.step('an update is lost', async () => {
      await expect(lab.result).toHaveText(
        'No move has been made. Choose which thread does its next step.',
      );
      await step('A').click();
      await expect(lab.result).toContainText('9 of the 10 orders that begin like this');
      await step('B').click();
      await expect(lab.result).toContainText('All 6 orders that begin like this lose an update');
      for (const thread of 'AABB') await step(thread).click();
      await expect(lab.result).toContainText('the counter ends at 1 instead of 2');
      await expect(page).toHaveURL(`${PATH}?moves=ABAABB`);
      await expect(box('counter')).toHaveText('1 was 1');
      await expect(step('A')).toBeDisabled();
      await expect(step('B')).toBeDisabled();
    });

    await test.step('back goes through the same moves, and nothing is erased', async () => {
      const back = lab.root.getByRole('button', { name: 'Step back' });
      for (let move = 5; move >= 1; move -= 1) {
        await back.click();
        await expect(lab.instant).toContainText(`move ${move} of 6`);
        if (move === 4)
          await expect(why).toContainText('B does not know: it saw counter 0 at move 2');
      }
      await expect(lab.instant).toContainText('A loads 0. A: add next; B: load next');
      await expect(box('A’s r')).toHaveText('0');
      await expect(page).toHaveURL(`${PATH}?moves=ABAABB&at=1`);
    });

    await test.step('another move replaces what followed', async () => {
      await step('A').click();
      await expect(lab.instant).toContainText('move 2 of 2');
      await expect(page).toHaveURL(`${PATH}?moves=AA`);
    });

    await test.step('Back brings the moves back', async () => {
      await page.goBack();
      await expect(lab.result).toContainText('the counter ends at 1 instead of 2');
    });
  });

  await test.step('keys make moves until an update is lost, and go through the orders of the field', async () => {
    const { lab, memory, order } = await open(page);
    await expect(lab.root.getByText('Enter goes to its beginning')).toBeVisible();
    await memory.focus();
    for (const key of 'abaabb') await page.keyboard.press(key);
    await expect(lab.result).toContainText('the counter ends at 1 instead of 2');
    await expect(order(/^A B A A B B: /)).toBeChecked();
    await page.keyboard.press('?');
    await expect(lab.root.getByText('the thread of that letter does its next step')).toBeVisible();

    await test.step('an arrow key takes the next order and shows its end', async () => {
      await order('A A A B B B: counter 2').focus();
      await page.keyboard.press('ArrowDown');
      await expect(lab.result).toContainText('no update is lost');
      await expect(page).toHaveURL(`${PATH}?moves=BBBAAA`);
    });

    await test.step('Enter goes to its beginning', async () => {
      await page.keyboard.press('Enter');
      await expect(page).toHaveURL(`${PATH}?moves=BBBAAA&at=0`);
      await expect(lab.instant).toContainText('move 0 of 6');
    });
  });

  await test.step('an order of the field is a witness that can be stepped through', async () => {
    const { lab, orders, order, box, toStart, forward } = await open(page, '?case=seat');
    await expect(orders).toHaveCount(16);
    await expect(lab.root.getByText('a request that finds no seat stops early')).toBeVisible();
    await order(/^A B B A A B: sold 2/).click({ force: true });
    await expect(lab.result).toContainText('the one seat is sold twice');
    await expect(box('sold')).toHaveText('2 was 1');
    await toStart.click();
    await expect(box('sold')).toHaveText('0');
    const sold = [];
    for (let move = 1; move <= 6; move += 1) {
      await forward.click();
      await expect(lab.instant).toContainText(`move ${move} of 6`);
      sold.push(await box('sold').locator('span').textContent());
    }
    expect(sold).toEqual(['0', '0', '0', '0', '1', '2']);
  });

  await test.step('a remedy leaves no order that breaks it, and moves that no longer fit are told', async () => {
    const { lab, orders, choose, step, memory } = await open(page, '?moves=ABAABB');
    await expect(orders).toHaveCount(20);
    await choose('a lock');
    await expect(lab.result).toContainText('A mutex: none of the 2 orders loses an update.');
    await expect(orders).toHaveCount(2);
    await expect(
      lab.root.getByText('Move 2 of 6, B, cannot be made: thread B waits for m, which A holds.'),
    ).toBeVisible();
    await lab.root.getByRole('button', { name: 'Step forward' }).click();
    await expect(memory).toContainText('blocked');
    await expect(step('B')).toBeDisabled();
    for (let move = 0; move < 4; move += 1) await step('A').click();
    for (let move = 0; move < 5; move += 1) await step('B').click();
    await expect(lab.result).toContainText('the counter ends at 2');
    await choose('atomic step');
    await expect(lab.result).toContainText('An atomic add: none of the 2 orders loses an update.');
  });
});

for (const { tab, label, variable, end, text } of [
  {
    tab: 'The last seat',
    label: 'Check, then sell',
    variable: 'sold',
    end: '2',
    text: 'SELECT seats FROM flights',
  },
  {
    tab: 'Charged twice',
    label: 'Check, then insert',
    variable: 'charges',
    end: '2',
    text: 'provider.charge',
  },
  {
    tab: 'The stale answer',
    label: 'Read, then write to the cache',
    variable: 'cache',
    end: '1',
    text: 'cache.set(7, price)',
  },
  {
    tab: 'Write skew',
    label: 'Check the other, then leave',
    variable: 'alice',
    end: '0',
    text: 'UPDATE doctors',
  },
]) {
  test(`${tab}: broken as it is written, in the words of its code, and its link says so`, async ({
    page,
  }) => {
    const { lab, box, toStart, forward } = await open(page);
    await lab.preset(tab).click();
    const code = lab.root.getByRole('region', { name: 'In your code' });
    await expect(code).toContainText(label);
    await expect(code).toContainText(text);
    const told = await lab.result.textContent();
    expect(told).toMatch(/ of the \d+ orders /);
    await expect(page).toHaveURL(/case=\w+&moves=\w+$/);
    const address = page.url();
    await page.reload();
    await expect(lab.result).toHaveText(told as string);
    await expect(page).toHaveURL(address);
    await toStart.click();
    for (let move = 0; move < 6; move += 1) await forward.click();
    await expect(box(variable).locator('span').first()).toHaveText(end);
  });
}

test('three threads with three increments each are counted away from the page', async ({
  page,
}) => {
  const { lab, orders } = await open(page, '?threads=3&increments=2');
  const works: string[] = [];
  page.on('worker', (worker) => works.push(new URL(worker.url()).pathname));
  await lab.root
    .getByRole('radiogroup', { name: 'Increments each' })
    .getByRole('radio', { name: '3' })
    .check();
  await expect(lab.result).toContainText('All but 1,680 of the 2.28 × 10¹¹ orders lose an update.');
  expect(works).toEqual([expect.stringMatching(/\/worker[^/]*\.js$/)]);
  await expect(orders).toHaveCount(24);
  await expect.poll(() => page.workers().length).toBe(0);
  const rows = await lab.rowsOf('What the 227,873,431,500 orders end in');
  expect(rows.map((cells) => cells.slice(0, 2))).toContainEqual(['counter 9', '1,680']);
  const last = orders.last();
  await last.click({ force: true });
  await expect(lab.result).toContainText('the counter ends at 2 instead of 9');
});

test('moves that cannot be made are told, and on paper all orders are there', async ({ page }) => {
  await test.step('of moves that cannot all be made the beginning is made, and it is told which cannot', async () => {
    const { lab } = await open(page, '?moves=AABAAB');
    await expect(
      lab.root.getByText(
        'Move 5 of 6, A, cannot be made: thread A has ended. The first 4 are made.',
      ),
    ).toBeVisible();
    await expect(lab.result).toContainText('After 4 moves: counter 1.');
  });

  await test.step('moves of an unknown thread are told, and nobody has moved', async () => {
    const { lab } = await open(page, '?moves=ABD');
    await expect(
      lab.root.getByText(
        'The link sets moves to “ABD”. Allowed: at most 1000 letters, each A, B or C.',
      ),
    ).toBeVisible();
    await expect(lab.result).toContainText('No move has been made.');
  });

  await test.step('on paper all orders are there, and no ring', async () => {
    const { order } = await open(page, '?moves=ABAABB&at=4');
    await layOutForPaper(page);
    await expectWhole(page);
    const cell = order(/^A B A A B B: /).locator('xpath=..');
    await expect(cell).toHaveCSS('outline-style', 'none');
    await expect(page.getByText('after move 4', { exact: true })).toBeVisible();
    await expect(page.getByText('choose one')).toBeHidden();
  });
});

test('it asks for no code of a timeline, of the engine, or of charts', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await open(page);
  await page.waitForLoadState('networkidle');
  expect(asked.filter((path) => /\/(shared-memory|Lab)\./.test(path))).not.toEqual([]);
  expect(
    asked.filter((path) => /\/(view|why|curves|LiveCurves|worker|idle-cpu)\.[^.]+\.js/.test(path)),
  ).toEqual([]);
});

/** All 20 orders drawn, none to be pressed; what was measured; the table of all orders. */
async function expectWhole(page: Page) {
  const lab = new LabOnPage(page, 'Shared memory');
  const field = lab.root.getByRole('radiogroup', { name: 'All 20 orders of the moves' });
  await expect(field.locator('svg')).toHaveCount(20);
  for (const svg of await field.locator('svg').all()) await expect(svg).toBeVisible();
  await expect(lab.root.getByRole('table', { name: 'How often an update is lost' })).toContainText(
    '28–50%',
  );
  await expect(
    lab.root.getByRole('table', { name: 'All 20 orders' }).locator('tbody tr'),
  ).toHaveCount(20);
  await expect(lab.root.getByText('mov rax, [counter]')).toBeVisible();
  await expect(lab.root.getByRole('button')).toHaveCount(0);
}

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('all orders are there, and nothing to press', async ({ page }) => {
    await page.goto(PATH);
    await expectWhole(page);
    await expect(page.getByText('choose one')).toBeHidden();
    for (const order of await page.getByRole('radiogroup').getByRole('radio').all()) {
      await expect(order).toBeDisabled();
    }
  });
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('a finger loses an update, and takes an order from the field', async ({ page }) => {
    const { lab, step, order } = await open(page);
    await expect(lab.root.getByText('choose one to see its end')).toBeVisible();
    await expect(lab.root.getByText('Enter goes to its beginning')).toBeHidden();
    for (const thread of 'ABAABB') await step(thread).tap();
    await expect(lab.result).toContainText('the counter ends at 1 instead of 2');
    await order('B B B A A A: counter 2').locator('xpath=..').tap();
    await expect(lab.result).toContainText('no update is lost');
  });

  test('a bracket’s words are whole and lie over no name, at every width', async ({ page }) => {
    const { lab } = await open(page);
    for (const width of [390, 320]) {
      await page.setViewportSize({ width, height: 844 });
      for (const [query, text] of [
        ['?moves=ABAABB&at=4', 'counter is 1, B saw 0'],
        ['?moves=BABBAA&at=4', 'counter is 1, A saw 0'],
        ['?case=seat&moves=ABAABB&at=3', 'seats is 0, B saw 1'],
        ['?case=charge&moves=AABABB&at=5', 'key is 1, B saw 0'],
        ['?case=stale&moves=ABBBA', 'price is 2, A saw 1'],
        ['?case=rota&moves=ABAB&at=3', 'alice is 0, B saw 1'],
        ['?increments=2&moves=ABAABBAAABBB&at=3', 'counter is 1, B saw 0'],
        ['?threads=3&moves=ABCAABBCC&at=5', 'counter is 1, B saw 0'],
      ] as const) {
        const which = `${query} at ${width} px`;
        await lab.goTo(query);
        const words = await boxOf(lab.root.getByText(text, { exact: true }));
        expect(words.x, which).toBeGreaterThanOrEqual(0);
        expect(words.x + words.width, which).toBeLessThanOrEqual(width);
        const names = lab.root.locator('span', {
          hasText: /^(thread [ABC]|counter|seats|key|price|bob)$/,
        });
        const under = await names.evaluateAll(
          (found, { x, y, width, height }) =>
            found
              .filter((name) => {
                const { left, right, top, bottom } = name.getBoundingClientRect();
                return left < x + width && right > x && top < y + height && bottom > y;
              })
              .map((name) => name.textContent),
          words,
        );
        expect(under, which).toEqual([]);
        await expect(names, which).not.toHaveCount(0);
      }
    }
  });

  test('what three threads share stands beside the third, and no case scrolls sideways', async ({
    page,
  }) => {
    const { lab, memory } = await open(page, '?threads=3&moves=ABCAABBCC&at=5');
    for (const width of [390, 320]) {
      await page.setViewportSize({ width, height: 844 });
      await lab.goTo('?threads=3&moves=ABCAABBCC&at=5');
      const third = await boxOf(memory.locator('[data-thread="C"]'));
      const shared = await boxOf(memory.locator('dl').last());
      expect(shared.x, `${width} px`).toBeGreaterThan(third.x + third.width);
      expect(shared.y + shared.height / 2, `${width} px`).toBeLessThan(third.y + third.height + 40);
      for (const query of [
        '?moves=ABAABB&at=4',
        '?case=seat&moves=ABAABB&at=3',
        '?case=seat&remedy=lock&moves=AAAAABBB&at=3',
        '?case=charge&moves=AABABB&at=5',
        '?case=stale&remedy=lock&moves=ABAAABBBB&at=5',
        '?case=rota&remedy=atomic&moves=ABA',
        '?threads=3&increments=2',
      ]) {
        await lab.goTo(query);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        expect(wide, query).toBe(width);
      }
    }
  });
});
