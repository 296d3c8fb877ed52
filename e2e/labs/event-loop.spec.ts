// The event loop as its reader uses it: a stalled loop and what helps, places by step, the handler's pieces, other programs.
import type { Locator } from '@playwright/test';
import { cellsOf, LabOnPage } from '../support/lab.ts';
import { layOutForPaper } from '../support/print.ts';
import { expect, test } from '../support/test.ts';

const PATH = '/labs/event-loop/';
const TITLE = 'Event loop';

const placesOf = (lab: LabOnPage) => lab.root.locator('[data-places]');
/** The tokens of a place, by the beginning of its name. */
const tokensIn = (lab: LabOnPage, place: RegExp): Locator =>
  placesOf(lab).getByRole('list', { name: place }).getByRole('button');
const remedy = (lab: LabOnPage, name: string) =>
  lab.root.getByRole('radio', { name, exact: true }).check({ force: true });
const handler = (lab: LabOnPage) => lab.root.getByRole('table', { name: /handler|callback A/ });

test('it opens at 26 ms with a stalled loop, and says what each request waits for', async ({
  page,
}) => {
  await page.goto(PATH);
  const lab = new LabOnPage(page, TITLE);
  await lab.wake();
  await expect(lab.result).toHaveText(
    /^C’s callback computes for 30\sms, and every other request waits for the loop\. The database answers A at 12\sms, but its user gets the answer at 43\sms\. If C did not compute, it would be there at 14\sms\.$/,
  );
  await expect(lab.instant).toContainText(/26\sms/);
  await expect(lab.instant).toContainText('The loop runs C; A, B and E are in line');
  await expect(page).toHaveURL(PATH);
  await expect(lab.lane('request A')).toHaveAccessibleName(
    /running, 0 to 2 ms; waiting for the database, 2 to 12 ms; in line for the loop, 12 to 41 ms; running, 41 to 43 ms/,
  );
  await expect(lab.lane('timer')).toHaveAccessibleName(
    /set for 28 ms, 0 to 28 ms; in line for the loop, 28 to 47 ms/,
  );
  await expect(lab.lane('the loop')).toHaveAccessibleName(
    /runs C, 11 to 41 ms; runs A, 41 to 43 ms/,
  );
  await expect(lab.timeline.getByText(/answered, but the loop is busy: 29\sms/)).toBeVisible();
  const why = lab.root.getByRole('region', { name: 'Why' });
  await expect(why).toContainText(/The database answered A\. The loop runs C until 41\sms\./);
  await why.getByRole('button', { name: 'C', exact: true }).click();
  await lab.expectChosen('running, 11 to 41 ms');
  await expect(why).toContainText(
    'Only now can the loop take the next: A, B, E, the timer and D were in line.',
  );
});

test('the table has every remedy, and each remedy its run', async ({ page }) => {
  await page.goto(PATH);
  const lab = new LabOnPage(page, TITLE);
  await lab.wake();
  const table = lab.root.getByRole('table', { name: 'Answered after, ms' });
  await expect(table.getByRole('rowheader')).toHaveText([
    'all at once',
    'in pieces of 5 ms',
    'on a worker pool',
    'two processes, two cores',
    'a thread for each',
  ]);
  expect((await cellsOf(table)).map((row) => row.slice(0, 6))).toEqual([
    ['43', '42', '36', '42', '39', '19'],
    ['18', '17', '47', '32', '22', '4'],
    ['14', '14', '37', '28', '14', '0'],
    ['43', '14', '36', '28', '37', '17'],
    ['17', '20', '47', '32', '22', '1'],
  ]);
  await remedy(lab, 'in pieces');
  await expect(lab.result).toContainText(/A is answered after 18\sms, C after 47\sms/);
  await expect(page).toHaveURL(`${PATH}?remedy=pieces`);
  await remedy(lab, 'on a pool');
  await expect(lab.lane('pool thread')).toHaveAccessibleName(/runs C, 11 to 41 ms/);
  await expect(lab.lane('request C')).toHaveAccessibleName(/running on a pool thread, 11 to 41 ms/);
  await expect(table.locator('[aria-current="true"]')).toContainText('on a worker pool');
  await remedy(lab, '2 processes');
  await expect(lab.lane('loop 2')).toHaveAccessibleName(/runs B, 3 to 5 ms/);
  await expect(lab.result).toContainText(/B is answered after 14\sms/);
  await expect(placesOf(lab).getByRole('list', { name: /^Loop [12]$/ })).toHaveCount(2);
  await remedy(lab, 'threads');
  await expect(lab.lane('request C')).toHaveAccessibleName(/runnable, 15 to 17 ms/);
});

test('the places follow the playhead step by step, and so does the handler', async ({ page }) => {
  await page.goto(`${PATH}?at=9`);
  const lab = new LabOnPage(page, TITLE);
  await lab.wake();
  const step = lab.root.getByRole('button', { name: 'Step forward' });
  await expect(placesOf(lab)).toHaveAccessibleName(/^The loop at 9\sms/);
  await expect(tokensIn(lab, /IO under way/)).toHaveText([/A/, /B/, /C/]);
  await expect(tokensIn(lab, /timers set/)).toHaveText([/timer/]);
  await expect(tokensIn(lab, /^The loop$/)).toHaveText([/D/]);
  await step.click();
  await step.click();
  await expect(placesOf(lab)).toHaveAccessibleName(/^The loop at 11\sms/);
  await expect(tokensIn(lab, /^The loop$/)).toHaveText([/C/]);
  await expect(handler(lab).locator('[aria-current="step"]')).toContainText('page = render(row)');
  await expect(placesOf(lab).getByText('answered, or due 1×')).toBeVisible();
  await step.click();
  await expect(tokensIn(lab, /in line for the loop/)).toHaveText([/A/]);
  await tokensIn(lab, /in line for the loop/).click();
  await lab.expectChosen('in line for the loop, 12 to 41 ms');
  await lab.root.getByRole('button', { name: 'Step back' }).click();
  await expect(placesOf(lab)).toHaveAccessibleName(/^The loop at 11\sms/);
});

test('arrows go from token to token, and Enter chooses its segment', async ({ page }) => {
  await page.goto(PATH);
  const lab = new LabOnPage(page, TITLE);
  await lab.wake();
  await expect(placesOf(lab).locator('[data-task][tabindex="0"]')).toHaveCount(1);
  await tokensIn(lab, /in line for the loop/)
    .first()
    .focus();
  await page.keyboard.press('ArrowRight');
  await expect(tokensIn(lab, /^The loop$/)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(tokensIn(lab, /IO under way/)).toBeFocused();
  await page.keyboard.press('Enter');
  await lab.expectChosen('waiting for the database, 10 to 34 ms');
});

test('the fifth of six file reads waits for a thread of the pool of four', async ({ page }) => {
  await page.goto(`${PATH}?program=reads&at=10`);
  const lab = new LabOnPage(page, TITLE);
  await lab.wake();
  await expect(lab.result).toContainText(/read 5, asked for at 5\sms, gets one only at 21\sms/);
  await expect(tokensIn(lab, /in line: the pool/)).toHaveText([/read 5/, /read 6/]);
  await expect(lab.lane('pool thread 1')).toHaveAccessibleName(
    /reads for read 1, 1 to 21 ms; reads for read 5, 21 to 41 ms/,
  );
  const threads = lab.root.getByRole('slider', { name: 'Pool threads' });
  await threads.focus();
  await page.keyboard.press('End');
  await expect(lab.result).toContainText('each of the six reads has one at once');
  await expect(lab.lane('pool thread')).toHaveCount(6);
});

test('promise callbacks go before the timer that is due', async ({ page }) => {
  await page.goto(`${PATH}?program=promises`);
  const lab = new LabOnPage(page, TITLE);
  await lab.wake();
  await expect(lab.result).toContainText(/The timer is 31\sms late/);
  await expect(lab.lane('timer')).toHaveAccessibleName(/in line for the loop, 5 to 36 ms/);
  await expect(tokensIn(lab, /in line for the loop/)).toHaveText([
    /promise 4/,
    /immediate/,
    /timer/,
  ]);
});

test('an address sets it, also a run to compare with', async ({ page }) => {
  await page.goto(
    `${PATH}?program=queries&database=50&waits=together&compare=program:queries,database:50`,
  );
  const lab = new LabOnPage(page, TITLE);
  await lab.wake();
  await expect(lab.result).toContainText(
    /All at once: .*answered after 52\sms\. Four queries in turn: .*205\sms/,
  );
  await page.goto(`${PATH}?at=0`);
  await lab.wake();
  await expect(lab.instant).toContainText('The loop runs A');
});

test('that nothing interrupts a callback is not told while a chapter asks for it', async ({
  page,
}) => {
  await page.goto('/event-loops/');
  const lab = new LabOnPage(page, TITLE, 1);
  await lab.wake();
  await expect(placesOf(lab).first()).toBeVisible();
  const told = lab.root.getByText('nothing interrupts a callback').filter({ visible: true });
  await expect(told).toHaveCount(0);
  await lab.root.getByRole('button', { name: 'Show it now' }).click();
  await expect(told).toHaveCount(1);
});

test('a wrong program is told with the names that the buttons have', async ({ page }) => {
  await page.goto(`${PATH}?program=handlers`);
  const lab = new LabOnPage(page, TITLE);
  await lab.wake();
  await expect(lab.root.getByRole('status').first()).toContainText(
    'Allowed: requests, reads, promises or queries',
  );
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('a tap on a token chooses its segment, and nothing reaches past the edge', async ({
    page,
  }) => {
    await page.goto(PATH);
    const lab = new LabOnPage(page, TITLE);
    await lab.wake();
    await tokensIn(lab, /IO under way/).tap();
    await lab.expectChosen('waiting for the database, 10 to 34 ms');
    for (const query of [
      '',
      '?remedy=pool',
      '?remedy=processes',
      '?program=reads',
      '?program=promises',
    ]) {
      for (const width of [390, 320]) {
        await page.setViewportSize({ width, height: 844 });
        await page.goto(PATH + query);
        await lab.wake();
        expect(await page.evaluate(() => document.documentElement.scrollWidth), query).toBe(width);
      }
    }
  });
});

test('it prints with its places, its handler and its tables', async ({ page }) => {
  await page.goto(PATH);
  const lab = new LabOnPage(page, TITLE);
  await lab.wake();
  await layOutForPaper(page);
  await expect(
    placesOf(lab)
      .getByText(/The loop/)
      .first(),
  ).toBeVisible();
  await expect(handler(lab)).toBeVisible();
  await expect(lab.root.getByRole('table', { name: 'Callbacks in order, ms' })).toBeVisible();
  await expect(lab.root.getByRole('table', { name: 'Answered after, ms' })).toBeVisible();
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('it is drawn whole at 26 ms, with its reasons and tables', async ({ page }) => {
    await page.goto(PATH);
    const lab = new LabOnPage(page, TITLE);
    await expect(placesOf(lab)).toHaveAccessibleName(/^The loop at 26\sms/);
    await expect(tokensIn(lab, /in line for the loop/)).toHaveCount(3);
    await expect(handler(lab)).toContainText('11–41');
    await expect(lab.lane('request A')).toHaveAccessibleName(/in line for the loop, 12 to 41 ms/);
    await expect(lab.root.getByRole('region', { name: 'Why' })).toContainText(
      'The database answered A',
    );
    await expect(lab.root.getByRole('table', { name: 'Answered after, ms' })).toBeVisible();
  });
});
