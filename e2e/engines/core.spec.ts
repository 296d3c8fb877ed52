// What has to work in every engine: each page opens and fits a phone; each lab is set by keys, compares, and takes back;
// predictions, paper, the dark theme, what is underlined, and the text without scripts.
import { presetValues } from '../../src/lab-kit/lab.ts';
import { knobbed, type Value, type Values } from '../../src/lab-kit/parameters/kinds.ts';
import { keyFor } from '../support/knobs.ts';
import { applies, labs, next, query, sentence } from '../support/labs.ts';
import { builtPages } from '../support/pages.ts';
import { type Tab, WIDTH } from './support/tab.ts';
import { expect, test } from './support/test.ts';

const LAB = '[data-lab]';
const RESULT = `${LAB} p[data-shows="result"]`;

/** What the first element that a selector finds says, as it is read. */
const textOf = (tab: Tab, selector: string) =>
  tab.look(
    selector,
    ([found]) => found?.textContent?.replace(/\s+/g, ' ').trim() ?? 'nothing is there',
    null,
  );

const expectText = (tab: Tab, selector: string, text: string | RegExp) => {
  const found = expect.poll(() => textOf(tab, selector), { intervals: [20, 50, 100, 250] });
  return typeof text === 'string'
    ? found.toBe(text.replace(/\s+/g, ' ').trim())
    : found.toMatch(text);
};

/** Brings each part of the page into view until all are alive. */
const wake = (tab: Tab) =>
  tab.look(
    'html',
    async (_, limit) => {
      const until = Date.now() + limit;
      const asleep = () =>
        [...document.querySelectorAll('astro-island[ssr], astro-island [inert]')].filter(
          (part) => part.closest('details:not([open]), .after:not([data-open])') === null,
        );
      for (let [first] = asleep(); first !== undefined; [first] = asleep()) {
        if (Date.now() > until) throw new Error(`still asleep: ${first.outerHTML.slice(0, 300)}`);
        (first.firstElementChild ?? first).scrollIntoView({ behavior: 'instant' });
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
    30_000,
  );

/** How much wider than its window the page is, px, when it is laid out in its own fonts. */
const tooWide = (tab: Tab) =>
  tab.look(
    'html',
    async ([page]) => {
      await document.fonts.ready;
      return page === undefined ? Number.NaN : page.scrollWidth - page.clientWidth;
    },
    null,
  );

test.describe('every page', () => {
  for (const path of builtPages) {
    test(`${path} opens, comes to life, and fits a phone`, async ({ tab }) => {
      await tab.open(path, 390);
      const headings = await tab.look('h1', (all) => all.map((one) => one.innerText.trim()), null);
      expect(headings).toEqual([expect.stringMatching(/\S/)]);
      await wake(tab);
      for (const width of [390, 320]) {
        await tab.resize(width);
        await expect
          .poll(() => tooWide(tab), { message: `at ${width} px`, intervals: [50] })
          .toBe(0);
      }
    });
  }
});

/** Gives the focus to the last button that stands before a knob. */
const focusBeforeKnobs = (tab: Tab) =>
  tab.look(
    `${LAB} button, ${LAB} [data-knob]`,
    (found) => {
      const last = found.findLastIndex((one) => one.matches('[data-knob]'));
      found
        .slice(0, last)
        .findLast((one) => one.matches('button'))
        ?.focus();
    },
    null,
  );

/** Presses a button of the lab by its words, with the keyboard. */
async function pressButton(tab: Tab, label: string) {
  const found = await tab.look(
    `${LAB} button`,
    (buttons, wanted) => {
      const button = buttons.find((one) => one.textContent?.trim() === wanted);
      button?.focus();
      return button !== undefined && button === document.activeElement;
    },
    label,
  );
  expect(found, `the button “${label}” has the focus`).toBe(true);
  await tab.press('Enter');
}

test.describe('every lab', () => {
  for (const declared of labs) {
    const { id, parameters, presets } = declared;
    const start = presetValues(declared, Object.keys(presets)[0] as string);
    const shown = Object.entries(presets).filter(([, { quoted }]) => !quoted);

    test(`${id} follows keys, takes back, and compares`, async ({ tab }) => {
      await tab.open(`/labs/${id}/`);
      await wake(tab);
      await expectText(tab, RESULT, sentence(declared, start));

      let values: Values = start;
      await test.step('each knob is moved by keys', async () => {
        await focusBeforeKnobs(tab);
        for (const [at, [name, parameter]] of knobbed(parameters).entries()) {
          if (!applies(parameter, values)) continue;
          const value = values[name] as Value;
          await tab.press('Tab');
          const focused = await tab.look(
            `${LAB} [data-knob]`,
            (all) => all.findIndex((knob) => knob.contains(document.activeElement)),
            null,
          );
          expect(focused, `the knob that has the focus, before ${name}`).toBe(at);
          await tab.press(keyFor(parameter, value));
          values = { ...values, [name]: next(parameter, value) };
          await expectText(tab, RESULT, sentence(declared, values));
        }
        const search = () => tab.look('html', () => location.search, null);
        await expect.poll(search).toBe(query(declared, values));
      });

      const [preset, { label }] = shown.at(-1) as (typeof shown)[number];
      const other = presetValues(declared, preset);

      await test.step('Back brings what was before', async () => {
        await pressButton(tab, label);
        await expectText(tab, RESULT, sentence(declared, other));
        await tab.look('html', () => history.back(), null);
        await expectText(tab, RESULT, sentence(declared, values));
      });

      await test.step('two runs stand beside each other', async () => {
        await pressButton(tab, 'Compare with…');
        await expectText(tab, RESULT, 'Pinned. Now change something.');
        await pressButton(tab, label);
        await expectText(tab, RESULT, sentence(declared, values, other));
      });
    });
  }
});

test('a prediction is answered, and shows what it comes to', async ({ tab }) => {
  await tab.open('/concurrency-vs-parallelism/');
  await tab.click('choice-question.predict [data-answer]:not([data-right])');
  await expectText(tab, 'choice-question.predict [data-if="wrong"]', /^Not quite: it is/);
});
