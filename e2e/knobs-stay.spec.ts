// Knobs stay where they are on the screen while one of them is turned, whatever the sentence above them comes to.
import type { Page } from '@playwright/test';
import { type AnyLab, presetValues } from '../src/lab-kit/lab.ts';
import { type Knobbed, knobbed, type Value, type Values } from '../src/lab-kit/parameters/kinds.ts';
import { fontsLoaded } from './support/files.ts';
import { handle } from './support/knobs.ts';
import { boxOf, LabOnPage } from './support/lab.ts';
import { applies, labs } from './support/labs.ts';
import { expect, test } from './support/test.ts';

const WIDTHS = [390, 1280];

/** The keys by which a knob goes to its ends, or through all of its options. */
const keysOf = (parameter: Knobbed) => {
  if (parameter.kind === 'toggle') return ['Space', 'Space'];
  return parameter.kind === 'choice'
    ? parameter.options.map(() => 'ArrowRight')
    : ['End', 'ArrowLeft', 'Home', 'ArrowRight'];
};

/** A preset with a tab in which a knob can be turned: the one that the lab opens with, if it can be there. */
function presetFor(lab: AnyLab, parameter: Knobbed): { label: string; values: Values } | undefined {
  return Object.entries(lab.presets)
    .map(([id, { label, quoted }]) => ({ label, quoted, values: presetValues(lab, id) }))
    .find(({ quoted, values }) => !quoted && applies(parameter, values));
}

/** Where every knob stands on the screen, px, once what was done has been painted. */
const places = (lab: LabOnPage) =>
  lab.root.locator('[data-knob]').evaluateAll(async (knobs) => {
    const frame = () => new Promise(requestAnimationFrame);
    await frame();
    await frame();
    return knobs.map((knob) => {
      const { x, y, width, height } = knob.getBoundingClientRect();
      const round = (px: number) => Math.round(px * 2) / 2;
      return [knob.getAttribute('data-knob'), ...[x, y, width, height].map(round)].join(' ');
    });
  });

const opened = async (page: Page, id: string, title: string) => {
  await page.goto(`/labs/${id}/`);
  const lab = new LabOnPage(page, title);
  await lab.wake();
  await fontsLoaded(page);
  return lab;
};

for (const declared of labs) {
  const knobs = knobbed(declared.parameters);
  if (knobs.length === 0) continue;

  test(`${declared.id}: no knob moves while one goes through its ends`, async ({ page }) => {
    const lab = await opened(page, declared.id, declared.title);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      for (const [name, parameter] of knobs) {
        const preset = presetFor(declared, parameter);
        if (preset === undefined) continue;
        await lab.preset(preset.label).press('Enter');
        await expect(lab.root).not.toHaveAttribute('aria-busy');
        await handle(lab, parameter, preset.values[name] as Value).focus();
        const before = await places(lab);
        for (const key of keysOf(parameter)) {
          await page.keyboard.press(key);
          const at = `${name}, ${key}, at ${width} px`;
          expect(await places(lab), at).toEqual(before);
          await expect(lab.root).not.toHaveAttribute('aria-busy');
          expect(await places(lab), at).toEqual(before);
        }
      }
    }
  });
}

for (const width of WIDTHS) {
  test(`the sentence has its room from the start: nothing moves at all at ${width} px`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 900 });
    const lab = await opened(page, 'interleaving', 'Interleaving');
    const top = () => lab.root.evaluate((element) => element.getBoundingClientRect().top);
    const [lab0, knobs0] = [await top(), await places(lab)];
    const database = lab.root.getByRole('slider', { name: 'Database' });
    for (const key of ['End', 'Home', 'ArrowRight']) {
      await database.press(key);
      expect(await places(lab)).toEqual(knobs0);
    }
    expect(await top()).toBe(lab0);
  });
}

/** Where on the screen a slider is taken at a share of its track. */
async function track(lab: LabOnPage, name: string) {
  const { x, y, width, height } = await boxOf(lab.root.getByRole('slider', { name }));
  return (share: number) => [x + 6 + share * (width - 12), y + height / 2] as const;
}

test('dragged by mouse from end to end a knob stays under the pointer', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 900 });
  const lab = await opened(page, 'interleaving', 'Interleaving');
  const at = await track(lab, 'Database');
  const before = await places(lab);
  await page.mouse.move(...at(0));
  await page.mouse.down();
  const said = new Set<string>();
  for (const share of [0.2, 0.5, 0.8, 1, 0.6, 0.1, 0]) {
    await page.mouse.move(...at(share), { steps: 3 });
    expect(await places(lab), `at ${share}`).toEqual(before);
    said.add(await lab.result.innerText());
  }
  await page.mouse.up();
  expect(said.size).toBeGreaterThan(2);
});

test.describe('with a finger on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('a knob that is tapped here and there stays where it is', async ({ page }) => {
    const lab = await opened(page, 'interleaving', 'Interleaving');
    const slider = lab.root.getByRole('slider', { name: 'Database' });
    const { width, height } = await boxOf(slider);
    const tap = (share: number) =>
      slider.tap({ position: { x: 6 + share * (width - 12), y: height / 2 } });
    const before = await places(lab);
    for (const share of [1, 0, 0.7, 0.2]) {
      await tap(share);
      expect(await places(lab), `at ${share}`).toEqual(before);
    }
  });
});

test('a sentence that outgrows its room moves the page along, and not the knob', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 700 });
  const lab = await opened(page, 'interleaving', 'Interleaving');
  await lab.root.getByRole('slider', { name: 'Database' }).focus();
  const before = await places(lab);
  // What no build could foresee: a reader's own fonts, or a sentence longer than all that were looked at.
  const room = lab.root.locator('div[data-longest]');
  const grow = (text: string) =>
    room.evaluate((element, longest) => {
      (element as HTMLElement).dataset.longest = longest;
    }, text);
  await grow('word '.repeat(80));
  expect(await places(lab)).toEqual(before);
  expect(await page.evaluate(() => scrollY)).toBeGreaterThan(0);
  await grow('word');
  expect(await places(lab)).toEqual(before);
  // Once another thing is pressed nothing is kept.
  const high = (await boxOf(lab.root)).height;
  await lab.preset('Two cores').click();
  await grow('another word');
  await expect.poll(async () => (await boxOf(lab.root)).height).toBeLessThan(high);
});

test('without scripts and on paper no room is kept', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('/labs/shared-memory/');
  const lab = new LabOnPage(page, 'Shared memory');
  const room = lab.root.locator('div[data-longest]');
  const [own, kept] = [await lab.result.boundingBox(), await room.boundingBox()];
  expect(kept?.height).toBe(own?.height);
  await context.close();
});

test('beside its value the name of a knob keeps its line on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const lab = await opened(page, 'one-at-a-time', 'One at a time');
  const heights = await Promise.all(
    ['Threads in the pool', 'Slice'].map(
      async (name) => (await boxOf(lab.root.getByText(name, { exact: true }))).height,
    ),
  );
  expect(heights[0]).toBe(heights[1]);
});
