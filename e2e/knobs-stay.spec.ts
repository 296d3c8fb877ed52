// Knobs stay where they are while one of them is turned: the sentence above them has the room of its longest, the value
// in them that of its widest.
import { type AnyLab, presetValues } from '../src/lab-kit/lab.ts';
import { type Knobbed, knobbed, type Value, type Values } from '../src/lab-kit/parameters/kinds.ts';
import { fontsLoaded } from './support/files.ts';
import { handle } from './support/knobs.ts';
import { LabOnPage } from './support/lab.ts';
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

/** Where every knob stands on the page, px. */
const places = (lab: LabOnPage) =>
  lab.root.locator('[data-knob]').evaluateAll((knobs) =>
    knobs.map((knob) => {
      const { x, y, width, height } = knob.getBoundingClientRect();
      const round = (px: number) => Math.round(px * 2) / 2;
      return [knob.getAttribute('data-knob'), ...[x, y + scrollY, width, height].map(round)].join(
        ' ',
      );
    }),
  );

for (const declared of labs) {
  const knobs = knobbed(declared.parameters);
  if (knobs.length === 0) continue;

  test(`${declared.id}: no knob moves while one goes through its ends`, async ({ page }) => {
    await page.goto(`/labs/${declared.id}/`);
    const lab = new LabOnPage(page, declared.title);
    await lab.wake();
    await fontsLoaded(page);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      for (const [name, parameter] of knobs) {
        const preset = presetFor(declared, parameter);
        if (preset === undefined) continue;
        await lab.preset(preset.label).press('Enter');
        await expect(lab.root).not.toHaveAttribute('aria-busy');
        const before = await places(lab);
        await handle(lab, parameter, preset.values[name] as Value).focus();
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
