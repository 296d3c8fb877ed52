// A page that the browser has translated keeps its labs, and their figures follow the knobs as on any other page.
import type { Page } from '@playwright/test';
import { holdBack } from './support/files.ts';
import { wakeIslands } from './support/islands.ts';
import { LabOnPage } from './support/lab.ts';
import { builtPages } from './support/pages.ts';
import { expect, test } from './support/test.ts';
import { translate } from './support/translator.ts';

/**
 * Turns every knob of the page's lab to its ends, and presses every button, those that came by that too: what the lab
 * says after each, by name.
 */
const useEverything = (page: Page) =>
  page.getByRole('region', { name: /^Lab: / }).evaluate(async (lab) => {
    const said: [string, string][] = [];
    const frame = () => new Promise(requestAnimationFrame);
    const after = async (what: string) => {
      // The curves follow the run by a frame or two, and what is simulated aside says how far it is.
      do await frame();
      while (lab.querySelector('[aria-busy="true"], progress') !== null);
      await frame();
      said.push([what, (lab.textContent ?? '').replace(/\s+/g, ' ')]);
    };
    const setValue = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;

    for (const input of lab.querySelectorAll<HTMLInputElement>('[data-knob] input')) {
      if (input.type !== 'range') {
        input.click();
        await after(`${input.type} ${input.name}`);
        continue;
      }
      for (const end of ['max', 'min'] as const) {
        setValue?.call(input, input[end]);
        input.dispatchEvent(new Event('input', { bubbles: true }));
        await after(`slider to its ${end}`);
      }
    }
    const pressed = new Set<string>();
    for (let round = 0; round < 2; round += 1) {
      for (const button of [...lab.querySelectorAll('button')]) {
        const name = button.textContent || button.ariaLabel || '';
        // The clipboard, and the frame that is measured, answer when they like.
        const isLater = name === 'Copy link' || name === 'Embed';
        if (!button.isConnected || isLater || (round > 0 && pressed.has(name))) continue;
        pressed.add(name);
        button.click();
        // Its time is the reader's own.
        if (name === 'Play') button.click();
        await after(name);
      }
    }
    return said;
  });

for (const [when, files] of [
  ['before any code has come', '**/*.js'],
  ['while React waits for a lab’s code', '**/interleaving.*.js*'],
] as const) {
  test(`translated ${when}, a lab comes to life without complaint`, async ({ page }) => {
    const release = await holdBack(page, files);
    const asked = page.waitForRequest((request) => request.resourceType() === 'script');
    await page.goto('/labs/interleaving/', { waitUntil: 'commit' });
    await asked;
    const lab = new LabOnPage(page, 'Interleaving');
    await expect(lab.result).toBeVisible();
    await translate(page);
    await expect(lab.result.locator('font').first()).toBeVisible();
    release();
    await expect(lab.root.locator('[inert]')).toHaveCount(0);
    await lab.preset('Two cores').click();
    await expect(lab.result).toContainText('A ends at 45 ms');
    await expect(lab.result.locator('font').first()).toBeVisible();
  });
}

for (const path of builtPages.filter((page) => page.startsWith('/labs/') && page !== '/labs/')) {
  test(`${path} follows its knobs when it is translated`, async ({ page }) => {
    const open = async () => {
      await page.goto(path);
      await wakeIslands(page);
      await page.getByText(/, \d+ rows?$/).click();
    };
    await open();
    const expected = await useEverything(page);
    expect(new Set(expected.map(([, text]) => text)).size).toBeGreaterThan(5);
    await open();
    await translate(page);
    expect(await useEverything(page)).toEqual(expected);
  });
}
