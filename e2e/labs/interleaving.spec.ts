// The lab "interleaving" as a reader uses it, on its own page and embedded.
import { boxOf, cellsOf, LabOnPage, ONE_CORE, TWO_CORES } from '../support/lab.ts';
import { expect, test } from '../support/test.ts';

const PAGES = ['/labs/interleaving/', '/embed/interleaving/'];

for (const path of PAGES) {
  test.describe(path, () => {
    test('opens with the documented timeline of one core', async ({ page }) => {
      await page.goto(path);
      const lab = new LabOnPage(page, 'Interleaving');
      await expect(lab.root.getByText('A ends at 55 ms and B at 60 ms.')).toBeVisible();
      expect(await lab.events()).toEqual(ONE_CORE);
      await expect(lab.lane('request A')).toHaveAccessibleName(
        'request A: running, 0 to 5 ms; waiting for the database, 5 to 40 ms; runnable, 40 to 50 ms; running, 50 to 55 ms',
      );
      await expect(lab.lane('other work')).toHaveAccessibleName(
        'other work, assumed: running, 30 to 50 ms',
      );
    });

    test('shows the documented timeline of two cores', async ({ page }) => {
      await page.goto(`${path}?cores=2&other=off`);
      const lab = new LabOnPage(page, 'Interleaving');
      expect(await lab.events()).toEqual(TWO_CORES);
    });

    test('on two cores both requests start at 0', async ({ page }) => {
      await page.goto(path);
      const lab = new LabOnPage(page, 'Interleaving');
      await lab.wake();
      await lab.preset('Two cores').click();
      await expect(lab.lane('request A')).toHaveAccessibleName(/^request A: running, 0 to 5 ms/);
      await expect(lab.lane('request B')).toHaveAccessibleName(/^request B: running, 0 to 15 ms/);
      await expect(page).toHaveURL(`${path}?cores=2`);
    });

    test('without the other work A resumes at 40', async ({ page }) => {
      await page.goto(path);
      const lab = new LabOnPage(page, 'Interleaving');
      await lab.wake();
      await lab.root.getByRole('switch', { name: /^Other work/ }).uncheck();
      await expect(lab.lane('request A')).toHaveAccessibleName(/running, 40 to 45 ms$/);
      await expect(lab.lane('request B')).toHaveAccessibleName(/running, 55 to 60 ms$/);
      await expect(lab.lane('other work')).toHaveCount(0);
    });
  });
}

test('two runs lie on one clock, with the differences named', async ({ page }) => {
  await page.goto('/labs/interleaving/');
  const lab = new LabOnPage(page, 'Interleaving');
  await lab.wake();
  await lab.root.getByRole('button', { name: 'Compare with…' }).click();
  await lab.root.getByRole('radio', { name: '2' }).check({ force: true });
  await expect(lab.root.locator('.result')).toHaveText(
    'A ends 10 ms earlier: 10 ms less ready without running. B ends 5 ms earlier: 5 ms less ready without running.',
  );
  await expect(lab.root.getByText('1 core above the line, 2 cores below it')).toBeVisible();
  await expect(lab.root.getByRole('region', { name: 'The difference' })).toContainText(
    'In the second run: The database answered. Core 2 was free, so A ran at once.',
  );
  const events = await lab.events();
  expect(events.slice(0, 9)).toEqual(ONE_CORE);
  expect(events.slice(9, 15)).toEqual(TWO_CORES);
  await expect(page).toHaveURL('/labs/interleaving/?cores=2&compare=default');
  await lab.root.getByRole('button', { name: 'Stop comparing' }).click();
  await expect(page).toHaveURL('/labs/interleaving/?cores=2');
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });
  for (const path of PAGES) {
    test(`${path} has the drawing, the sentence and the table`, async ({ page }) => {
      await page.goto(path);
      const lab = new LabOnPage(page, 'Interleaving');
      await expect(lab.root.getByText('A ends at 55 ms and B at 60 ms.')).toBeVisible();
      await expect(lab.lane('request A')).toHaveAccessibleName(/runnable, 40 to 50 ms/);
      await expect(lab.root.getByRole('table')).toBeVisible();
      expect(await cellsOf(lab.root.getByRole('table'))).toEqual(ONE_CORE);
      await expect(lab.root.getByRole('slider')).toHaveCount(0);
    });
  }
});

test('on paper there is the drawing and the table, and nothing to press', async ({ page }) => {
  await page.goto('/labs/interleaving/');
  const lab = new LabOnPage(page, 'Interleaving');
  await lab.wake();
  await page.emulateMedia({ media: 'print' });
  await expect(lab.root.getByRole('table')).toBeVisible();
  await expect(lab.root.getByText('A ends at 55 ms and B at 60 ms.')).toBeVisible();
  for (const name of ['Play', 'Two cores', 'Copy link']) {
    await expect(lab.root.getByRole('button', { name })).toHaveCount(0);
  }
  await expect(lab.root.getByRole('slider')).toHaveCount(0);
});

test('a table that was opened before the page was live stays open', async ({ page }) => {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/*.js', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto('/labs/interleaving/', { waitUntil: 'commit' });
  const lab = new LabOnPage(page, 'Interleaving');
  await lab.root.getByText(/^Event table/).click();
  await expect(lab.root.getByRole('table')).toBeVisible();
  release();
  await lab.wake();
  await lab.preset('Two cores').click();
  await expect(lab.root.locator('.result')).toContainText('A ends at 45');
  await expect(lab.root.getByRole('table')).toBeVisible();
});

test('hydration moves nothing', async ({ page }) => {
  await page.route('**/*.js', async (route) => {
    await page.locator('.timeline').waitFor();
    await route.continue();
  });
  await page.goto('/labs/interleaving/', { waitUntil: 'commit' });
  const lab = new LabOnPage(page, 'Interleaving');
  await lab.root.waitFor();
  const boxes = () =>
    lab.root.evaluate((root) =>
      [root, ...root.querySelectorAll('.result, .knobs, .timeline, .under, .why, .links')].map(
        (element) => {
          const { top, height } = element.getBoundingClientRect();
          const from = root.getBoundingClientRect().top;
          return [element.className, Math.round(top - from), Math.round(height)];
        },
      ),
    );
  await page.evaluate(() => document.fonts.ready);
  const before = await boxes();
  await lab.wake();
  expect(await boxes()).toEqual(before);
});

test('a phone’s finger chooses a segment and drags a knob', async ({ browser, baseURL }) => {
  const context = await browser.newContext({
    baseURL: baseURL as string,
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  const page = await context.newPage();
  await page.goto('/labs/interleaving/');
  const lab = new LabOnPage(page, 'Interleaving');
  await lab.wake();
  const cell = lab.lane('request B').getByRole('gridcell').nth(1);
  await cell.scrollIntoViewIfNeeded();
  const box = await boxOf(cell);
  await page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2);
  await expect(lab.root.getByRole('region', { name: 'Why' })).toContainText('Request B, 5–20 ms');
  const slider = lab.root.getByRole('slider', { name: 'Database' });
  const track = await boxOf(slider);
  await page.touchscreen.tap(track.x + track.width - 4, track.y + track.height / 2);
  await expect(slider).toHaveAttribute('aria-valuetext', /100.ms/);
  await context.close();
});
