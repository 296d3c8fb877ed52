// The chapters as a reader goes through them: their parts, the figures that their text states, their questions.
import type { Page } from '@playwright/test';
import { boxOf, LabOnPage } from './support/lab.ts';
import { expect, test } from './support/test.ts';

const predictions = (page: Page) => page.locator('choice-question.predict');

/** Each chapter, with what its text states in the model's figures. */
const CHAPTERS: readonly [path: string, stated: RegExp[]][] = [
  [
    '/',
    [/the tenth after 2\.6.s, the last after 26\.0.s/, /The last user is answered after 1\.25.s/],
  ],
  [
    '/idle-cpu/',
    [
      /That is 250.ms of IO/,
      /all of it together, takes about 10.ms/,
      /it is idle for 96\.2% of the time/,
      /four round trips, it is 95\.2%/,
      /seven round trips, it is 97\.2%/,
      /one wait of 100.ms is worth 300.million instructions/,
      /it is 750.million, against 30.million that did run/,
      /It reaches 100% at 26/,
      /With 26 in flight the core is busy for 83\.8%, not 100/,
    ],
  ],
  [
    '/io-vs-cpu/',
    [
      /It waits for 40.ms of its 50.ms, which is 80%/,
      /The typical request goes from 50.ms to 45.ms/,
      /Then it takes 30.ms/,
      /takes it from 200.ms to 120.ms/,
      /serves 100 of them in a second/,
      /one core serves 6\.3 in a second|one core serves 6\.2 in a second/,
    ],
  ],
  [
    '/concurrency-vs-parallelism/',
    [
      /It spends 10.ms like that/,
      /B stands in line for 45.ms and ends at 100.ms/,
      /bring 2\.0 times the throughput/,
      /Two cores answer 2\.0 times as many/,
      /It answers 20 requests a second\. Two cores answer 40, and four cores 4 times/,
      /eight answer only 99/,
    ],
  ],
];

for (const [path, stated] of CHAPTERS) {
  test(`${path} asks, shows, says what is measured, sums up, and asks again`, async ({ page }) => {
    await page.goto(path);
    const questions = page.locator('choice-question');

    await test.step('it has each of its parts', async () => {
      const labs = page.getByRole('region', { name: /^Lab: / });
      await expect(labs.nth(1)).toBeAttached();
      await expect(predictions(page)).not.toHaveCount(0);
      await expect(page.locator('[data-veiled]')).toHaveCount(await predictions(page).count());
      const notes = page.getByRole('complementary', { name: 'In practice' });
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
        const wrong = question.locator('button:not([data-right]):not([data-skip])').first();
        await wrong.click();
        await expect(question.getByRole('status')).toContainText('It is “');
        await expect(question.locator('.answer')).toContainText(/\w{3}/);
        await right.click();
        await expect(question.getByRole('status')).toContainText('So it is.');
      }
    });
  });
}

test('in its text numbers keep their units, and stand clear of words', async ({ page }) => {
  await page.goto('/io-vs-cpu/');
  await expect
    .poll(async () => (await page.locator('.lede, .ask').allTextContents()).join())
    .toMatch(/from 200\u00a0ms.*takes 20\u00a0ms\. Now the file/s);
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
  await predictions(page).first().getByRole('button', { name: '75%' }).click();
  await expect(predictions(page).first().getByRole('status')).toHaveText(
    'You chose “75%”. It is “96.2%”.',
  );
  await expect(lab.result).toContainText('96.2%');
});

test('both runs of a knob are seen once its effect is predicted', async ({ page }) => {
  await page.goto('/concurrency-vs-parallelism/');
  await predictions(page).nth(2).getByRole('button', { name: 'About 76 a second' }).click();
  const lab = new LabOnPage(page, 'Which knob?');
  await lab.wake();
  await expect(lab.result).toContainText('38 requests a second');
  await lab.root.getByRole('slider', { name: 'Cores', exact: true }).press('ArrowRight');
  await expect(lab.result).toHaveText(/^2 cores, 10 in flight: 38 requests/);
});
