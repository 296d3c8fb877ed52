// Runs of many tasks go to a worker: the page shows how far they are, goes on answering, and can give them up.
import { simulate, toMs } from '@interleave/simulation';
import type { Page } from '@playwright/test';
import { ownPage } from '../support/own-page.ts';
import { expect, test } from '../support/test.ts';
import { requests } from './requests.ts';

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

test('a long run shows how far it is, on a page that goes on answering', async ({ page }) => {
  // Every value of the bar, and how many frames were drawn meanwhile.
  await page.evaluate(() => {
    const seen = { shares: [] as number[], frames: 0 };
    Object.assign(window, { seen });
    const look = () => {
      const share = document.querySelector('progress')?.value;
      if (share !== undefined) {
        seen.frames += 1;
        if (share !== seen.shares.at(-1)) seen.shares.push(share);
      }
      requestAnimationFrame(look);
    };
    look();
  });
  await choose(page, 60_000);
  await expect(bar(page)).toHaveAccessibleName('Simulating 60,000 tasks');
  await expect(result(page)).toHaveText(SHORT);
  await expect(result(page)).toHaveText(/^60000 tasks end at .* the last is request60000$/);
  await expect(bar(page)).toHaveCount(0);
  const { shares, frames } = await page.evaluate(
    () => (window as unknown as { seen: { shares: number[]; frames: number } }).seen,
  );
  expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  expect(shares.length).toBeGreaterThan(4);
  expect(frames).toBeGreaterThan(shares.length);
});

test('it comes out as it would at once', async ({ page }) => {
  await choose(page, 60_000);
  const { end, switches } = simulate(requests(60_000));
  await expect(result(page)).toHaveText(
    `60000 tasks end at ${toMs(end)} ms, after ${switches} switches; the last is request60000`,
  );
});

test('a run that is given up leaves the run before, and nothing that goes on', async ({ page }) => {
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
  await choose(page, 1_000_000);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(bar(page)).toHaveCount(0);
  await expect(page.getByText('Set: 10')).toBeVisible();
  await expect(result(page)).toHaveText(SHORT);
  await expect.poll(() => page.workers().length, { timeout: 20_000 }).toBe(0);
  expect(await page.evaluate(() => (window as unknown as { heard: object }).heard)).toEqual({
    traces: 0,
  });
});

test('another setting takes the place of a run under way', async ({ page }) => {
  await choose(page, 60_000);
  await expect(bar(page)).toBeVisible();
  await choose(page, 1_000_000);
  await expect(bar(page)).toHaveAccessibleName('Simulating 1,000,000 tasks');
  await expect.poll(() => page.workers().length).toBe(1);
  await choose(page, 10);
  await expect(bar(page)).toHaveCount(0);
  await expect(result(page)).toHaveText(SHORT);
  await expect.poll(() => page.workers().length).toBe(0);
});

test('where no worker can be had, that is said', async ({ page, complaints }) => {
  await page.route('**/worker-*.js', (route) => route.abort());
  await choose(page, 60_000);
  await expect(page.getByRole('alert')).toHaveText(/could not start a worker/);
  await expect(bar(page)).toHaveCount(0);
  await expect(result(page)).toHaveText(SHORT);
  complaints.length = 0;
});
