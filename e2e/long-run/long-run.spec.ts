// Runs of many tasks go to a worker: the page shows how far they are, goes on answering, and can give them up.
import { simulate, toMs } from '@interleave/simulation';
import type { Page } from '@playwright/test';
import { ownPage } from '../support/own-page.ts';
import { expect, test } from '../support/test.ts';
import { requests } from './requests.ts';

// One after the other, so that the page is built once.
test.describe.configure({ mode: 'default' });

let show: (page: Page) => Promise<void>;
test.beforeAll(async () => {
  show = await ownPage(new URL('.', import.meta.url));
});
test.beforeEach(async ({ page }) => {
  await show(page);
  await expect(result(page)).toHaveText(SHORT);
});

const result = (page: Page) => page.getByRole('status');
const bar = (page: Page) => page.getByRole('progressbar');
const choose = (page: Page, tasks: number) =>
  page.getByRole('button', { name: `${tasks} tasks` }).click();

/** 10 tasks on 4 cores. */
const SHORT = /^10 tasks end at .* the last is request10$/;

test('a long run shows how far it is on a page that goes on answering, and comes out as it would at once', async ({
  page,
}) => {
  // Every name and value of the bar, what stood beside it, and how many frames were drawn meanwhile.
  await page.evaluate(() => {
    const seen = {
      names: [] as string[],
      shares: [] as number[],
      results: [] as string[],
      frames: 0,
    };
    Object.assign(window, { seen });
    const note = <T>(list: T[], value: T) => {
      if (value !== list.at(-1)) list.push(value);
    };
    const bar = () => document.querySelector('progress');
    new MutationObserver(() => {
      const now = bar();
      if (now === null) return;
      note(seen.names, now.labels[0]?.textContent?.trim() ?? '');
      note(seen.shares, now.value);
      note(seen.results, document.querySelector('[role="status"]')?.textContent ?? '');
    }).observe(document, { subtree: true, childList: true, attributes: true });
    const frame = () => {
      if (bar() !== null) seen.frames += 1;
      requestAnimationFrame(frame);
    };
    frame();
  });
  await choose(page, 60_000);
  const { end, switches } = simulate(requests(60_000));
  await expect(result(page)).toHaveText(
    `60000 tasks end at ${toMs(end)} ms, after ${switches} switches; the last is request60000`,
  );
  await expect(bar(page)).toHaveCount(0);
  const seen = await page.evaluate(
    () =>
      (
        window as unknown as {
          seen: { names: string[]; shares: number[]; results: string[]; frames: number };
        }
      ).seen,
  );
  expect(seen.names).toEqual(['Simulating 60,000 tasks']);
  expect(seen.shares).toEqual(seen.shares.toSorted((a, b) => a - b));
  expect(seen.shares.length).toBeGreaterThan(2);
  expect(seen.results).toEqual([expect.stringMatching(SHORT)]);
  expect(seen.frames).toBeGreaterThan(1);
});

/** Counts the traces that workers send. */
async function countTraces(page: Page) {
  await page.evaluate(() => {
    const heard = { traces: 0 };
    class Watched extends Worker {
      constructor(...given: ConstructorParameters<typeof Worker>) {
        super(...given);
        this.addEventListener('message', ({ data }) => {
          if ('data' in data) heard.traces += 1;
        });
      }
    }
    Object.assign(window, { heard, Worker: Watched });
  });
  return () =>
    page.evaluate(() => (window as unknown as { heard: { traces: number } }).heard.traces);
}

test('a run that is given up leaves the run before, and nothing that goes on', async ({ page }) => {
  const traces = await countTraces(page);
  await choose(page, 1_000_000);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(bar(page)).toHaveCount(0);
  await expect(page.getByText('Set: 10')).toBeVisible();
  await expect(result(page)).toHaveText(SHORT);
  // The button is gone, and the focus with it.
  await expect(page.getByRole('status')).toBeFocused();
  await expect.poll(() => page.workers().length).toBe(0);
  expect(await traces()).toBe(0);
});

test('another setting takes the place of a run under way', async ({ page }) => {
  const traces = await countTraces(page);
  await choose(page, 1_000_000);
  await expect(bar(page)).toHaveAccessibleName('Simulating 1,000,000 tasks');
  await choose(page, 60_000);
  await expect(result(page)).toHaveText(/^60000 tasks end at /);
  await expect(bar(page)).toHaveCount(0);
  await expect.poll(() => page.workers().length).toBe(0);
  expect(await traces()).toBe(1);
});

test('where no worker can be had, that is said', async ({ page, complaints }) => {
  await page.route('**/worker-*.js', (route) => route.abort());
  await choose(page, 60_000);
  await expect(page.getByRole('alert')).toHaveText(/could not start a worker/);
  await expect(bar(page)).toHaveCount(0);
  await expect(result(page)).toHaveText(SHORT);
  complaints.length = 0;
});
