// The lab "which-knob" as a reader uses it: its four knobs, and its curves, whose points are runs to look at.
import { boxOf, LabOnPage } from '../support/lab.ts';
import { expect, test } from '../support/test.ts';

const TITLE = 'Which knob?';
const PAGES = ['/labs/which-knob/', '/embed/which-knob/'];

const result = (lab: LabOnPage) => lab.root.locator('.result');
const knob = (lab: LabOnPage, name: string) => lab.root.getByRole('slider', { name, exact: true });
const chart = (lab: LabOnPage, title: string) => lab.root.getByRole('figure', { name: title });
/** What a chart's points are looked at with. */
const points = (lab: LabOnPage, title: string) => chart(lab, title).getByRole('slider');
const choose = (lab: LabOnPage, group: string, name: string) =>
  lab.root
    .getByRole('radiogroup', { name: group })
    .getByRole('radio', { name, exact: true })
    .check({ force: true });

const expectLanes = (lab: LabOnPage, clients: number, cores: number) =>
  expect(lab.timeline).toHaveAttribute('aria-rowcount', String(clients + cores));

for (const path of PAGES) {
  test.describe(path, () => {
    test('IO-bound requests want more in flight, or a nearer database', async ({ page }) => {
      await page.goto(path);
      const lab = new LabOnPage(page, TITLE);
      await expect(result(lab)).toHaveText(
        /^1 core, 10 in flight: 38 requests a second, 95% of them answered within 377.ms; the core is busy 38% of the time\. What would help most: twice as many in flight \(74 a second\) or a database in half the time \(70\)\.$/,
      );
      await lab.wake();
      expect(await lab.rowsOf('Four remedies, each by itself')).toEqual([
        ['As it is', '38', '', '377', '38%'],
        ['Twice the cores: 2', '38', '1.01×', '377', '19%'],
        ['Twice as many in flight: 20', '74', '1.97×', '385', '74%'],
        ['A CPU twice as fast: 2×', '39', '1.03×', '372', '20%'],
        ['A database in half the time: 50%', '70', '1.86×', '199', '71%'],
      ]);
      const throughput = await lab.rowsOf('Throughput, /s');
      expect(throughput[0]).toEqual(['1', '37.7', '38.5']);
      expect(throughput.at(-1)).toEqual(['8', '38.1', '38.5']);
    });

    test('CPU-bound requests want cores or a faster CPU', async ({ page }) => {
      await page.goto(path);
      const lab = new LabOnPage(page, TITLE);
      await lab.wake();
      await lab.preset('CPU-bound').click();
      await expect(result(lab)).toHaveText(
        /10 requests a second, 95% of them answered within 1126.ms; the core is busy 100% .* twice the cores \(20 a second\) or a CPU twice as fast \(20\)\.$/,
      );
      const throughput = await lab.rowsOf('Throughput, /s');
      const cores = throughput.map(([x]) => Number(x));
      expect(cores).toEqual([1, 2, 3, 4, 5, 8]);
      expect(throughput.map(([, simulated]) => Math.round(Number(simulated) / 10))).toEqual(cores);
      await lab.preset('CPU-bound, in flight').click();
      const latency = await lab.rowsOf('Latency, 95th percentile, ms');
      expect(latency[0]).toEqual(['1', '136', '102']);
      expect(latency.at(-1)).toEqual(['52', '5529', '5200']);
      await expect(page).toHaveURL(`${path}?workload=cpu&turn=flight`);
    });
  });
}

test('what was measured stands beside what is simulated', async ({ page }) => {
  await page.goto('/labs/which-knob/');
  const lab = new LabOnPage(page, TITLE);
  const rows = lab.root.locator('.measured tbody tr');
  await expect(rows).toHaveText([
    /one core2\.012\.00$/,
    /one core1\.020\.99–1\.01$/,
    /two cores2\.001\.95–2\.03$/,
  ]);
});

test('a knob turned by keyboard gives another run and another point', async ({ page }) => {
  await page.goto('/labs/which-knob/');
  const lab = new LabOnPage(page, TITLE);
  await lab.wake();
  await knob(lab, 'Requests in flight').press('End');
  await expect(result(lab)).toHaveText(/^1 core, 52 in flight: 100 requests a second/);
  await expectLanes(lab, 52, 1);
  await choose(lab, 'Curves over', 'in flight');
  await knob(lab, 'Requests in flight').press('ArrowLeft');
  await expect(points(lab, 'Throughput')).toHaveAttribute(
    'aria-valuetext',
    /^Requests in flight 51: simulated \d/,
  );
  await expect(page).toHaveURL('/labs/which-knob/?flight=51&turn=flight');
});

test('a chosen point of a curve sets the knob, and the timeline shows its run', async ({
  page,
}) => {
  await page.goto('/labs/which-knob/?turn=flight');
  const lab = new LabOnPage(page, TITLE);
  await lab.wake();
  const curve = points(lab, 'Throughput');
  await expect(curve).toHaveAttribute(
    'aria-valuetext',
    'Requests in flight 10: simulated 37.7/s, upper bound 38.5/s',
  );
  await curve.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(curve).toHaveAttribute(
    'aria-valuetext',
    /^Requests in flight 26: simulated 92\.8\/s/,
  );
  // Looking at a point changes nothing yet.
  await expect(result(lab)).toHaveText(/^1 core, 10 in flight: 38 /);
  await page.keyboard.press('Enter');
  await expect(result(lab)).toHaveText(/^1 core, 26 in flight: 93 requests a second/);
  await expect(knob(lab, 'Requests in flight')).toHaveValue('26');
  await expect(points(lab, 'Latency')).toHaveAttribute(
    'aria-valuetext',
    /^Requests in flight 26: /,
  );
  await expectLanes(lab, 26, 1);
  await expect(page).toHaveURL('/labs/which-knob/?flight=26&turn=flight');
  await page.goBack();
  await expect(knob(lab, 'Requests in flight')).toHaveValue('10');
});

test('a point is chosen by pointer too', async ({ page }) => {
  await page.goto('/labs/which-knob/');
  const lab = new LabOnPage(page, TITLE);
  await lab.wake();
  const box = await boxOf(points(lab, 'Latency'));
  // Of 1 to 8 cores, 4 stand at three sevenths.
  await points(lab, 'Latency').click({ position: { x: (box.width * 3) / 7, y: box.height / 2 } });
  await expect(knob(lab, 'Cores')).toHaveValue('4');
  await expectLanes(lab, 10, 4);
  await expect(result(lab)).toHaveText(/^4 cores, 10 in flight: 38 requests a second/);
});

test('every knob’s value survives its link', async ({ page }) => {
  const query = '?workload=mixed&cores=3&flight=17&speed=1.5&near=75&turn=near';
  await page.goto(`/labs/which-knob/${query}`);
  const lab = new LabOnPage(page, TITLE);
  await lab.wake();
  await expect(lab.root.getByRole('radio', { name: 'mixed' })).toBeChecked();
  await expect(knob(lab, 'Cores')).toHaveValue('3');
  await expect(knob(lab, 'Requests in flight')).toHaveValue('17');
  await expect(knob(lab, 'CPU speed')).toHaveValue('1.5');
  await expect(knob(lab, 'Time the database takes')).toHaveValue('75');
  await expect(points(lab, 'Throughput')).toHaveAttribute(
    'aria-valuetext',
    /^Time the database takes 75%: /,
  );
  await expect(page).toHaveURL(`/labs/which-knob/${query}`);
});

for (const [query, warning] of [
  ['cores=9', /sets cores to “9”\. Allowed: 1 to 8/],
  ['near=0', /sets near to “0”\. Allowed: 25 to 200/],
  ['speed=1.25', /sets speed to “1\.25”\. Allowed: 1 to 4/],
  ['turn=workload', /sets turn to “workload”\. Allowed: cores, flight, speed or near\./],
  ['knob=4', /sets “knob”, which this lab does not have\. Its settings are workload, cores/],
] as const) {
  test(`a link with ${query} is warned of, and the lab starts with its default`, async ({
    page,
  }) => {
    await page.goto(`/labs/which-knob/?${query}`);
    const lab = new LabOnPage(page, TITLE);
    await expect(lab.root.getByText(warning)).toBeVisible();
    await expect(result(lab)).toHaveText(/^1 core, 10 in flight: 38 requests a second/);
  });
}

test('a phone’s finger turns a knob and chooses a point, and nothing is wider than the phone', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({
    baseURL: baseURL as string,
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  const page = await context.newPage();
  await page.goto('/labs/which-knob/');
  const lab = new LabOnPage(page, TITLE);
  await lab.wake();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  const slider = knob(lab, 'Requests in flight');
  await slider.scrollIntoViewIfNeeded();
  const track = await boxOf(slider);
  await page.touchscreen.tap(track.x + track.width - 4, track.y + track.height / 2);
  await expect(slider).toHaveValue('52');
  const curve = points(lab, 'Throughput');
  await curve.scrollIntoViewIfNeeded();
  const box = await boxOf(curve);
  await page.touchscreen.tap(box.x + box.width - 4, box.y + box.height / 2);
  await expect(knob(lab, 'Cores')).toHaveValue('8');
  await expect(result(lab)).toHaveText(/^8 cores, 52 in flight: 2\d\d requests a second/);
  await context.close();
});

test('on paper there are the curves, the remedies and every figure', async ({ page }) => {
  await page.goto('/labs/which-knob/?turn=flight');
  const lab = new LabOnPage(page, TITLE);
  await lab.wake();
  await page.emulateMedia({ media: 'print' });
  await expect(lab.root.getByRole('img', { name: /^Throughput/ })).toBeVisible();
  await expect(lab.root.getByText(/^Drawn with IO-bound .* curves over/)).toBeVisible();
  for (const name of [
    'Four remedies, each by itself',
    'Throughput, /s',
    'Latency',
    'Times in ms',
  ]) {
    await expect(lab.root.getByRole('table', { name })).toBeVisible();
  }
  await expect(knob(lab, 'Cores')).toHaveCount(0);
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });
  for (const path of PAGES) {
    test(`${path} has the curves, the sentence and the tables`, async ({ page }) => {
      await page.goto(path);
      const lab = new LabOnPage(page, TITLE);
      await expect(result(lab)).toHaveText(/^1 core, 10 in flight: 38 requests a second/);
      await expect(chart(lab, 'Throughput').getByRole('img')).toHaveAccessibleName(
        /^Throughput, over cores: simulated, 37\.7\/s at 1 to 38\.1\/s at 8; upper bound, 38\.5\/s/,
      );
      await expectLanes(lab, 10, 1);
      await lab.root.getByText('Table of clients, 10 rows').click();
      for (const name of ['Four remedies, each by itself', 'Throughput, /s', 'Latency']) {
        await expect(lab.root.getByRole('table', { name })).toBeVisible();
      }
      for (const name of ['Cores', 'Requests in flight', 'CPU speed']) {
        await expect(knob(lab, name)).toHaveCount(0);
      }
    });
  }
});
