// The lab "idle-cpu" as a reader uses it: one call to scale, and the curve of how many fill a core.
import { boxOf, cellsOf, LabOnPage } from '../support/lab.ts';
import { expect, test } from '../support/test.ts';

const TITLE = 'Idle CPU';
const result = (lab: LabOnPage) => lab.root.locator('.result');
const knob = (lab: LabOnPage, name: string) => lab.root.getByRole('slider', { name, exact: true });

for (const path of ['/labs/idle-cpu/', '/embed/idle-cpu/']) {
  test.describe(path, () => {
    test('the typical call waits 250 ms and computes 10: 96.2% idle, 750 million forgone', async ({
      page,
    }) => {
      await page.goto(path);
      const lab = new LabOnPage(page, TITLE);
      await expect(result(lab)).toHaveText(
        /waits for 250.ms and computes for 10.ms\. Its core is idle for 96\.2% of the time\. While it waits, 750 million instructions/,
      );
      await expect(lab.lane('the call')).toHaveAccessibleName(
        /^the call: running, 0 to 5 ms; waiting for an answer, 5 to 55 ms; .*running, 259 to 260 ms$/,
      );
      expect(await lab.rowsOf('What the call waits for')).toEqual([
        ['query 1', '50 ms', '150'],
        ['query 2', '50 ms', '150'],
        ['query 3', '50 ms', '150'],
        ['query 4', '50 ms', '150'],
        ['external call 1', '50 ms', '150'],
      ]);
      expect(await lab.rowsOf(/^All its waits/)).toEqual([
        ['independent additions', '16–21', '4000–5250'],
        ['additions that each need the one before', '4.7', '1175'],
        ['steps along pointers through memory', '0.017', '4.25'],
      ]);
    });

    test('with 26 in flight the core is busy for 83.8%, at best for 100%', async ({ page }) => {
      await page.goto(`${path}?flight=26`);
      const lab = new LabOnPage(page, TITLE);
      await expect(result(lab)).toHaveText(/26 in flight the core is busy for 83\.8%.*100\.0%/);
      await lab.wake();
      const rows = await lab.rowsOf('How busy the core is, %');
      expect(rows.find(([flight]) => flight === '1')).toEqual(['1', '3.8', '3.8']);
      expect(rows.find(([flight]) => flight === '13')).toEqual(['13', '48.2', '50.0']);
      expect(rows.find(([flight]) => flight === '26')).toEqual(['26', '83.8', '100.0']);
    });
  });
}

test('the lesson’s distances are presets, with what was measured beside them', async ({ page }) => {
  await page.goto('/labs/idle-cpu/');
  const lab = new LabOnPage(page, TITLE);
  await lab.wake();
  for (const [preset, query, idle] of [
    ['Same machine', '2', '85.3%'],
    ['Another zone', '30', '94.4%'],
    ['Another region', '100', '97.8%'],
  ] as const) {
    await lab.preset(preset).click();
    await expect(knob(lab, 'A query takes')).toHaveValue(query);
    await expect(result(lab)).toContainText(idle);
  }
  const table = lab.root.getByRole('table', { name: 'A query, by where the database is' });
  expect(await cellsOf(table)).toEqual([
    ['on the same machine', '2 ms', '0.05–0.46 ms'],
    ['in another zone', '30 ms', 'about 1 ms'],
    ['in another region', '100 ms', '150 ms'],
  ]);
});

test('a call is built by keyboard, and the address says how', async ({ page }) => {
  await page.goto('/labs/idle-cpu/');
  const lab = new LabOnPage(page, TITLE);
  await lab.wake();
  await knob(lab, 'Queries').press('ArrowRight');
  await knob(lab, 'External calls').press('ArrowRight');
  await expect(result(lab)).toHaveText(/waits for 350.ms.*idle for 97\.2%/);
  await expect(page).toHaveURL('/labs/idle-cpu/?queries=5&calls=2');
  await knob(lab, 'Instructions a second').press('End');
  await expect(result(lab)).toContainText('7350 million');
  await expect(page).toHaveURL('/labs/idle-cpu/?queries=5&calls=2&rate=21');
  await page.reload();
  await expect(knob(lab, 'Queries')).toHaveValue('5');
  await expect(result(lab)).toContainText('7350 million');
});

test('a point of the curve is chosen by keyboard, and its run is shown', async ({ page }) => {
  await page.goto('/labs/idle-cpu/');
  const lab = new LabOnPage(page, TITLE);
  await lab.wake();
  const curve = lab.root.getByRole('slider', { name: /^How busy the core is/ });
  await expect(curve).toHaveAttribute('aria-valuenow', '1');
  await curve.focus();
  await page.keyboard.press('End');
  await expect(lab.root.locator('.readout')).toContainText('simulated 96.7%, ideal 100.0%');
  // Looked at, not yet chosen.
  await expect(result(lab)).toContainText('This call waits');
  await page.keyboard.press('Enter');
  await expect(result(lab)).toHaveText(/With 40 in flight the core is busy for 96\.7%/);
  await expect(lab.timeline).toHaveAttribute('aria-rowcount', '41');
  await expect(page).toHaveURL('/labs/idle-cpu/?flight=40');
});

test('a wrong value is warned of', async ({ page }) => {
  await page.goto('/labs/idle-cpu/?flight=41&cpu=0');
  const lab = new LabOnPage(page, TITLE);
  await expect(lab.root.getByText(/sets flight to “41”\. Allowed: 1 to 40/)).toBeVisible();
  await expect(lab.root.getByText(/sets cpu to “0”\. Allowed: 1 to 100/)).toBeVisible();
  await expect(result(lab)).toContainText('96.2%');
});

test('a finger chooses a point of the curve on a phone', async ({ browser, baseURL }) => {
  const context = await browser.newContext({
    baseURL: baseURL as string,
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  const page = await context.newPage();
  await page.goto('/labs/idle-cpu/');
  const lab = new LabOnPage(page, TITLE);
  await lab.wake();
  const curve = lab.root.getByRole('slider', { name: /^How busy the core is/ });
  await curve.scrollIntoViewIfNeeded();
  const box = await boxOf(curve);
  // 26 lies 25/39 of the way from 1 to 40.
  await page.touchscreen.tap(box.x + (box.width * 25) / 39, box.y + box.height / 2);
  await expect(result(lab)).toContainText('With 26 in flight');
  await context.close();
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });
  test('there is the call, the curve and their figures', async ({ page }) => {
    await page.goto('/labs/idle-cpu/');
    const lab = new LabOnPage(page, TITLE);
    await expect(result(lab)).toContainText('96.2%');
    await expect(
      lab.root.getByRole('img', {
        name: 'How busy the core is, over requests in flight: simulated, 3.8% at 1 to 96.7% at 40; ideal, 3.8% at 1 to 100.0% at 40.',
      }),
    ).toBeVisible();
    await expect(lab.root.getByRole('table', { name: 'How busy the core is, %' })).toBeVisible();
  });
});
