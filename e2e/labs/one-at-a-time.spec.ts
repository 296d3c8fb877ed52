// The lab "one-at-a-time" as a reader uses it: a hundred requests, on its own page, embedded and on the landing page.
import { boxOf, cellsOf, LabOnPage } from '../support/lab.ts';
import { expect, test } from '../support/test.ts';

const TITLE = 'One at a time';
const result = (lab: LabOnPage) => lab.root.locator('.result');
const radio = (lab: LabOnPage, group: string, name: string) =>
  lab.root.getByRole('radiogroup', { name: group }).getByRole('radio', { name, exact: true });

for (const path of ['/labs/one-at-a-time/', '/embed/one-at-a-time/']) {
  test.describe(path, () => {
    test('one at a time, the last of the hundred is answered at 26.0 s', async ({ page }) => {
      await page.goto(path);
      const lab = new LabOnPage(page, TITLE);
      await expect(result(lab)).toHaveText(
        /The last user waits 26\.0.s, of it 25\.7.s in line\. The core is idle for 96\.2% of the time\./,
      );
      const rows = await lab.rowsOf('Times in ms');
      expect(rows).toHaveLength(100);
      expect(rows[0]).toEqual(['request 1', '0', '260', '0', '250', '10']);
      expect(rows[9]).toEqual(['request 10', '0', '2600', '2340', '250', '10']);
      expect(rows[99]).toEqual(['the last request', '0', '26000', '25740', '250', '10']);
    });

    test('four cores change nothing while one is in progress', async ({ page }) => {
      await page.goto(path);
      const lab = new LabOnPage(page, TITLE);
      await lab.wake();
      await radio(lab, 'Cores', '4').check({ force: true });
      await expect(result(lab)).toHaveText(
        /waits 26\.0.s,.*The 4 cores are idle for 99\.0% of the time\./,
      );
      await expect(page).toHaveURL(`${path}?cores=4`);
    });

    test('with all in progress one core is enough for 1.25 s, and four for 0.50 s', async ({
      page,
    }) => {
      await page.goto(`${path}?progress=threads`);
      const lab = new LabOnPage(page, TITLE);
      await expect(result(lab)).toHaveText(/waits 1\.25.s,/);
      await lab.wake();
      await radio(lab, 'Cores', '4').check({ force: true });
      await expect(result(lab)).toHaveText(/waits 0\.50.s,/);
      await radio(lab, 'In progress at once', 'event loop').check({ force: true });
      await expect(result(lab)).toHaveText(/waits 1\.25.s,.*The 4 cores are idle/);
    });
  });
}

test('what was measured stands beside what is simulated', async ({ page }) => {
  await page.goto('/labs/one-at-a-time/');
  const lab = new LabOnPage(page, TITLE);
  const table = lab.root.getByRole('table', { name: 'The last of a hundred requests, one core' });
  expect(await cellsOf(table)).toEqual([
    ['26 workers, each runs until it waits', '1.25 s', 'not measured'],
    ['26 workers, slice 4 ms', '1.67 s', '1.74 s'],
    ['100 workers', '1.25 s', '1.27 s'],
  ]);
  await expect(lab.root.getByText(/Linux 6\.18/)).toBeVisible();
});

test('a knob that changes nothing cannot be turned', async ({ page }) => {
  await page.goto('/labs/one-at-a-time/');
  const lab = new LabOnPage(page, TITLE);
  await lab.wake();
  const pool = lab.root.getByRole('slider', { name: 'Threads in the pool' });
  await expect(pool).toBeDisabled();
  await radio(lab, 'In progress at once', 'a pool').check({ force: true });
  await expect(pool).toBeEnabled();
  await pool.press('ArrowLeft');
  await expect(pool).toHaveAttribute('aria-valuetext', /25.threads/);
  await expect(page).toHaveURL('/labs/one-at-a-time/?progress=pool&pool=25');
});

test('every request can be reached by keyboard, and says why', async ({ page }) => {
  await page.goto('/labs/one-at-a-time/');
  const lab = new LabOnPage(page, TITLE);
  await lab.wake();
  await expect(lab.timeline).toHaveAttribute('aria-rowcount', '101');
  await lab.timeline.focus();
  await page.keyboard.press('Home');
  expect(await lab.active()).toBe('running, 0 to 10 ms');
  for (let row = 2; row <= 100; row += 1) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Home');
  const name = 'request 100: queued, 0 to 25740 ms; running, 25740 to 25750 ms';
  await expect(lab.lane(name)).toHaveAttribute('aria-rowindex', '100');
  await page.keyboard.press('ArrowRight');
  expect(await lab.active()).toBe('running, 25740 to 25750 ms');
  await expect(lab.root.getByRole('region', { name: 'Why' })).toContainText('Request 100');
  await expect(lab.root.locator('.instant')).toContainText('25.74 s');
});

test('a tap on a thin row takes its request', async ({ page }) => {
  await page.goto('/labs/one-at-a-time/');
  const lab = new LabOnPage(page, TITLE);
  await lab.wake();
  const panel = await boxOf(lab.root.locator('.dense-hit').first());
  // The middle of the 51st of a hundred rows, at 5 s of 26.
  await page.mouse.click(panel.x + (panel.width * 5) / 26, panel.y + panel.height * 0.505);
  await expect(lab.root.getByRole('region', { name: 'Why' })).toContainText(
    'Request 51, 0–13000 ms',
  );
});

test('the drawing of a hundred requests has few elements, and the shape of a stair', async ({
  page,
}) => {
  await page.goto('/labs/one-at-a-time/');
  const lab = new LabOnPage(page, TITLE);
  await lab.wake();
  expect(await lab.timeline.locator('*').count()).toBeLessThan(150);
  const outline = await lab.timeline.locator('.dense.queued path').first().getAttribute('d');
  // One stretch of dots for each request but the first, the last of them nearly as long as the clock.
  const stretches = outline?.match(/M0 \d+h(\d+)/g) ?? [];
  expect(stretches).toHaveLength(99);
  const widths = stretches.map((stretch) => Number(stretch.split('h')[1]));
  expect(widths).toEqual(widths.toSorted((a, b) => a - b));
  expect(widths.at(-1)).toBe(Math.round((25740 / 26000) * 4000));
});

test.describe('on the landing page', () => {
  test('two runs lie on one clock, and the knobs set the upper one', async ({ page }) => {
    await page.goto('/');
    const lab = new LabOnPage(page, TITLE);
    await expect(result(lab)).toHaveText(/^One at a time: .*26\.0.s.*: .*1\.25.s/);
    await expect(lab.root.getByText('Pinned for comparison, below')).toBeVisible();
    await lab.wake();
    await radio(lab, 'Cores', '4').check({ force: true });
    await expect(result(lab)).toHaveText(/26\.0.s.*4 cores.*99\.0%.*1\.25.s/);
    await expect(page).toHaveURL('/');
  });

  test('the second lab waits for a prediction', async ({ page }) => {
    await page.goto('/');
    const lab = new LabOnPage(page, TITLE, 1);
    await lab.wake();
    await expect(result(lab)).toBeHidden();
    await expect(lab.root.getByText(/^Table of requests/)).toBeHidden();
    await page.getByRole('button', { name: 'After 6.5 s' }).first().click();
    await expect(page.locator('choice-question').first().getByRole('status')).toHaveText(
      /It is “After 26.s”\./,
    );
    await expect(result(lab)).toHaveText(/26\.0.s/);
  });

  test('its figures are the model’s', async ({ page }) => {
    await page.goto('/');
    await expect(page.getByText(/the tenth after 2\.6.s, the last after 26\.0.s/)).toBeVisible();
    await expect(page.getByText(/The last user is answered after 1\.25.s/)).toBeVisible();
  });
});

test('a phone’s finger turns knobs and takes rows', async ({ browser, baseURL }) => {
  const context = await browser.newContext({
    baseURL: baseURL as string,
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  const page = await context.newPage();
  await page.goto('/labs/one-at-a-time/');
  const lab = new LabOnPage(page, TITLE);
  await lab.wake();
  await radio(lab, 'In progress at once', 'event loop').tap();
  await expect(result(lab)).toHaveText(/1\.25.s/);
  const panel = lab.root.locator('.dense-hit').first();
  await panel.scrollIntoViewIfNeeded();
  const box = await boxOf(panel);
  await page.touchscreen.tap(box.x + box.width / 2, box.y + box.height - 1);
  await expect(lab.root.getByRole('region', { name: 'Why' })).toContainText('Request 100');
  await context.close();
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });
  test('there is the drawing, the sentence and a table to open', async ({ page }) => {
    await page.goto('/labs/one-at-a-time/');
    const lab = new LabOnPage(page, TITLE);
    await expect(result(lab)).toHaveText(/26\.0.s/);
    await expect(lab.timeline.locator('.dense path').first()).toBeAttached();
    expect(await lab.rowsOf('Times in ms')).toHaveLength(100);
    await expect(lab.root.getByRole('slider')).toHaveCount(0);
  });
});

test('on paper there is the drawing and the table', async ({ page }) => {
  await page.goto('/labs/one-at-a-time/');
  const lab = new LabOnPage(page, TITLE);
  await lab.wake();
  await page.emulateMedia({ media: 'print' });
  await expect(lab.root.getByRole('table', { name: 'Times in ms' })).toBeVisible();
  await expect(lab.root.getByRole('slider')).toHaveCount(0);
});
