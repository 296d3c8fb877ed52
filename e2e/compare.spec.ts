// Comparing: the pinned run keeps its name and its place, and is on every drawing, on one clock with the other.
import type { Locator, Page } from '@playwright/test';
import { boxOf, LabOnPage } from './support/lab.ts';
import { expect, test } from './support/test.ts';

async function open(page: Page, address: string, title: string) {
  await page.goto(address);
  const lab = new LabOnPage(page, title);
  await lab.wake();
  return lab;
}

const compare = (lab: LabOnPage) => lab.root.getByRole('button', { name: 'Compare with…' });

test('by keys: it says what to do, and the pinned run keeps its name and its place', async ({
  page,
}) => {
  const lab = await open(page, '/labs/interleaving/', 'Interleaving');
  await compare(lab).press('Enter');
  await expect(lab.result).toHaveText('Pinned. Now change something.');
  const legs = (other: string) => lab.root.getByText(`One core above the line, ${other} below it`);
  await lab.root.getByRole('radio', { name: '1', exact: true }).press('ArrowRight');
  await expect(lab.result).toContainText('A ends 10 ms earlier');
  await expect(legs('2 cores')).toBeVisible();
  await lab.root.getByRole('slider', { name: 'Database' }).press('End');
  await expect(legs('2 cores, database 100 ms')).toBeVisible();
  await lab.preset('One at a time').press('Enter');
  await expect(legs('One at a time')).toBeVisible();
  await expect(lab.timeline.getByRole('row').first()).toHaveAccessibleName(/^One core, request A/);
});

test('by mouse: a run that is no preset is named by what differs', async ({ page }) => {
  const lab = await open(page, '/labs/interleaving/?cores=3', 'Interleaving');
  await compare(lab).click();
  await lab.preset('Two cores').click();
  await expect(lab.root.getByText('3 cores above the line, 2 cores below it')).toBeVisible();
});

test('both runs end on one clock', async ({ page }) => {
  const lab = await open(page, '/labs/interleaving/', 'Interleaving');
  await compare(lab).click();
  await lab.root.getByRole('slider', { name: 'Database' }).press('End');
  const end = lab.root.getByRole('button', { name: 'Step forward' });
  await lab.root.getByRole('button', { name: 'To the start' }).click();
  for (let step = 0; step < 12; step += 1) await end.click();
  // The pinned run has ended long before, at 60 ms: nothing changes in it here.
  await expect(lab.instant).toHaveText(/^125\sms database 100\sms: B ends; the run is over\.$/);
});

test('while two runs play, the button stays under the pointer', async ({ page }) => {
  const lab = await open(
    page,
    '/labs/interleaving/?compare=cores:4,database:0&database=100',
    'Interleaving',
  );
  const play = lab.root.getByRole('button', { name: 'Play', exact: true });
  const pause = lab.root.getByRole('button', { name: 'Pause', exact: true });
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 900 });
    const fromTop = async (button: Locator) => (await boxOf(button)).y - (await boxOf(lab.root)).y;
    const y = await fromTop(play);
    const { height } = await boxOf(lab.root);
    await lab.root.getByRole('combobox', { name: 'Speed' }).selectOption('4');
    await play.click();
    await expect(lab.instant).toContainText(/^[4-9]\d\s/);
    expect(await fromTop(pause)).toBe(y);
    expect((await boxOf(lab.root)).height).toBe(height);
    await pause.click();
    await lab.root.getByRole('button', { name: 'To the start' }).click();
  }
});

test('of a run that is long over, the part that was shown of the other is not all that is seen', async ({
  page,
}) => {
  const lab = await open(page, '/labs/idle-cpu/?flight=26', 'Idle CPU');
  await expect(lab.root.getByText(/ of 2,600.ms$/)).toBeVisible();
  await lab.root.getByRole('button', { name: 'Zoom in' }).click();
  await compare(lab).click();
  await lab.preset('All at once').click();
  await expect(lab.root.getByText(/ of 2,600.ms$/)).toHaveCount(0);
});

test('by touch and keys: a chart has the pinned curve under the other, by its name', async ({
  page,
}) => {
  const lab = await open(page, '/labs/idle-cpu/', 'Idle CPU');
  await expect(
    lab.root.getByRole('img', { name: / over requests in flight/ }).first(),
  ).toBeVisible();
  await compare(lab).press('Enter');
  await lab.preset('Another region').press('Enter');
  const charts = lab.root.getByRole('figure').filter({ has: page.getByRole('slider') });
  const chart = charts.first();
  const legend = chart.getByRole('listitem').filter({ hasText: /^pinned: Typical request$/ });
  await expect(legend).toBeVisible();
  await expect(chart.locator('svg text').filter({ hasText: 'pinned' })).toHaveCount(1);
  await expect(chart.getByRole('img', { name: /pinned: Typical request, / })).toBeVisible();
  await expect(chart.locator('p[aria-live]')).toContainText(/: pinned: Typical request \d/);
  await lab.root.getByRole('button', { name: 'Stop comparing' }).click();
  await expect(legend).toHaveCount(0);
});

test('where the axis is all that differs, the curve stands once, and the pinned run is marked on it', async ({
  page,
}) => {
  const lab = await open(page, '/labs/idle-cpu/?compare=default&flight=26', 'Idle CPU');
  const chart = lab.root
    .getByRole('figure')
    .filter({ has: page.getByRole('slider') })
    .first();
  await expect(chart.getByRole('img')).toHaveAccessibleName(/; pinned run at 1\.$/);
  await expect(chart.getByText('Typical request')).toHaveCount(0);
  await expect(chart.locator('svg text').filter({ hasText: /^pinned$/ })).toBeVisible();
  await chart.getByRole('slider').press('Home');
  await expect(chart.locator('p[aria-live]')).toContainText(/^Requests in flight 1, pinned: /);
  await lab.root.getByRole('button', { name: 'Typical request' }).click();
  await expect(chart.locator('svg text').filter({ hasText: /^pinned$/ })).toHaveCount(0);
});

test('of programs that are stepped through both are drawn, on one clock', async ({ page }) => {
  const lab = await open(page, '/labs/thread-anatomy/', 'Thread anatomy');
  const strips = lab.root.getByRole('slider', { name: /: where the playhead stands$/ });
  await expect(strips).toHaveCount(1);
  await compare(lab).click();
  await lab.root.locator('[data-knob] input').last().press('ArrowRight');
  await expect(strips).toHaveCount(2);
  const ends = await strips.evaluateAll((all) =>
    all.map((one) => one.getBoundingClientRect().width),
  );
  expect(ends[0]).toBe(ends[1]);
});

test('what a reader steps through by hand is drawn and told beside what was pinned', async ({
  page,
}) => {
  const lab = await open(page, '/labs/shared-memory/?moves=AB', 'Shared memory');
  await compare(lab).click();
  await lab.root.getByRole('button', { name: 'Step A' }).click();
  await expect(lab.root.getByText('Drawn whole: the moves A B A.')).toBeVisible();
  const strips = lab.root.getByRole('slider', { name: /: where the playhead stands$/ });
  await expect(strips).toHaveCount(2);
  await expect(strips.nth(0)).toHaveAccessibleName(/the moves A B:/);
  await expect(strips.nth(1)).toHaveAccessibleName(/the moves A B A:/);
  await expect(lab.instant).toHaveText(/^move 3 of 3 the moves A B: .*; the moves A B A: A /);
});

test('runs of an event loop tell what became of each request, in the words of a loop', async ({
  page,
}) => {
  const lab = await open(page, '/labs/event-loop/?remedy=processes&compare=default', 'Event loop');
  const told = lab.root.getByRole('region', { name: 'The difference' });
  await expect(told).toContainText(/A callback that computes: 28\sms in line; done at 45\sms\./);
  await expect(told).toContainText(/Two processes: never in line; done at 17\sms\./);
  await expect(told).not.toContainText(/worker|Core/);
});

test('bars of runs that are far apart have scales of their own, and are seen', async ({ page }) => {
  const lab = await open(
    page,
    '/labs/thread-memory/?connections=10&compare=connections:1000000',
    'Thread memory',
  );
  const bars = lab.root.getByRole('radiogroup', { name: /Three measures of both/ });
  await expect(bars).toHaveAccessibleName(/each on a scale of its own/);
  // The line of the memory would lie over them.
  const ends = await bars.evaluate((group) => {
    const last = (selector: string) => [...group.querySelectorAll(selector)].at(-1) as Element;
    return [last('i'), last('[class*="memory"]')].map((one) => one.getBoundingClientRect());
  });
  expect(ends[0]?.width).toBeGreaterThanOrEqual(2);
  expect(ends[0]?.right).toBeLessThan(ends[1]?.left as number);
  await page.goto('/labs/thread-memory/?compare=overcommit:never');
  await expect(bars).toHaveAccessibleName(/on one scale/);
});

test('what curves are over is no setting: a preset leaves it and stays marked, and so do two runs', async ({
  page,
}) => {
  const lab = await open(page, '/labs/which-knob/', 'Which knob?');
  const over = (name: string) =>
    lab.root.getByRole('radiogroup', { name: 'Curves over' }).getByRole('radio', { name });
  await lab.preset('CPU-bound').click();
  await over('speed').check({ force: true });
  await expect(lab.preset('CPU-bound')).toHaveAttribute('aria-pressed', 'true');
  await lab.preset('Mixed').press('Enter');
  await expect(over('speed')).toBeChecked();
  await compare(lab).press('Enter');
  await over('database').press('Space');
  await expect(lab.result).toHaveText('Pinned. Now change something.');
  await lab.preset('IO-bound').click();
  await expect(over('database')).toBeChecked();
  const chart = lab.root
    .getByRole('figure')
    .filter({ has: page.getByRole('slider') })
    .first();
  await expect(chart.getByRole('img')).toHaveAccessibleName(
    /over time the database takes: pinned: Mixed, .* at 25% to .* at 200%; simulated, /,
  );
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('a name at the end of a curve sticks out of nothing', async ({ page }) => {
    const lab = await open(page, '/labs/idle-cpu/', 'Idle CPU');
    await compare(lab).tap();
    await lab.preset('Another region').tap();
    const name = lab.root.locator('figure svg text').filter({ hasText: 'pinned' });
    await expect(name.first()).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  });

  test('no line and no words over a lane lie on the name of a run', async ({ page }) => {
    const lab = await open(
      page,
      '/labs/interleaving/?database=5&compare=database:100',
      'Interleaving',
    );
    const clear = await lab.timeline.evaluate((grid) => {
      const boxes = (selector: string) =>
        [...grid.querySelectorAll(selector)].map((one) => one.getBoundingClientRect());
      const names = boxes('text[class*="label"], text[class*="note"]').filter(
        ({ width }) => width > 0,
      );
      const marks = boxes('g[class*="mark"][data-shows="result"] :is(rect, text)');
      return {
        names: names.length,
        marks: marks.length,
        crossed: names.flatMap((name) =>
          marks.filter(
            (mark) =>
              mark.left < name.right &&
              mark.right > name.left &&
              mark.top < name.bottom &&
              mark.bottom > name.top,
          ),
        ).length,
      };
    });
    expect(clear.names).toBeGreaterThan(2);
    expect(clear.marks).toBeGreaterThan(2);
    expect(clear.crossed).toBe(0);
  });
});
