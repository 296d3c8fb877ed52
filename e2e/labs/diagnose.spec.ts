// The lab of slow services as its reader uses it: what each remedy is told to do, by mouse, keys and finger, its links, a
// second of it as a timeline, new cases, paper, no scripts. What is right comes from the lab's model.
import { toText } from '@interleave/simulation';
import type { Page } from '@playwright/test';
import { diagnosisOf } from '../../labs/diagnose/diagnosis.ts';
import type { Diagnosis, Effect, Outcome } from '../../labs/diagnose/kinds.ts';
import { CASE_IDS } from '../../labs/diagnose/setting.ts';
import { boxOf, LabOnPage } from '../support/lab.ts';
import { layOutForPaper, layOutForScreen } from '../support/print.ts';
import { expect, test } from '../support/test.ts';

const PATH = '/labs/diagnose/';

const OPTIONS: readonly (readonly [Effect, string])[] = [
  ['half', 'half or less'],
  ['lower', 'lower'],
  ['same', 'about the same'],
  ['higher', 'higher'],
];
const optionOf = (effect: Effect) => OPTIONS.find(([one]) => one === effect)?.[1] as string;

/** What a remedy does, by the 95th percentiles of the two runs. */
function effectOf({ before }: Diagnosis, { latencies }: Outcome): Effect {
  const left = latencies.p95 / before.p95;
  if (left <= 0.5) return 'half';
  if (left <= 0.9) return 'lower';
  return left <= 1.1 ? 'same' : 'higher';
}

/** The remedy that leaves the least. */
const bestOf = ({ outcomes }: Diagnosis) =>
  outcomes.toSorted((a, b) => a.latencies.p95 - b.latencies.p95)[0] as Outcome;

const fixed = (id: string) => diagnosisOf({ case: id, seed: 1 });

function parts(page: Page) {
  const lab = new LabOnPage(page, 'Diagnose');
  return {
    lab,
    remedy: (label: string) =>
      lab.root.getByRole('radiogroup', { name: /^Choose a remedy/ }).getByRole('radio', {
        name: label,
        exact: true,
      }),
    option: (label: string) =>
      lab.root.getByRole('radiogroup', { name: 'The 95% will be' }).getByRole('radio', {
        name: new RegExp(`^${label}`),
      }),
    show: lab.root.getByRole('button', { name: 'Show me without a guess' }),
    verdict: lab.root
      .getByRole('radiogroup', { name: 'The 95% will be' })
      .locator('xpath=../following-sibling::*[@role="status"]'),
    before: lab.root.getByRole('img', { name: /^How long answers take/ }),
    every: lab.root.getByRole('table', { name: 'Every remedy, on the same requests' }),
    why: lab.root.getByRole('region', { name: 'What the case is' }),
    field: lab.root.getByRole('textbox', { name: 'Case number' }),
    another: lab.root.getByRole('button', { name: 'Another one' }),
    seconds: lab.root.getByRole('region', { name: 'One second as a timeline' }),
  };
}

async function open(page: Page, query = '') {
  await page.goto(`${PATH}${query}`);
  const found = parts(page);
  await found.lab.wake();
  return found;
}

/** What tells the answer of a case. */
const secretsOf = ({ name, shows, others, outcomes }: Diagnosis) => [
  name,
  toText(shows),
  toText(others),
  ...outcomes.map(({ why }) => toText(why)),
  'helps most',
];

/** Before its answer is given: nothing that tells it is anywhere, in what is seen and what is not. */
async function expectSecret(page: Page, diagnosis: Diagnosis) {
  const { lab, before, every, why } = parts(page);
  await expect(lab.result).toHaveText(toText(diagnosis.story));
  await lab.root.getByRole('radio').first().check();
  expect((await lab.rowsOf('How long requests take, ms')).map(([service]) => service)).toEqual([
    'as it is',
  ]);
  const said = await lab.root.innerHTML();
  const text = await lab.root.innerText();
  for (const secret of secretsOf(diagnosis)) {
    expect(said.includes(secret) || text.includes(secret), secret).toBe(false);
  }
  for (const shown of [before, every, why]) await expect(shown).toHaveCount(0);
  for (const gauge of diagnosis.gauges) {
    await expect(lab.root.getByRole('img', { name: gauge.told })).toBeVisible();
  }
}

/** A wrong remedy is shown as wrong, the right one as right, and so are predictions. */
async function expectAnswers(page: Page, i: number, diagnosis: Diagnosis) {
  const { lab, remedy, option, verdict, before, every, why } = parts(page);
  const best = bestOf(diagnosis);
  for (const [n, outcome] of diagnosis.outcomes.entries()) {
    await lab.preset(String(i + 1)).click();
    await expect(why).toHaveCount(0);
    await remedy(outcome.label).check();
    const effect = effectOf(diagnosis, outcome);
    // Right and wrong predictions take turns.
    const said = n % 2 === 0 ? effect : (OPTIONS.find(([one]) => one !== effect)?.[0] as Effect);
    await option(optionOf(said)).click();
    await expect(verdict).toContainText(said === effect ? 'Right: it' : 'Not quite: it');
    await expect(option(optionOf(said))).toBeChecked();
    await expect(option(optionOf(effect))).toHaveAccessibleName(/\(this is what it does\)$/);
    await expect(lab.root.getByRole('radio', { name: /\(not right\)$/ })).toHaveCount(
      said === effect ? 0 : 1,
    );
    if (outcome === best) await expect(verdict).toContainText('this one helps most');
    else await expect(verdict).toContainText(`“${best.label}” helps m`, { ignoreCase: true });
    await expect(before).toHaveAccessibleName(
      new RegExp(`With ${RegExp.escape(outcome.label)}: .*95% within`),
    );
    await expect(every.getByRole('row')).toHaveCount(diagnosis.outcomes.length + 2);
    await expect(every.getByRole('row', { name: /helps most/ })).toHaveAccessibleName(
      new RegExp(`^${RegExp.escape(best.label)}`),
    );
    await expect(why).toContainText(diagnosis.name);
    for (const told of [diagnosis.shows, diagnosis.others, outcome.why]) {
      await expect(why).toContainText(toText(told));
    }
    await expect(page).toHaveURL(new RegExp(`remedy=${outcome.id}&said=${said}$`));
  }
}

/** A case's number: its tab, and its value in links. */
const numberOf = (id: string) => CASE_IDS.indexOf(id) + 1;

// Two tests, for two workers: the page is loaded once for many cases.
const half = Math.ceil(CASE_IDS.length / 2);
for (const some of [CASE_IDS.slice(0, half), CASE_IDS.slice(half)]) {
  test(`cases ${some[0]} to ${some.at(-1)} keep their answers until one is given, and then say what is right`, async ({
    page,
  }) => {
    const { lab } = await open(page, `?case=${numberOf(some[0] as string)}`);
    for (const id of some) {
      await test.step(id, async () => {
        const diagnosis = fixed(id);
        await lab.open(`${PATH}?case=${numberOf(id)}`);
        await expectSecret(page, diagnosis);
        // Each look at the page would go through its 600 cells.
        await lab.tables.locator('summary').click();
        await expectAnswers(page, CASE_IDS.indexOf(id), diagnosis);
      });
    }
  });
}

test('by keys alone: to a remedy, to what it will do, past it without saying so, and to the next remedy', async ({
  page,
}) => {
  const { lab, remedy, option, verdict, show } = await open(page, '?case=3');
  const { keyboard } = page;
  const [first, second] = fixed('small-pool').outcomes as [Outcome, Outcome];
  await lab.root.getByRole('button', { name: 'Look at one second' }).focus();
  await keyboard.press('Tab');
  await expect(remedy(first.label)).toBeFocused();
  await keyboard.press('Space');
  await keyboard.press('ArrowRight');
  await expect(remedy(second.label)).toBeFocused();
  await expect(remedy(second.label)).toBeChecked();
  await keyboard.press('Tab');
  await expect(option('half or less')).toBeFocused();

  await test.step('an arrow only goes on: nothing is said yet', async () => {
    await keyboard.press('ArrowRight');
    await keyboard.press('ArrowRight');
    await expect(option('about the same')).toBeFocused();
    await expect(option('about the same')).not.toBeChecked();
    await expect(verdict).toBeEmpty();
    await keyboard.press('Enter');
    await expect(option('about the same')).toBeChecked();
    await expect(option('about the same')).toBeFocused();
    await expect(verdict).not.toBeEmpty();
    await expect(show).toHaveCount(0);
  });

  await test.step('it cannot be said again, and another remedy is shown at once', async () => {
    await keyboard.press('ArrowRight');
    await keyboard.press('Enter');
    await expect(option('about the same')).toBeChecked();
    await keyboard.press('Shift+Tab');
    await expect(remedy(second.label)).toBeFocused();
    await keyboard.press('ArrowLeft');
    await expect(remedy(first.label)).toBeFocused();
    await expect(page).toHaveURL(new RegExp(`remedy=${first.id}&said=shown$`));
    await expect(option('about the same')).not.toBeChecked();
  });

  await test.step('what asks to be shown goes, and the focus with what it asked for', async () => {
    await lab.preset('4').press('Enter');
    await remedy(fixed('loop-on-16').outcomes[0]?.label as string).focus();
    await keyboard.press('Space');
    await keyboard.press('Tab');
    await keyboard.press('Tab');
    await expect(show).toBeFocused();
    await keyboard.press('Enter');
    await expect(show).toHaveCount(0);
    await expect(verdict).toBeFocused();
    await expect(verdict).toContainText('It ');
  });
});

test('a link to a case opens its question, and a link to a remedy its answer', async ({ page }) => {
  const drowned = fixed('drowned');
  const { lab, why, option } = await open(page, '?case=6');
  await expect(lab.result).toHaveText(toText(drowned.story));
  await expect(lab.preset(String(CASE_IDS.indexOf('drowned') + 1))).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await expect(why).toHaveCount(0);
  const [outcome] = drowned.outcomes as [Outcome];
  await open(page, `?case=6&remedy=${outcome.id}&said=shown`);
  await expect(why).toContainText(drowned.name);
  await expect(option(optionOf(outcome.effect))).toHaveAccessibleName(/this is what it does/);

  await test.step('one to a remedy that the case does not have says so', async () => {
    await lab.open(`${PATH}?case=1&remedy=less-retry&said=shown`);
    await expect(lab.root.getByRole('status').first()).toContainText(
      'does not go with the other settings',
    );
    await expect(why).toHaveCount(0);
  });

  await test.step('one to a remedy that a new case does not offer says so', async () => {
    const offered = diagnosisOf({ case: 'new', seed: 3 }).outcomes.map(({ id }) => id);
    expect(offered).not.toContain('less-retry');
    await lab.open(`${PATH}?case=new&seed=3&remedy=less-retry&said=shown`);
    await expect(lab.root).toContainText('This case does not offer fewer retries.');
    await expect(why).toHaveCount(0);
    await expect(lab.root.getByRole('radio', { checked: true })).toHaveCount(0);
  });
});

test('an address says the number of a case and nothing of its diagnosis', async ({ page }) => {
  const { lab } = await open(page, '?case=took-60');
  const warning = lab.root.getByRole('status').first();
  await expect(warning).toContainText('Allowed: 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12');
  for (const id of CASE_IDS.filter((one) => one !== 'took-60')) {
    await expect(warning).not.toContainText(id);
  }
  await lab.preset('5').click();
  await expect(page).toHaveURL(`${PATH}?case=5`);
});

test('where colours are forced the chosen case keeps its line', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  const { lab } = await open(page, '?case=2');
  await expect(lab.preset('2')).toHaveAttribute('aria-pressed', 'true');
  const line = (name: string) =>
    lab
      .preset(name)
      .evaluate((tab) => getComputedStyle(tab, '::after').getPropertyValue('background-color'));
  expect(await line('2')).not.toBe(await line('3'));
});

test('before and after stand beside the columns, and the others help less than the best', async ({
  page,
}) => {
  const { lab, before, why } = await open(page, '?case=1&remedy=together&said=shown');
  const columns = await boxOf(before.locator('svg'));
  for (const side of ['before', 'after']) {
    const { x } = await boxOf(before.getByText(side, { exact: true }));
    expect(x, side).toBeGreaterThanOrEqual(columns.x + columns.width);
  }
  await expect(why).toContainText('Why the others help less');
  await lab.root.getByRole('radio', { name: '8 cores' }).check();
  await expect(why).toContainText('Why no other helps as much as “the 4 queries at once”');
});

test('second by second a column has one unit and one number of decimals', async ({ page }) => {
  const { lab } = await open(page, '?case=1');
  await lab.tables.locator('summary').click();
  const table = lab.root.getByRole('table', { name: 'The panel, second by second' });
  await expect(table.getByRole('columnheader', { name: 'cores in use, %' })).toBeVisible();
  const rows = await lab.rowsOf('The panel, second by second');
  for (const column of rows[0]?.keys() ?? []) {
    const decimals = rows.map((row) => row[column]?.split('.')[1]?.length ?? 0);
    expect([...new Set(decimals)], `column ${column}`).toHaveLength(1);
  }
});

test('the number of a new case is told while it is drawn', async ({ page }) => {
  const { field, another } = await open(page, '?case=new&seed=7');
  await expect(field).toHaveValue('7');
  // Nothing is drawn while the clock stands.
  await page.clock.install();
  await page.clock.pauseAt(Date.now() + 1000);
  await another.click();
  await expect(another).toHaveAttribute('aria-disabled', 'true');
  await expect(field).toHaveValue('8');
  await page.clock.resume();
  await expect(another).not.toHaveAttribute('aria-disabled');
  await expect(field).toHaveValue('8');
});

test('a second of it is a timeline when asked for, fits small and large windows, and goes again', async ({
  page,
}) => {
  const { lab, seconds } = await open(page, '?case=3');
  await expect(lab.root.getByRole('grid')).toHaveCount(0);
  await lab.root.getByRole('button', { name: 'Look at one second' }).click();
  const grid = seconds.getByRole('grid');
  await expect(grid).toBeVisible();
  expect(Number(await grid.getAttribute('aria-rowcount'))).toBeGreaterThan(20);
  await grid.focus();
  await page.keyboard.press('ArrowRight');
  await expect(seconds.getByRole('status')).toHaveText(/Request .* to [\d.]+ ms$/);
  await page.keyboard.press('ArrowDown');
  await expect(seconds.getByRole('status')).toHaveText(/Request .* to [\d.]+ ms$/);

  await test.step('nothing scrolls sideways, whatever is shown', async () => {
    await lab.open(`${PATH}?case=3&remedy=pool&said=half`);
    if ((await grid.count()) === 0) {
      await lab.root.getByRole('button', { name: 'Look at one second' }).click();
    }
    await expect(grid).toBeVisible();
    await lab.tables.locator('summary').click();
    for (const width of [320, 1920]) {
      await page.setViewportSize({ width, height: 800 });
      await expect
        .poll(() => page.evaluate(() => document.documentElement.scrollWidth))
        .toBe(width);
    }
  });

  await lab.root.getByRole('button', { name: 'Close the timeline' }).click();
  await expect(grid).toHaveCount(0);
});

test('its paper has the answer; another new case has the next number, and begins as a question', async ({
  page,
}) => {
  const { lab, field, another, show, why, every } = await open(page);

  await test.step('on paper the answer stands under the question, and is gone after it', async () => {
    await layOutForPaper(page);
    await expect(why).toContainText(fixed('in-turn').name);
    await expect(why).toBeVisible();
    await expect(every).toBeVisible();
    await expect(lab.root.getByRole('radio')).toHaveCount(0);
    const panel = lab.root.getByRole('table', { name: 'The panel, second by second' });
    await expect(panel).toBeHidden();
    await layOutForScreen(page);
    await expect(why).toHaveCount(0);
  });

  await expect(field).toHaveCount(0);
  await lab.preset('New').click();
  await expect(field).toHaveValue('1');
  await lab.root.getByRole('radio').first().check();
  await show.click();
  await expect(why).toBeVisible();
  const told = await lab.result.textContent();
  await another.click();
  await expect(another).toBeFocused();
  await expect(field).toHaveValue('2');
  await expect(page).toHaveURL(`${PATH}?case=new&seed=2`);
  await expect(why).toHaveCount(0);
  await expect(lab.result).toHaveText(toText(diagnosisOf({ case: 'new', seed: 2 }).story));
  expect(told).toBe(toText(diagnosisOf({ case: 'new', seed: 1 }).story));

  await test.step('a number is set by hand; one that there is not says so and changes nothing', async () => {
    await field.fill('1000');
    await field.press('Enter');
    await expect(page).toHaveURL(`${PATH}?case=new&seed=1000`);
    await field.fill('1001');
    await field.press('Enter');
    await expect(field).toHaveAttribute('aria-invalid', 'true');
    await another.click();
    await expect(field).toHaveValue('1');
    await expect(page).toHaveURL(`${PATH}?case=new`);
  });
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('the answer is folded away, and opens', async ({ page }) => {
    await page.goto(PATH);
    const { lab, why, every } = parts(page);
    await expect(lab.result).toHaveText(toText(fixed('in-turn').story));
    await expect(lab.root.getByRole('listitem')).toHaveText(
      fixed('in-turn').outcomes.map(({ label }) => label),
    );
    await expect(why).toBeHidden();
    await lab.root.getByText('The answer', { exact: true }).click();
    await expect(why).toContainText(toText(fixed('in-turn').shows));
    await expect(why).toBeVisible();
    await expect(every).toBeVisible();
  });
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('a finger chooses and says, on targets that it can hit', async ({ page }) => {
    const { lab, remedy, option, verdict } = await open(page, '?case=3');
    const [, , outcome] = fixed('small-pool').outcomes as [Outcome, Outcome, Outcome];
    await remedy(outcome.label).tap();
    await option(optionOf(outcome.effect)).tap();
    await expect(verdict).toContainText('Right: it');
    for (const target of [
      ...(await lab.root.getByRole('radio').all()),
      ...(await lab.root.getByRole('group', { name: 'Presets' }).getByRole('button').all()),
    ]) {
      const { width, height } = await boxOf(target);
      expect(Math.min(width, height), (await target.textContent()) ?? '').toBeGreaterThanOrEqual(
        44,
      );
    }
  });
});

test.describe('on a phone, a second of it', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('has its clock whole, and whole milliseconds', async ({ page }) => {
    const { lab, seconds } = await open(page, '?case=1');
    await lab.root.getByRole('button', { name: 'Look at one second' }).click();
    const axis = seconds.locator('[data-mark="axis"]');
    await expect(axis.getByText('200', { exact: true })).toBeVisible();
    const { x, width } = await boxOf(axis.getByText(/^1,000/).first());
    expect(x + width).toBeLessThanOrEqual(390);
    const grid = seconds.getByRole('grid');
    await grid.focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('End');
    await expect(seconds.getByRole('status')).toHaveText(/, \d+ to \d+ ms$/);
  });
});
