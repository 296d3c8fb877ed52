// The chapters as a reader goes through them: their parts, the figures that their text states, their questions.
import type { Page } from '@playwright/test';
import { boxOf, LabOnPage } from './support/lab.ts';
import { expect, test } from './support/test.ts';

const CHAPTERS = ['/', '/idle-cpu/', '/io-vs-cpu/', '/concurrency-vs-parallelism/'];
const predictions = (page: Page) => page.locator('choice-question.predict');

for (const path of CHAPTERS) {
  test(`${path} asks, shows, says what is measured, sums up and asks again`, async ({ page }) => {
    await page.goto(path);
    const labs = await page.getByRole('region', { name: /^Lab: / }).count();
    expect(labs).toBeGreaterThanOrEqual(2);
    const asked = await predictions(page).count();
    expect(asked).toBeGreaterThan(0);
    await expect(page.locator('.lab[data-veiled]')).toHaveCount(asked);
    for (const note of await page.getByRole('complementary', { name: 'In practice' }).all()) {
      await expect(note.locator('.source')).not.toBeEmpty();
    }
    await expect(page.getByRole('complementary', { name: 'In practice' })).not.toHaveCount(0);
    await expect(page.getByRole('region', { name: 'Recap' })).toHaveCount(1);
    const questions = page.locator('choice-question.question');
    expect(await questions.count()).toBeGreaterThanOrEqual(4);
  });

  test(`${path}: every question knows its answer and explains it`, async ({ page }) => {
    await page.goto(path);
    for (const question of await page.locator('choice-question').all()) {
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
}

for (const width of [390, 1280]) {
  test(`the recaps’ numbers and emphasised words stand clear of each other at ${width} px`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 844 });
    await page.goto('/io-vs-cpu/');
    const item = page.getByRole('listitem').filter({ hasText: 'your core is in use' });
    const [row, word] = [await boxOf(item), await boxOf(item.locator('em'))];
    expect(word.x - row.x).toBeGreaterThanOrEqual(28);
  });
}

test('a number in a question or under a title keeps its unit', async ({ page }) => {
  await page.goto('/io-vs-cpu/');
  const texts = await page.locator('.lede, .ask').allTextContents();
  expect(texts.join()).toContain('from 200\u00a0ms');
  expect(texts.join()).toContain('takes 20\u00a0ms. Now the file');
});

const STATED: readonly [string, RegExp[]][] = [
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
      /bring 2\.0 times the throughput/,
      /Two cores answer 2\.0 times as many/,
      /It answers 20 requests a second\. Two cores answer 40, and four cores 4 times/,
      /eight answer only 99/,
    ],
  ],
];

for (const [path, sentences] of STATED) {
  test(`${path} states the model’s figures`, async ({ page }) => {
    await page.goto(path);
    const text = (await page.getByRole('main').textContent())?.replace(/\s+/g, ' ') ?? '';
    for (const sentence of sentences) expect(text).toMatch(sentence);
  });
}

test('the call is held back until its idle share is predicted', async ({ page }) => {
  await page.goto('/idle-cpu/');
  const lab = new LabOnPage(page, 'Idle CPU');
  await lab.wake();
  await expect(lab.root.locator('.result')).toBeHidden();
  await predictions(page).first().getByRole('button', { name: '75%' }).click();
  await expect(predictions(page).first().getByRole('status')).toHaveText(
    'You chose “75%”. It is “96.2%”.',
  );
  await expect(lab.root.locator('.result')).toContainText('96.2%');
});

test('both runs of a knob are seen once its effect is predicted', async ({ page }) => {
  await page.goto('/concurrency-vs-parallelism/');
  await predictions(page).nth(2).getByRole('button', { name: 'About 76 a second' }).click();
  const lab = new LabOnPage(page, 'Which knob?');
  await lab.wake();
  await expect(lab.root.locator('.result')).toContainText('38 requests a second');
  await lab.root.getByRole('slider', { name: 'Cores', exact: true }).press('ArrowRight');
  await expect(lab.root.locator('.result')).toHaveText(/^2 cores, 10 in flight: 38 requests/);
});

test('a recorded run stands under the simulated one', async ({ page }) => {
  await page.goto('/concurrency-vs-parallelism/');
  const recordings = page.getByRole('region', { name: /^Recording: / });
  await expect(recordings).toHaveCount(2);
  await expect(recordings.first()).toContainText(/The greatest difference is 0\.26.ms/);
  await expect(recordings.nth(1)).toContainText(/The greatest difference is 0\.23.ms/);
});
