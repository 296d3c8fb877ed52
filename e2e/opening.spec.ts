// The opening of the landing page: its acts by mouse, keys and finger, step by step, without scripts and on paper; and
// where links to what stood there before lead. What it counts and says is compared with the simulation.

import type { Trace } from '@interleave/simulation';
import type { Locator, Page } from '@playwright/test';
import { type AnyLab, presetRun, presetValues, runOf } from '../src/lab-kit/lab.ts';
import type { Values } from '../src/lab-kit/parameters/kinds.ts';
import { inSeconds } from '../src/lab-kit/units.ts';
import { answeredAt, answersOf, inLineAt, type Strip, stripOf } from '../src/opening/strip.ts';
import { wakeIslands } from './support/islands.ts';
import { boxOf, cellsOf } from './support/lab.ts';
import { labs } from './support/labs.ts';
import { layOutForPaper } from './support/print.ts';
import { expect, test } from './support/test.ts';

const PHONE = { width: 390, height: 844 };
const SENTENCE = 'Three more cores changed nothing.';

const lab = labs.find(({ id }) => id === 'one-at-a-time') as AnyLab;
const ONE = stripOf(presetRun(lab, 'one-at-a-time').result as Trace);
const FOUR = stripOf(presetRun(lab, 'four-cores').result as Trace);

/** The run of a setting of the knobs, which begin at four cores. */
const stripWith = (values: Values) =>
  stripOf(runOf(lab, { ...presetValues(lab, 'four-cores'), ...values }).result as Trace);

const opening = (page: Page) =>
  page.getByRole('region', { name: 'One server, a hundred requests' });
const button = (page: Page, name: string) =>
  opening(page).getByRole('button', { name, exact: true });
const column = (page: Page, name: string) =>
  opening(page).locator(`[data-column="${name}"]`).filter({ visible: true });
const strip = (page: Page) => opening(page).getByRole('img').filter({ visible: true });
/** The sentence as it is seen; what is heard has more in it. */
const sentence = (page: Page) =>
  opening(page).getByText(SENTENCE, { exact: true }).filter({ visible: true });
const heard = (page: Page) => opening(page).getByRole('status');
const knob = (page: Page, group: string, option: string) =>
  opening(page)
    .getByRole('radiogroup', { name: group })
    .getByRole('radio', { name: option, exact: true });

/** What a column shows, as numbers: the time, s, and how many are answered. */
async function shown(of: Locator): Promise<{ seconds: number; answered: number }> {
  const text = await of.innerText();
  return {
    seconds: Number(/([\d.]+)\ss\b/.exec(text)?.[1]),
    answered: Number(/(\d+)\s(?:of\s\d+\s)?answered/.exec(text)?.[1]),
  };
}

/** Waits until a run stands at its end, as the simulation has it. */
const expectEnded = (of: Locator, run: Strip) =>
  expect
    .poll(() => shown(of))
    .toEqual({ seconds: Number.parseFloat(inSeconds(run.end)), answered: run.answered.length });

/** Expects that counters and strip agree with a run at the instant that is shown, which is rounded. */
async function expectAsSimulated(page: Page, of: Locator, run: Strip) {
  const { seconds, answered } = await shown(of);
  const around = [seconds - 0.05, seconds + 0.05].map((at) => answeredAt(run, at * 1e9));
  expect(answered).toBeGreaterThanOrEqual(around[0] as number);
  expect(answered).toBeLessThanOrEqual(around[1] as number);
  const inLine = await strip(page)
    .getByText(/in line/)
    .innerText();
  const expected = [seconds + 0.05, seconds - 0.05].map((at) => inLineAt(run, at * 1e9));
  expect(Number.parseInt(inLine, 10)).toBeGreaterThanOrEqual(expected[0] as number);
  expect(Number.parseInt(inLine, 10)).toBeLessThanOrEqual(expected[1] as number);
}

async function open(page: Page) {
  await page.goto('/');
  await expect(button(page, 'Run')).toBeVisible();
  await wakeIslands(page);
}

test('nothing plays before Run; one core, four cores, then the reader’s own setting', async ({
  page,
}) => {
  await open(page);

  await test.step('before it runs all hundred are in line', async () => {
    expect(await shown(column(page, '1 core'))).toEqual({ seconds: 0, answered: 0 });
    await expect(strip(page)).toContainText('100 in line');
    await expect(opening(page).getByRole('button')).toHaveText(['Run']);
  });

  await test.step('it runs slowly first, and says so; Pause holds it', async () => {
    await button(page, 'Run').click();
    await expect(strip(page)).toContainText('¼ of real speed');
    await expect(strip(page)).toContainText('2.5× real speed');
    await expect
      .poll(async () => (await shown(column(page, '1 core'))).answered)
      .toBeGreaterThan(7);
    await button(page, 'Pause').click();
    await expect(strip(page)).not.toContainText('speed');
    await expectAsSimulated(page, column(page, '1 core'), ONE);
    await button(page, 'Go on').click();
    await expect(button(page, 'Pause')).toBeVisible();
  });

  await test.step('pressed while it runs, Add 3 cores ends it and runs four from the beginning', async () => {
    const before = await boxOf(button(page, 'Add 3 cores'));
    await button(page, 'Add 3 cores').click();
    await expectEnded(column(page, '1 core'), ONE);
    await expect(column(page, '4 cores')).toBeVisible();
    await expect(strip(page)).toContainText('core 4');
    await expect(strip(page)).toContainText('idle: nothing to compute');
    await expect(button(page, 'Add 3 cores')).toHaveAttribute('aria-disabled', 'true');
    expect(await boxOf(button(page, 'Add 3 cores'))).toEqual(before);
    await expect
      .poll(async () => (await shown(column(page, '4 cores'))).answered)
      .toBeGreaterThan(2);
    await button(page, 'Pause').click();
    await expectAsSimulated(page, column(page, '4 cores'), FOUR);
    await expect(sentence(page)).toHaveCount(0);
  });

  await test.step('at the end the two numbers are equal, and the sentence stands beside them', async () => {
    await button(page, 'To the end').click();
    await expectEnded(column(page, '4 cores'), FOUR);
    expect(await shown(column(page, '1 core'))).toEqual(await shown(column(page, '4 cores')));
    await expect(sentence(page)).toBeVisible();
  });

  await test.step('then the reader chooses, and the third column is theirs', async () => {
    await button(page, 'What would you change?').click();
    await expect(page.getByRole('heading', { name: 'What would you change?' })).toBeFocused();
    await expect(column(page, 'Yours')).toContainText('Move a knob, then run.');
    await knob(page, 'In progress at once', 'all').check({ force: true });
    await knob(page, 'Cores', '1').check({ force: true });
    await expect(strip(page)).toContainText('100 workers');
    await button(page, 'Run').click();
    await expectEnded(column(page, 'Yours'), stripWith({ progress: 'threads', cores: 1 }));
    await expect(page.getByRole('heading', { name: '1.25 s instead of 26.0 s.' })).toBeVisible();
  });

  await test.step('a pool has its size, and a lane for each of its workers', async () => {
    await knob(page, 'In progress at once', 'a pool').check({ force: true });
    await opening(page).getByRole('slider', { name: 'Threads in the pool' }).fill('4');
    await expect(column(page, 'Yours')).toContainText('Now run it.');
    await expect(strip(page)).toContainText('4 workers');
    await button(page, 'Run').click();
    await expect(strip(page)).toContainText('96 in line');
    await button(page, 'To the end').click();
    await expectEnded(column(page, 'Yours'), stripWith({ progress: 'pool', pool: 4, cores: 1 }));
  });

  await test.step('a setting that changes nothing says so', async () => {
    await knob(page, 'In progress at once', 'one').check({ force: true });
    await knob(page, 'Cores', '3').check({ force: true });
    await button(page, 'Run').click();
    await button(page, 'To the end').click();
    await expect(page.getByRole('heading', { name: 'Still 26.0 s.' })).toBeVisible();
  });
});

test('it runs to its end by itself, and can be run again', async ({ page }) => {
  await open(page);
  await button(page, 'Run').click();
  await expect(button(page, 'Run again')).toBeVisible();
  await expectEnded(column(page, '1 core'), ONE);
  await expect(button(page, 'To the end')).toHaveCount(0);
  await button(page, 'Run again').click();
  await expect(button(page, 'Pause')).toBeVisible();
  expect((await shown(column(page, '1 core'))).seconds).toBeLessThan(20);
});

test('by keys alone, and the focus is never lost', async ({ page }) => {
  await open(page);
  const focused = page.locator(':focus');
  await button(page, 'Run').focus();
  await page.keyboard.press('Enter');
  await expect(focused).toHaveText('Add 3 cores');
  await page.keyboard.press('Tab');
  await expect(focused).toHaveText('Pause');
  await page.keyboard.press('Space');
  await expect(focused).toHaveText('Go on');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(focused).toHaveText('Add 3 cores');
  await expectEnded(column(page, '1 core'), ONE);
  await page.keyboard.press('Enter');
  await expect(column(page, '4 cores')).toBeVisible();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(focused).toHaveText('To the end');
  await page.keyboard.press('Enter');
  await expect(focused).toHaveText('What would you change?');
  await page.keyboard.press('Enter');
  await expect(focused).toHaveText('What would you change?');
  await expect(focused).toHaveRole('heading');
  await page.keyboard.press('Tab');
  await expect(focused).toHaveText('Run');
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowRight');
  await expect(knob(page, 'In progress at once', 'a pool')).toBeChecked();
  await button(page, 'Run').press('Enter');
  await button(page, 'Pause').focus();
  // The run ends while its button has the focus.
  await expectEnded(column(page, 'Yours'), stripWith({ progress: 'pool' }));
  await expect(focused).toHaveText('Run');
});

test('the second press of a double click does not add cores', async ({ page }) => {
  await open(page);
  await button(page, 'Run').dblclick();
  await expect(button(page, 'Add 3 cores')).toBeEnabled();
  await expect(column(page, '4 cores')).toHaveCount(0);
});

test('it is heard at most once a second, and at the end with its sentence', async ({ page }) => {
  await open(page);
  await page.evaluate(() => {
    const status = [...document.querySelectorAll('[role=status]')].find((one) =>
      one.closest('[aria-label^="One server"]'),
    );
    const heard: { text: string; at: number }[] = [];
    Object.assign(window, { heard });
    new MutationObserver(() =>
      heard.push({ text: status?.textContent ?? '', at: performance.now() }),
    ).observe(status as Element, { subtree: true, characterData: true, childList: true });
  });
  await button(page, 'Run').click();
  await expect(heard(page)).toHaveText('100 of 100 answered after 26.0\u00a0s');
  const said = await page.evaluate(
    () => (window as unknown as { heard: { text: string; at: number }[] }).heard,
  );
  expect(said.length).toBeGreaterThan(4);
  for (const { text } of said) expect(text).toMatch(/^\d+ of 100 answered after [\d.]+\ss$/);
  // The end is heard at once.
  for (const [i, { at }] of said.slice(1, -1).entries()) {
    expect(at - (said[i]?.at ?? 0)).toBeGreaterThan(950);
  }
  await button(page, 'Add 3 cores').click();
  await button(page, 'To the end').click();
  await expect(heard(page)).toHaveText(`${SENTENCE} 100 of 100 answered after 26.0\u00a0s.`);
});

test.describe('with less motion', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } });

  test('each press is the next answer', async ({ page }) => {
    await open(page);
    await button(page, 'Run').click();
    const answers = answersOf(ONE);
    for (const [i, at] of answers.slice(0, 4).entries()) {
      expect(await shown(column(page, '1 core'))).toEqual({
        seconds: Number((at / 1e9).toFixed(1)),
        answered: i + 1,
      });
      await button(page, 'Next answer').click();
    }
    await button(page, 'To the end').click();
    await expectEnded(column(page, '1 core'), ONE);
  });
});

test.describe('by finger, on a phone', () => {
  test.use({ viewport: PHONE, hasTouch: true });

  test('all of it is above the fold, act by act, and its buttons keep their places', async ({
    page,
  }) => {
    await open(page);
    const bottom = async (of: Locator) => {
      const { y, height } = await boxOf(of);
      return y + height;
    };
    const first = await boxOf(button(page, 'Run'));
    expect(first.height).toBe(56);
    const fold = async () => {
      expect(
        await bottom(opening(page).getByRole('list', { name: 'States' }).filter({ visible: true })),
      ).toBeLessThanOrEqual(PHONE.height);
      expect(
        await bottom(page.getByRole('link', { name: 'Begin with chapter 0' })),
      ).toBeLessThanOrEqual(PHONE.height);
    };
    await fold();
    await button(page, 'Run').tap();
    expect((await boxOf(button(page, 'Add 3 cores'))).y).toBe(first.y);
    for (const name of ['Pause', 'To the end']) {
      expect((await boxOf(button(page, name))).height).toBe(44);
    }
    await fold();
    await button(page, 'Add 3 cores').tap();
    expect((await boxOf(button(page, 'Add 3 cores'))).y).toBe(first.y);
    await button(page, 'To the end').tap();
    expect((await boxOf(button(page, 'What would you change?'))).y).toBe(first.y);
    await expect(sentence(page)).toBeInViewport();
    await fold();
    await button(page, 'What would you change?').tap();
    for (const part of [column(page, 'Yours'), button(page, 'Run'), knob(page, 'Cores', '1')]) {
      await expect(part).toBeInViewport();
    }
    await knob(page, 'In progress at once', 'all').tap();
    await button(page, 'Run').tap();
    await expectEnded(column(page, 'Yours'), stripWith({ progress: 'threads' }));
  });
});

/** The page at the end of four cores: without scripts, and on paper. */
async function expectTwin(page: Page) {
  for (const [name, run] of [
    ['1 core', ONE],
    ['4 cores', FOUR],
  ] as const) {
    await expectEnded(column(page, name), run);
  }
  await expect(sentence(page)).toHaveCount(1);
  await expect(strip(page)).toContainText('idle: nothing to compute');
  await expect(opening(page).getByRole('button')).toHaveCount(0);
}

const answers = (page: Page) => page.getByRole('table', { name: 'When each request is answered' });
const ROWS = ONE.answered.map((at, i) => [
  String(i + 1),
  (at / 1e9).toFixed(2),
  ((FOUR.answered[i] ?? 0) / 1e9).toFixed(2),
]);

test('on paper it is at its end, whatever was run, with its table', async ({ page }) => {
  await open(page);
  await button(page, 'Run').click();
  await layOutForPaper(page);
  await expectTwin(page);
  await expect(answers(page)).toBeVisible();
});

for (const viewport of [{ width: 1280, height: 900 }, PHONE]) {
  test.describe(`without scripts, ${viewport.width} px`, () => {
    test.use({ javaScriptEnabled: false, viewport });

    test('it stands at its end, with the last answer at the right, and its table opens', async ({
      page,
    }) => {
      await page.goto('/');
      await expectTwin(page);
      const line = await boxOf(strip(page).locator('[data-mark="playhead"]'));
      const { x, width } = await boxOf(strip(page));
      expect(Math.round(line.x)).toBe(Math.round(x + width));
      const last = await boxOf(strip(page).getByText('26.00'));
      expect(last.x + last.width).toBeLessThan(x + width);
      expect(last.x + last.width).toBeGreaterThan(x + width - 20);
      await page.getByText('Table of answers, 100 rows').click();
      expect(await cellsOf(answers(page))).toEqual(ROWS);
    });
  });
}

test.describe('where its code is lost', () => {
  test('the opening stands at its end, says so, and tries again', async ({ page, complaints }) => {
    const files = '**/OpeningIsland*.js*';
    await page.route(files, (route) => route.fulfill({ status: 404, body: '' }));
    await page.goto('/');
    await expect(
      opening(page).getByText(/^The code of this drawing could not be loaded/),
    ).toBeVisible();
    await expectTwin(page);
    expect(complaints.splice(0).join()).toMatch(/404|dynamically imported/);
    await page.unroute(files);
    await opening(page).getByRole('link', { name: 'Try again' }).click();
    await expect(button(page, 'Run')).toBeVisible();
    await expect(opening(page).getByText(/could not be loaded/)).toBeHidden();
  });

  test('the knobs say so, and the rest goes on', async ({ page, complaints }) => {
    await page.route('**/one-at-a-time.*.js*', (route) => route.fulfill({ status: 404, body: '' }));
    await open(page);
    await button(page, 'Run').click();
    await button(page, 'Add 3 cores').click();
    await button(page, 'To the end').click();
    await button(page, 'What would you change?').click();
    await expect(opening(page).getByText('The knobs could not be loaded.')).toBeVisible();
    await expect(
      opening(page).getByRole('link', { name: 'Try again' }).filter({ visible: true }),
    ).toHaveAttribute('href', '/');
    await expectEnded(column(page, '4 cores'), FOUR);
    expect(complaints.splice(0).join()).toMatch(/404|dynamically imported/);
  });
});

test.describe('what stood on the landing page before', () => {
  for (const [place, now] of [
    ['a-queue', 'a-queue'],
    ['let-them-wait-together', 'let-them-wait-together'],
    ['claim-2', 'claim-2'],
    // The heading of it all is the chapter's title.
    ['one-request-at-a-time', '_top'],
  ]) {
    test(`/#${place} leads to the same place of chapter 0`, async ({ page }) => {
      await page.goto(`/#${place}`);
      await expect(page).toHaveURL(`/one-at-a-time/#${now}`);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('One request at a time');
      await expect(page.locator(`[id="${now}"]`)).toBeInViewport();
    });
  }

  test('places that are still there stay, and Back leads past the redirect', async ({ page }) => {
    await page.goto('/#the-way-through');
    await expect(page.getByRole('heading', { name: 'The way through' })).toBeInViewport();
    await expect(page).toHaveURL('/#the-way-through');
    await page.goto('/labs/');
    await page.goto('/#check-yourself');
    await expect(page).toHaveURL('/one-at-a-time/#check-yourself');
    await page.goBack();
    await expect(page).toHaveURL('/labs/');
  });

  test('who had read it has read chapter 0', async ({ page }) => {
    await page.goto('/labs/');
    await page.evaluate(() => localStorage.setItem('interleave:read:index', 'yes'));
    await page.goto('/');
    await page.goto('/idle-cpu/');
    await expect(
      page.getByRole('navigation', { name: 'Chapters' }).getByRole('link', { name: /One request/ }),
    ).toHaveAccessibleName(/, read$/);
  });
});

test.describe('in a low window', () => {
  test.use({ viewport: { width: 320, height: 568 } });

  test('what runs comes out from behind the buttons', async ({ page }) => {
    await page.goto('/');
    const run = page.getByRole('button', { name: 'Run', exact: true });
    await run.click();
    const core = page.getByText('core 1', { exact: true }).first();
    const button = page.getByRole('button', { name: 'Add 3 cores' });
    await expect
      .poll(async () => (await boxOf(button)).y - (await boxOf(core)).y)
      .toBeGreaterThan(20);
    await expect(core).toBeInViewport();
  });
});
