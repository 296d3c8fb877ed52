// The lab "one-at-a-time" as a reader uses it: a hundred requests, on its own page and in its chapter.
import { boxOf, cellsOf, LabOnPage, openLab } from '../support/lab.ts';
import { expect, test } from '../support/test.ts';

const TITLE = 'One at a time';
const radio = (lab: LabOnPage, group: string, name: string) =>
  lab.root.getByRole('radiogroup', { name: group }).getByRole('radio', { name, exact: true });

test('more cores help once many are in progress, and a hundred requests are drawn as a stair', async ({
  page,
}) => {
  await test.step('more cores help once many are in progress, and not before', async () => {
    const lab = await openLab(page, TITLE, '/labs/one-at-a-time/');

    await test.step('one at a time, the last of the hundred is answered at 26.0 s', async () => {
      await expect(lab.result).toHaveText(
        /The last user is answered after 26\.0.s, 25\.7.s of that in line, with no free worker\. The core is idle for 96\.2% of the time\./,
      );
      const rows = await lab.rowsOf('Times in ms');
      expect(rows).toHaveLength(100);
      expect(rows[0]).toEqual(['request 1', '0', '260', '0', '0', '250', '10']);
      expect(rows[9]).toEqual(['request 10', '0', '2,600', '2,340', '0', '250', '10']);
      expect(rows[99]).toEqual(['the last request', '0', '26,000', '25,740', '0', '250', '10']);
    });

    await test.step('what was measured stands beside what is simulated', async () => {
      const table = lab.root.getByRole('table', {
        name: 'The last of a hundred requests, one core',
      });
      expect(await cellsOf(table)).toEqual([
        ['26 workers, each runs until it waits', '1.25 s', 'not measured'],
        ['26 workers, slice 4 ms', '1.67 s', '1.74 s'],
        ['100 workers', '1.25 s', '1.27 s'],
      ]);
      await expect(lab.root.getByText(/Linux 6\.18/)).toBeVisible();
    });

    await test.step('four cores change nothing while one is in progress', async () => {
      await radio(lab, 'Cores', '4').check({ force: true });
      await expect(lab.result).toHaveText(
        /after 26\.0.s,.*The 4 cores are idle for 99\.0% of the time\./,
      );
    });

    await test.step('with all in progress one core is enough for 1.25 s, and four for 0.50 s', async () => {
      await radio(lab, 'In progress at once', 'all').check({ force: true });
      await expect(lab.result).toHaveText(/after 0\.50.s,/);
      await radio(lab, 'Cores', '1').check({ force: true });
      await expect(lab.result).toHaveText(/after 1\.25.s,/);
    });

    await test.step('an event loop has one thread, on however many cores', async () => {
      await lab.preset('Event loop, four cores').click();
      await expect(lab.result).toHaveText(
        /after 1\.25.s, 0\.99.s of that in line, with no free worker\. The 4 cores are idle for 80\.0%/,
      );
    });
  });

  await test.step('the drawing of a hundred requests is a stair of few elements, and each can be taken', async () => {
    const lab = await openLab(page, TITLE, '/labs/one-at-a-time/');
    const why = lab.root.getByRole('region', { name: 'Why' });

    await test.step('few elements, and the shape of a stair', async () => {
      await expect(lab.timeline).toHaveAttribute('aria-rowcount', '101');
      expect(await lab.timeline.locator('*').count()).toBeLessThan(150);
      const outline = await lab.timeline.locator('[id$="-queued"] path').first().getAttribute('d');
      // One stretch of dots for each request but the first, the last of them nearly as long as the clock.
      const stretches = outline?.match(/M0 \d+h(\d+)/g) ?? [];
      expect(stretches).toHaveLength(99);
      const widths = stretches.map((stretch) => Number(stretch.split('h')[1]));
      expect(widths).toEqual(widths.toSorted((a, b) => a - b));
      expect(widths.at(-1)).toBe(Math.round((25740 / 26000) * 4000));
    });

    await test.step('waiting is hatched in the thinnest rows, as in the key', async () => {
      await expect(lab.timeline.locator('rect[fill$="-waiting)"]').first()).toBeVisible();
    });

    const rows = lab.root.locator('[data-first]').first();
    const { width, height } = await boxOf(rows);

    await test.step('a tap on a thin row takes its request', async () => {
      // The middle of the 51st of a hundred rows, at 5 s of 26.
      await rows.click({ position: { x: (width * 5) / 26, y: height * 0.505 } });
      await expect(why).toContainText('Request 51, 0–13 s');
    });

    await test.step('the keys go on from there, to the last, with its reasons', async () => {
      for (let row = 51; row < 100; row += 1) await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Home');
      const name = 'request 100: in line, 0 to 25.74 s; running, 25.74 to 25.75 s';
      await expect(lab.lane(name)).toHaveAttribute('aria-rowindex', '100');
      await page.keyboard.press('ArrowRight');
      await lab.expectChosen('running, 25.74 to 25.75 s');
      await expect(why).toContainText('Request 100');
      await expect(lab.instant).toContainText('25.74 s');
    });
  });
});

test('the pool’s size can be set once a pool is chosen, by keys and by touch', async ({ page }) => {
  const lab = await openLab(page, TITLE, '/labs/one-at-a-time/');
  const size = lab.root.getByRole('slider', { name: 'Threads in the pool' });

  await test.step('without a pool there is none to set', async () => {
    await expect(size).toBeDisabled();
  });

  await test.step('by keys, with ten threads the last is answered after 2.69 s', async () => {
    await radio(lab, 'In progress at once', 'a pool').check({ force: true });
    await expect(lab.result).toHaveText(/after 1\.25.s/);
    await size.press('Home');
    for (let threads = 2; threads < 10; threads += 1) await size.press('ArrowRight');
    await expect(lab.result).toHaveText(/after 2\.69.s/);
    await expect(page).toHaveURL('/labs/one-at-a-time/?progress=pool&pool=10');
  });
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 320, height: 640 }, hasTouch: true });

  test('the pool’s size is set by touch', async ({ page }) => {
    const lab = await openLab(page, TITLE, '/labs/one-at-a-time/?progress=pool');
    const size = lab.root.getByRole('slider', { name: 'Threads in the pool' });
    const { width, height } = await boxOf(size);
    await size.tap({ position: { x: width - 2, y: height / 2 } });
    await expect(size).toHaveValue('100');
  });
});

test('in its chapter it shows one core until a prediction is made, and four after it', async ({
  page,
}) => {
  await page.goto('/one-at-a-time/');
  const lab = new LabOnPage(page, TITLE);
  await lab.wake();
  await expect(lab.result).toHaveText(/15\.0.s.*The core is idle/);
  await expect(lab.root.getByText(/^Table of requests/)).toBeHidden();
  await page.getByRole('button', { name: '3.75 s' }).first().click();
  await expect(lab.result).toHaveText(/15\.0.s.*The 4 cores are idle/);
  await expect(lab.root.getByText(/^Table of requests/)).toBeVisible();
});
