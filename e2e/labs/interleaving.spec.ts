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

test('the arrow keys reach every segment and go back the same way', async ({ page }) => {
  await page.goto('/labs/interleaving/');
  const lab = new LabOnPage(page, 'Interleaving');
  await lab.wake();
  await lab.timeline.focus();
  const rows = await lab.timeline.getByRole('row').all();
  expect(rows).toHaveLength(4);
  for (let row = 1; row < rows.length; row += 1) await page.keyboard.press('ArrowUp');
  for (const row of rows) {
    await page.keyboard.press('Home');
    const names = await row
      .getByRole('gridcell')
      .evaluateAll((cells) => cells.map((cell) => cell.getAttribute('aria-label')));
    const walked: (string | null)[] = [await lab.active()];
    for (let i = 1; i < names.length; i += 1) {
      await page.keyboard.press('ArrowRight');
      walked.push(await lab.active());
    }
    expect(walked).toEqual(names);
    for (const name of names.toReversed().slice(1)) {
      await page.keyboard.press('ArrowLeft');
      expect(await lab.active()).toBe(name);
    }
    await page.keyboard.press('End');
    expect(await lab.active()).toBe(names.at(-1));
    await page.keyboard.press('ArrowDown');
  }
});

test('the timeline is one tab stop', async ({ page }) => {
  await page.goto('/labs/interleaving/');
  const lab = new LabOnPage(page, 'Interleaving');
  await lab.wake();
  await lab.timeline.focus();
  await page.keyboard.press('Tab');
  await expect(lab.root.getByRole('button', { name: 'To the start' })).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await expect(lab.timeline).toBeFocused();
});

test('a question mark lists the keys, but only on the timeline', async ({ page }) => {
  await page.goto('/labs/interleaving/');
  const lab = new LabOnPage(page, 'Interleaving');
  await lab.wake();
  await page.keyboard.press('?');
  await expect(lab.root.getByText('play or pause')).toHaveCount(0);
  await lab.timeline.focus();
  await page.keyboard.press('?');
  await expect(lab.root.getByText('play or pause')).toBeVisible();
});

test('the playhead steps from change to change and exactly back', async ({ page }) => {
  await page.goto('/labs/interleaving/');
  const lab = new LabOnPage(page, 'Interleaving');
  await lab.wake();
  const instant = lab.root.locator('.instant');
  const said = [
    '0 ms Core 1 runs A',
    '5 ms Core 1 runs B',
    '20 ms Core 1 is idle',
    '30 ms Core 1 runs other work',
    '40 ms Core 1 runs other work',
    '50 ms Core 1 runs A',
    '55 ms Core 1 runs B',
    '60 ms The run is over',
  ];
  await expect(instant).toHaveText(said[0] as string);
  for (const text of said.slice(1)) {
    await lab.root.getByRole('button', { name: 'Step forward' }).click();
    await expect(instant).toHaveText(text);
  }
  for (const text of said.toReversed().slice(1)) {
    await lab.root.getByRole('button', { name: 'Step back' }).click();
    await expect(instant).toHaveText(text);
  }
});

test('playing runs to the end by itself, and nothing plays unasked', async ({ page }) => {
  await page.clock.install();
  await page.goto('/labs/interleaving/?at=50');
  const lab = new LabOnPage(page, 'Interleaving');
  await lab.wake();
  const instant = lab.root.locator('.instant');
  await page.clock.runFor(5000);
  await expect(instant).toContainText('50 ms');
  await lab.root.getByRole('button', { name: 'Play' }).click();
  await expect(lab.root.getByRole('button', { name: 'Pause' })).toBeVisible();
  await page.clock.runFor(5000);
  await expect(instant).toHaveText('60 ms The run is over');
  await expect(lab.root.getByRole('button', { name: 'Play' })).toBeVisible();
});

test('under reduced motion playing steps from change to change', async ({ page }) => {
  await page.clock.install();
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('/labs/interleaving/');
  const lab = new LabOnPage(page, 'Interleaving');
  await lab.wake();
  await lab.root.getByRole('button', { name: 'Play' }).click();
  await page.clock.runFor(1100);
  await expect(lab.root.locator('.instant')).toHaveText('5 ms Core 1 runs B');
  await page.clock.runFor(1000);
  await expect(lab.root.locator('.instant')).toHaveText('20 ms Core 1 is idle');
});

test('a segment says why it began and ended, and leads to the task to blame', async ({ page }) => {
  await page.goto('/labs/interleaving/');
  const lab = new LabOnPage(page, 'Interleaving');
  await lab.wake();
  const why = lab.root.getByRole('region', { name: 'Why' });
  await expect(why).toContainText('Request A, 40–50 ms');
  await expect(why).toContainText(
    'The database answered. Other work had the core, so A joined the run queue, first in line.',
  );
  await expect(why).toContainText(
    'Other work finished its 20 ms and gave up the core. A was next.',
  );
  await why.getByRole('button', { name: 'Other work' }).first().click();
  await expect(why).toContainText('Other work, 30–50 ms');
});

test('a burst that is chosen in a lane is ringed on its core too', async ({ page }) => {
  await page.goto('/labs/interleaving/');
  const lab = new LabOnPage(page, 'Interleaving');
  await lab.wake();
  await expect(lab.root.locator('.ring')).toHaveCount(1);
  await lab.timeline.focus();
  await page.keyboard.press('End');
  await expect(lab.root.locator('.ring')).toHaveCount(2);
});

test('a tap takes the nearest segment of its lane, a drag on the axis moves the playhead', async ({
  page,
}) => {
  await page.goto('/labs/interleaving/');
  const lab = new LabOnPage(page, 'Interleaving');
  await lab.wake();
  const lane = await boxOf(lab.lane('request B'));
  const axis = await boxOf(lab.root.locator('.axis-hit'));
  const xAt = (ms: number) => axis.x + (axis.width * ms) / 60;
  await page.mouse.click(xAt(12), lane.y + 10);
  await expect(lab.root.getByRole('region', { name: 'Why' })).toContainText('Request B, 5–20 ms');
  await page.mouse.move(xAt(5), axis.y + 15);
  await page.mouse.down();
  await page.mouse.move(xAt(33), axis.y + 15, { steps: 4 });
  await page.mouse.up();
  await expect(lab.root.locator('.instant')).toContainText('33 ms');
});

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

test('the address holds the state, and back and forward go through it', async ({ page }) => {
  await page.goto('/labs/interleaving/');
  const lab = new LabOnPage(page, 'Interleaving');
  await lab.wake();
  const cores = (n: number) => lab.root.getByRole('radio', { name: String(n), exact: true });
  await cores(2).check({ force: true });
  await expect(page).toHaveURL('/labs/interleaving/?cores=2');
  await lab.root.getByRole('slider', { name: 'Slice' }).press('ArrowRight');
  await expect(page).toHaveURL('/labs/interleaving/?cores=2&slice=1');
  await page.goBack();
  await expect(page).toHaveURL('/labs/interleaving/?cores=2');
  await expect(lab.root.getByRole('slider', { name: 'Slice' })).toHaveAttribute(
    'aria-valuetext',
    'none',
  );
  await page.goBack();
  await expect(cores(1)).toBeChecked();
  await page.goForward();
  await expect(cores(2)).toBeChecked();
  await page.reload();
  await expect(cores(2)).toBeChecked();
  await expect(lab.lane('core 2')).toHaveCount(1);
});

test('the link and the frame to copy hold the setting', async ({ page, context, baseURL }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/labs/interleaving/?cores=2');
  const lab = new LabOnPage(page, 'Interleaving');
  await lab.wake();
  await lab.root.getByRole('button', { name: 'Copy link' }).click();
  await expect(lab.root.getByText('Link copied')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    `${baseURL}/labs/interleaving/?cores=2`,
  );
  await lab.root.getByRole('button', { name: 'Embed' }).click();
  const frame = await lab.root.getByRole('textbox').inputValue();
  expect(frame).toContain(`src="${baseURL}/embed/interleaving/?cores=2"`);
  await page.setContent(frame);
  await expect(
    page.frameLocator('iframe').getByText('A ends at 45 ms and B at 55 ms.'),
  ).toBeVisible();
});

test('every knob’s value survives its link', async ({ page }) => {
  const query = '?cores=3&slice=4&database=50&other=off&burst=25&waiting=block&at=12';
  await page.goto(`/labs/interleaving/${query}`);
  const lab = new LabOnPage(page, 'Interleaving');
  await lab.wake();
  const slider = (name: string) => lab.root.getByRole('slider', { name });
  await expect(lab.root.getByRole('radio', { name: '3' })).toBeChecked();
  await expect(slider('Slice')).toHaveAttribute('aria-valuetext', /4.ms/);
  await expect(slider('Database')).toHaveAttribute('aria-valuetext', /50.ms/);
  await expect(slider('B’s first burst')).toHaveAttribute('aria-valuetext', /25.ms/);
  await expect(lab.root.getByRole('switch')).not.toBeChecked();
  await expect(lab.root.getByRole('radio', { name: 'all wait' })).toBeChecked();
  await expect(lab.root.locator('.instant')).toContainText('12 ms');
  await expect(page).toHaveURL(`/labs/interleaving/${query}`);
});

test.describe('a wrong link', () => {
  const WRONG: [string, RegExp][] = [
    ['cores=NaN', /sets cores to “NaN”\. Allowed: 1, 2, 3 or 4\./],
    ['cores=1e309', /sets cores to “1e309”/],
    ['slice=-1', /sets slice to “-1”\. Allowed: 1 to 20/],
    ['database=99999999999999999999', /sets database to “9+”\. Allowed: 0 to 100/],
    ['waiting=__proto__', /sets waiting to “__proto__”\. Allowed: switch or block/],
    ['__proto__=1', /sets “__proto__”, which this lab does not have/],
    ['core=2', /sets “core”, which this lab does not have\. Its settings are cores, slice/],
    ['at=%00', /sets at to/],
    ['compare=cores:0', /sets cores to “0”/],
    [`slice=${'x'.repeat(6000)}`, /\(6000 characters\)/],
  ];
  for (const [query, warning] of WRONG) {
    test(`?${query.slice(0, 40)} is warned of, and the lab starts with its default`, async ({
      page,
    }) => {
      await page.goto(`/labs/interleaving/?${query}`);
      const lab = new LabOnPage(page, 'Interleaving');
      await expect(lab.root.getByText(warning)).toBeVisible();
      await expect(lab.root.getByText('A ends at 55 ms and B at 60 ms.')).toBeVisible();
      await lab.preset('Two cores').click();
      await expect(lab.root.getByText('A ends at 45 ms and B at 55 ms.')).toBeVisible();
      await expect(lab.root.getByText(warning)).toHaveCount(0);
    });
  }

  test('of 100 kB is read without a hang', async ({ page }) => {
    // Servers refuse such addresses; a page can still be sent to one by its own history.
    await page.goto('/labs/interleaving/');
    const lab = new LabOnPage(page, 'Interleaving');
    await lab.wake();
    await page.evaluate(() => {
      history.pushState(null, '', `?slice=${'9'.repeat(100_000)}`);
      dispatchEvent(new PopStateEvent('popstate'));
    });
    await expect(lab.root.getByText(/\(100000 characters\)/)).toBeVisible();
    await expect(lab.root.getByText('A ends at 55 ms and B at 60 ms.')).toBeVisible();
  });
});

test('an embed follows the system’s theme, or the one that its address fixes', async ({ page }) => {
  const scheme = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto('/embed/interleaving/');
  const dark = await scheme();
  await page.goto('/embed/interleaving/?theme=light');
  const light = await scheme();
  expect(light).not.toBe(dark);
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('/embed/interleaving/?theme=dark&cores=2');
  expect(await scheme()).toBe(dark);
  const lab = new LabOnPage(page, 'Interleaving');
  await lab.wake();
  await lab.preset('One core').click();
  await expect(page).toHaveURL('/embed/interleaving/?theme=dark');
  await expect(page.locator('.credit')).toContainText(
    '1 core, run to block, database 35 ms, other work on',
  );
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
