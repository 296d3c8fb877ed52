// The chapters as a reader goes through them: their parts, the figures that their text states, their questions.
import type { Page } from '@playwright/test';
import { boxOf, LabOnPage } from './support/lab.ts';
import { expect, test } from './support/test.ts';

const predictions = (page: Page) => page.locator('choice-question.predict');

/** Each chapter, with what its text states in the model's figures, and what it must not leave out. */
const CHAPTERS: readonly [path: string, stated: RegExp[]][] = [
  [
    '/one-at-a-time/',
    [
      /the tenth after 2\.6.s, the last after 26\.0.s/,
      /The last user is answered after 1\.25.s/,
      /This database answers any number of requests at once\. Yours does not/,
      /the last user is answered after 15\.0.s\. With all in progress on one core it counts once, .* 1\.14.s instead of 1\.25.s/,
      /An event loop is a single thread.*still answered after 1\.25.s.*several processes/,
      /only where several requests are ready to run at the same moment/,
    ],
  ],
  [
    '/idle-cpu/',
    [
      /That makes 250.ms of IO/,
      /takes about 10.ms in all/,
      /it is idle for 96\.2% of the time/,
      /four round trips, it is 95\.2%/,
      /queries and two calls it is 97\.2%/,
      /a wait of 100.ms is worth 300.million instructions/,
      /it is 750.million, against 30.million that did run/,
      /the request takes 60.ms instead of 210.ms/,
      /A full core answers no more requests than before/,
      /That takes 26/,
      /Little’s law.*requests in flight.=.requests a second.×.how long each takes/,
      // Three labs, three shares, and why.
      /With 26 in flight the core is busy for 84% of the time\. In the lab of chapter 0 the same 26 filled it.*26 in flight keep the core busy for 91%/,
      /each takes \d+.ms on average instead of \d+.ms/,
      /A nearer database makes it busier too.*A faster core does the opposite/,
      /Three users .* at most 12% of the time/,
    ],
  ],
  [
    '/io-vs-cpu/',
    [
      /It waits for 45.ms of its 60.ms, which is 75%/,
      /goes from 50.ms to 45.ms/,
      /Then it takes 30.ms/,
      /takes it from 200.ms to 130.ms/,
      /answers 100 of them a second/,
      /one core answers 7\.1 of those a second/,
      /One picture at a time gives 5 a second: .* the core is idle for the 60.ms/,
      /which takes it about 1.ms in the lab instead of a wait of 10/,
      /A file that is written\. Its bytes go into memory first/,
    ],
  ],
  [
    '/concurrency-vs-parallelism/',
    [
      /A is runnable for 10.ms/,
      /Its log would say 45.ms, while the database needed 35/,
      /B is in line.*, for 45.ms, and ends at 100.ms/,
      /\(r in vmstat, which counts the running threads too\), CPU pressure/,
      /the loop’s lag.*several processes.*with a loop each/,
      /the throughput is 1\.9 times as high/,
      /It was the number of requests in flight\. Once the core is full, the core is the bottleneck/,
      /200.×.0\.26.s.=.52 in flight/,
      /at least 26 threads for each core/,
      /Put 40 in flight, and it still answers 40 a second\. Only the wait has grown/,
      /Two answer 2\.0 times as many as one/,
      /It answers 20 requests a second\. Two cores answer 40, and four cores 4 times/,
      /eight answer only 99, .* From there, more cores do nothing\. Twice as many in flight would bring it to \d+, and a CPU twice as fast or a database in half the time, .* to \d+ and \d+/,
    ],
  ],
  [
    '/threads/',
    [
      /the lab has 3\. They are saved with A, and those of B come back/,
      /Each of the two has 8.MB reserved/,
      /the two compute for 24.ms together, in slices or not/,
      /the network answered A at 10.ms, and A got the core at 13/,
      /A never waits longer for the core than 3.ms, and the hog ends at 64.ms instead of 60.ms/,
      /A gave its first answer at 61\.2.ms, and under the usual policy at 4\.7.ms/,
      /Its base slice is 0\.7.ms.×.\(1 \+ log2 of the number of CPUs, counted up to 8\)/,
      /First come, first served has a mean of 12\.25.ms/,
      /Up to \d+ of the threads wait at once, and the core is busy for 46% of the time/,
      /passing a pointer to it, 8 bytes/,
      /2\.2.µs with both sides on one core, and waking a thread on another core took 25–29.µs/,
      /top -H -p .*pidstat -u -w -t -p .*\/proc\/<pid>\/status.*A thread dump/s,
    ],
  ],
];

for (const [path, stated] of CHAPTERS) {
  test(`${path} asks, shows, says what is measured, sums up, and asks again`, async ({ page }) => {
    await page.goto(path);
    const questions = page.locator('choice-question');

    await test.step('it has each of its parts', async () => {
      const labs = page.getByRole('region', { name: /^Lab: / });
      await expect(labs.first()).toBeAttached();
      await expect(predictions(page)).not.toHaveCount(0);
      await expect(page.locator('[data-veiled]')).toHaveCount(await predictions(page).count());
      // Some stand where an answer is told.
      const notes = page.getByRole('complementary', { name: 'In practice', includeHidden: true });
      await expect(notes).not.toHaveCount(0);
      for (const note of await notes.all()) await expect(note.locator('.source')).not.toBeEmpty();
      await expect(page.getByRole('region', { name: 'Recap' })).toHaveCount(1);
      await expect(page.locator('choice-question.question').nth(3)).toBeAttached();
    });

    await test.step('its text states the model’s figures', async () => {
      for (const sentence of stated) await expect(page.getByRole('main')).toHaveText(sentence);
    });

    await test.step('every question knows its answer and explains it', async () => {
      for (const question of await questions.all()) {
        const right = question.locator('[data-right]');
        await expect(right).toHaveCount(1);
        for (const wrong of await question.locator('button:not([data-right], .skip)').all()) {
          await wrong.click();
          await expect(question.getByRole('status')).toHaveText(/^\s*Not quite: .*\s\w+/s, {
            useInnerText: true,
          });
          await expect(question.locator('.why:visible')).toHaveCount(1);
        }
        await right.click();
        await expect(question.getByRole('status')).toHaveText('Right.', { useInnerText: true });
        await expect(question.locator('.explained')).toHaveText(/\w{3}/, { useInnerText: true });
      }
    });
  });
}

test('in its text numbers keep their units, and stand clear of words', async ({ page }) => {
  await page.goto('/io-vs-cpu/');
  await expect
    .poll(async () => (await page.locator('.lede, .ask').allTextContents()).join())
    .toMatch(/reads a picture, 20\u00a0ms, computes/s);
  const item = page.getByRole('listitem').filter({ hasText: 'your core is in use' });
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 844 });
    await expect
      .poll(async () => (await boxOf(item.locator('em'))).x - (await boxOf(item)).x)
      .toBeGreaterThanOrEqual(28);
  }
});

test('the call is held back until its idle share is predicted', async ({ page }) => {
  await page.goto('/idle-cpu/');
  const lab = new LabOnPage(page, 'Idle CPU');
  await lab.wake();
  await expect(lab.result).toBeHidden();
  await predictions(page).first().getByRole('button', { name: '80%' }).click();
  await expect(predictions(page).first().getByRole('status')).toContainText(
    'Not quite: it is 92%.',
  );
  await expect(lab.result).toContainText('92.0%');
});

test('both runs of a knob are seen once its effect is predicted', async ({ page }) => {
  await page.goto('/concurrency-vs-parallelism/');
  const lab = new LabOnPage(page, 'Which knob?');
  await lab.wake();
  await expect(lab.result).toHaveText(/^1 core, 6 in flight: 23 requests/, { useInnerText: true });
  await expect(lab.result.getByText(/would help most/).filter({ visible: true })).toHaveCount(0);
  await expect(lab.root.getByRole('figure')).toBeHidden();
  await predictions(page).nth(2).getByRole('button', { name: '46 a second' }).click();
  await expect(lab.result).toHaveText(/^2 cores, 6 in flight: 23 requests.*would help most/);
  await expect(lab.root.getByRole('figure').first()).toBeVisible();
});
