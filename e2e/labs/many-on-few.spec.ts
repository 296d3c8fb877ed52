// The many-on-few lab as its reader uses it: three levels linked by mouse, keys and finger; by its address, without
// scripts, on paper and on a phone.
import { boxOf, cellsOf, LabOnPage, openLab } from '../support/lab.ts';
import { layOutForPaper } from '../support/print.ts';
import { expect, test } from '../support/test.ts';

const PATH = '/labs/many-on-few/';
const TITLE = 'Many on few';

/** What is ringed when A is in line: what is chosen, who holds the workers, and the core that could be used. */
const IN_LINE = [
  'task A: in line, 9 to 23 ms',
  'worker 1: held by C, waiting for the database, 5 to 21 ms',
  'worker 2: held by D, waiting for the database, 10 to 26 ms',
  'core 1: idle, 10 to 21 ms',
];

const RUNS_A = [
  'task A: running, 23 to 26 ms',
  'worker 1: runs A, 23 to 26 ms',
  'core 1: runs A, 23 to 26 ms',
];

/** The names of the bars that have a ring, from the top down, each with its lane's. */
const ringed = (lab: LabOnPage) =>
  lab.timeline.evaluate((grid) => {
    const nameOf = (element: Element) => element.getAttribute('aria-label') ?? '';
    return [...grid.querySelectorAll('[data-mark="ring"] > rect:last-child')]
      .map((ring) => ring.getBoundingClientRect())
      .sort((a, b) => a.top - b.top)
      .map((ring) => {
        const [x, y] = [ring.left + ring.width / 2, ring.top + ring.height / 2];
        const cell = [...grid.querySelectorAll('[role="gridcell"]')].find((one) => {
          const box = one.getBoundingClientRect();
          return box.left <= x && x <= box.right && box.top <= y && y <= box.bottom;
        });
        const row = cell?.closest('[role="row"]');
        return cell && row ? `${nameOf(row).split(':')[0]}: ${nameOf(cell)}` : 'nothing';
      });
  });

const expectRinged = (lab: LabOnPage, names: readonly string[]) =>
  expect.poll(() => ringed(lab), { intervals: [20] }).toEqual(names);

/** Where the middle of a bar is on the screen, px. */
async function middleOf(lab: LabOnPage, lane: string, bar: RegExp) {
  const cell = lab.lane(lane).getByRole('gridcell', { name: bar });
  await cell.scrollIntoViewIfNeeded();
  const { x, y, width, height } = await boxOf(cell);
  return { x: x + width / 2, y: y + height / 2 };
}

test('its three levels are linked by mouse and keys, and its tables have them all', async ({
  page,
}) => {
  await test.step('it opens with A in line, and rings who holds the workers and the idle core', async () => {
    const lab = await openLab(page, TITLE, PATH);
    await expect(lab.result).toHaveText(
      /^C and D hold both workers while they wait\. The database answers A at 9\sms, but A gets no worker until 23\sms, and for 11 of those 14\sms the core is idle\./,
    );
    await expectRinged(lab, IN_LINE);
    const why = lab.root.getByRole('region', { name: 'Why' });
    await expect(why).toContainText(
      /C holds worker 1 until 21\sms\. D holds worker 2 from 10 to 26\sms\./,
    );
    await expect(why).toContainText(/The core was idle for 11\sms meanwhile/);
    await why.getByRole('button', { name: 'C', exact: true }).first().click();
    await lab.expectChosen('waiting for the database, holding worker 1, 5 to 21 ms');
  });

  await test.step('a press on a bar marks it on the other levels, whichever level it is on', async () => {
    const lab = await openLab(page, TITLE, PATH);
    const press = async (lane: string, bar: RegExp) => {
      const { x, y } = await middleOf(lab, lane, bar);
      await page.mouse.click(x, y);
    };
    await press('worker 1', /^runs A, 23/);
    await expectRinged(lab, RUNS_A);
    await press('core 1', /^runs C, 3/);
    await expectRinged(lab, [
      'task C: running, 3 to 5 ms',
      'worker 1: runs C, 3 to 5 ms',
      'core 1: runs C, 3 to 5 ms',
    ]);
    await press('worker 2', /^held by D/);
    await expectRinged(lab, [
      'task D: waiting for the database, holding worker 2, 10 to 26 ms',
      'worker 2: held by D, waiting for the database, 10 to 26 ms',
    ]);
    const why = lab.root.getByRole('region', { name: 'Why' });
    await expect(why).toContainText('Its worker waits with it, and takes nothing else.');
    await expect(why).toContainText('Meanwhile A and B stood in line for a worker.');
    await press('task A', /^in line/);
    await expectRinged(lab, IN_LINE);
  });

  await test.step('arrows go through all three levels', async () => {
    const lab = await openLab(page, TITLE, PATH);
    await lab.timeline.focus();
    const chosen: string[] = [];
    for (const lane of [0, 1, 2, 3, 4, 5, 6]) {
      const found = await lab.chosen();
      expect(found.lane).toBe(lane);
      chosen.push(found.segment);
      await page.keyboard.press('ArrowDown');
    }
    expect(chosen.slice(4)).toEqual([
      'held by C, waiting for the database, 5 to 21 ms',
      'held by D, waiting for the database, 10 to 26 ms',
      'idle, 10 to 21 ms',
    ]);
    await page.keyboard.press('End');
    await lab.expectChosen('runs D, 29 to 31 ms');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    await lab.expectChosen('free, 29 to 31 ms');
    await expectRinged(lab, ['worker 1: free, 29 to 31 ms']);
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    await lab.expectChosen('runs A, 23 to 26 ms');
    await expectRinged(lab, RUNS_A);
  });

  await test.step('the tables have the four ways, and every segment of tasks, workers and core', async () => {
    const lab = await openLab(page, TITLE, PATH);
    const ways = lab.root.getByRole('table', { name: 'The same tasks, run in four ways' });
    await expect
      .poll(() => cellsOf(ways))
      .toEqual([
        ['a thread for each', '28', '8', '–'],
        ['a pool of 2 threads', '37', '6', '4'],
        ['lightweight tasks, waiting frees', '25', '4', '7'],
        ['lightweight tasks, C and D hold', '31', '4', '6'],
      ]);
    expect(await lab.events()).toHaveLength(18);
    expect(await lab.rowsOf(/^Workers and cores/)).toContainEqual([
      'worker 2',
      'held by D, waiting for the database',
      '10',
      '26',
      '16',
    ]);
  });
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test('a tap marks all levels, and nothing reaches past the edge', async ({ page }) => {
    const lab = await openLab(page, TITLE, PATH);
    const { x, y } = await middleOf(lab, 'worker 1', /^runs A, 23/);
    await page.touchscreen.tap(x, y);
    await expectRinged(lab, RUNS_A);
    for (const width of [390, 320]) {
      await page.setViewportSize({ width, height: 844 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    }
  });
});

test('other settings, comparisons, widths and paper', async ({ page }) => {
  await test.step('a comparison leaves the names of tasks as they are', async () => {
    const lab = await openLab(page, TITLE, `${PATH}?compare=work:long,workers:1,held:free`);
    await expect(lab.result).toContainText(/: C and D hold both workers .*: E computes for 60/);
  });

  await test.step('an address sets it: the way, the workers, the instant, and a run to compare with', async () => {
    const lab = await openLab(
      page,
      TITLE,
      `${PATH}?work=long&workers=1&held=free&preempt=on&at=30`,
    );
    await expect(lab.result).toContainText('A gets no worker until 20\u00a0ms');
    await expect(lab.instant).toContainText(/30\sms/);
    await expect(lab.lane('worker')).toHaveCount(1);
    await lab.goTo('?compare=held:free');
    await expect(lab.result).toContainText(
      /A ends 13\sms later because it waits 14\sms more in line/,
    );
    await expect(lab.lane('Waiting frees, worker 1, above')).toHaveAccessibleName(
      /free, 13 to 25 ms/,
    );
    await expect(lab.lane('C and D hold their worker, worker 1, below')).toHaveAccessibleName(
      /held by C, waiting for the database, 5 to 21 ms/,
    );
  });

  await test.step('a thread for each task, a pool, and a hundred tasks in thin rows on all levels', async () => {
    const lab = await openLab(page, TITLE, PATH);
    await lab.preset('A thread for each').click();
    await expect(lab.result).toContainText(/^Each task has a thread of its own/);
    await expect(lab.lane('thread')).toHaveCount(4);
    await expect(lab.lane('worker')).toHaveCount(0);
    await lab.preset('A pool').click();
    await expect(lab.result).toContainText(/D gets no worker until 17\sms/);
    await expect(lab.lane('worker')).toHaveCount(2);
    await lab.goTo('?work=hundred');
    await expect(lab.result).toContainText(/done at 800\sms, and the core is idle for 300\sms/);
    const headings = ['100 tasks, one a row', '2 workers, one a row', 'the core'];
    for (const heading of headings) await expect(lab.timeline.getByText(heading)).toBeVisible();
    await lab.timeline.focus();
    await page.keyboard.press('Home');
    await expect(page.getByRole('gridcell', { selected: true })).toHaveCount(1);
  });

  await test.step('bracket, names and flag are clear of each other at every width', async () => {
    const lab = await openLab(page, TITLE, PATH);
    for (const width of [1280, 390, 320, 300]) {
      await page.setViewportSize({ width, height: 844 });
      for (const query of ['', '?held=free', '?work=long&workers=1&held=free']) {
        await lab.goTo(query);
        expect(await lab.timeline.evaluate(overlaps), `${query} at ${width} px`).toEqual([]);
      }
    }
  });

  await test.step('at 320 px no word of its tables breaks', async () => {
    await page.setViewportSize({ width: 320, height: 844 });
    const lab = await openLab(page, TITLE, PATH);
    const cell = lab.root.getByRole('cell', { name: 'goroutines', exact: true });
    const { height } = await boxOf(cell);
    expect(height).toBeLessThan(
      (await boxOf(lab.root.getByRole('cell', { name: 'asyncio tasks' }))).height + 1,
    );
    expect(height).toBeLessThan(64);
    expect(
      await cell.evaluate((one) => {
        const range = document.createRange();
        range.selectNodeContents(one);
        return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size;
      }),
    ).toBe(1);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  });

  await test.step('it prints with its three levels and its tables', async () => {
    const lab = await openLab(page, TITLE, PATH);
    await layOutForPaper(page);
    await expect(lab.lane('worker 1')).toBeVisible();
    await expect(lab.root.getByRole('table', { name: /^Workers and cores/ })).toBeVisible();
    await expect(lab.timeline.locator('[data-mark="ring"]').first()).toBeHidden();
  });
});

/** Which texts of a timeline lie over a bracket's words or its line, and which of the axis under the flag. */
function overlaps(grid: Element): string[] {
  const boxes = (selector: string) =>
    [...grid.querySelectorAll(selector)]
      .map((one) => ({ text: one.textContent || selector, box: one.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0);
  const meet = (a: DOMRect, b: DOMRect) =>
    Math.min(a.right, b.right) - Math.max(a.left, b.left) > 0.5 &&
    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 3;
  const lines = boxes('g[data-shows="result"] rect').filter(({ box }) => box.height <= 2);
  const words = boxes('g[data-shows="result"] text');
  const labels = boxes('text[class*="label"]');
  const numbers = boxes('[data-mark="axis"] text');
  const flag = boxes('[data-mark="flag"] rect');
  const within = ({ box }: { box: DOMRect }) => box.left >= 0 && box.right <= innerWidth;
  const found = words.filter((one) => !within(one)).map(({ text }) => `${text} is cut off`);
  if (words.length === 0) found.push('no words');
  for (const [over, under] of [
    [words, labels],
    [words, numbers],
    [flag, numbers],
    [words, flag],
  ] as const) {
    for (const a of over)
      for (const b of under) if (meet(a.box, b.box)) found.push(`${a.text} on ${b.text}`);
  }
  for (const line of lines) {
    for (const { text, box } of labels) {
      const { top } = line.box;
      if (
        top > box.top + 2 &&
        top < box.bottom - 3 &&
        meet({ ...line.box.toJSON(), top: box.top, bottom: box.bottom }, box)
      )
        found.push(`bracket through ${text}`);
    }
  }
  return found;
}

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('it is drawn whole, with its reasons and tables', async ({ page }) => {
    await page.goto(PATH);
    const lab = new LabOnPage(page, TITLE);
    await expect(lab.lane('worker 2')).toHaveAccessibleName(
      /held by D, waiting for the database, 10 to 26 ms/,
    );
    await expect(lab.lane('core 1')).toHaveAccessibleName(/idle, 10 to 21 ms/);
    await expect(lab.root.getByRole('region', { name: 'Why' })).toContainText('A stood in line');
    await expect(lab.root.getByRole('table', { name: /^Workers and cores/ })).toBeVisible();
    await expect(
      lab.root.getByRole('table', { name: 'And 10,000 tasks, on one core' }),
    ).toBeVisible();
  });
});
