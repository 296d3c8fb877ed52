// What has to work in every engine: each page opens and fits a phone; each lab is set by keys, compares, and takes back;
// predictions, paper, the dark theme, what is underlined, and the text without scripts.
import { presetValues } from '../../src/lab-kit/lab.ts';
import { knobbed, type Value, type Values } from '../../src/lab-kit/parameters/kinds.ts';
import { keyFor } from '../support/knobs.ts';
import { applies, hasTimeline, labs, next, query, sentence } from '../support/labs.ts';
import { builtPages, chapterPages } from '../support/pages.ts';
import { sheetsOf } from '../support/paper.ts';
import type { Tab } from './support/tab.ts';
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
        // One of cases has each beside its remedies already.
        if (declared.caseOf !== undefined) return;
        await pressButton(tab, 'Compare with…');
        await expectText(tab, RESULT, 'Pinned. Now change something.');
        await pressButton(tab, label);
        await expectText(tab, RESULT, sentence(declared, other, values));
      });
    });
  }
});

test('a prediction is answered, and shows what it comes to', async ({ tab }) => {
  await tab.open('/concurrency-vs-parallelism/');
  await tab.click('choice-question.predict [data-answer]:not([data-right])');
  await expectText(tab, 'choice-question.predict [data-if="wrong"]', /^Not quite: it is/);
});

/** Spaces and the kinds of a letter are not what a file of paper keeps. */
const withoutSpaces = (text: string) => text.normalize('NFKC').replace(/\s+/g, '');

/** What a page shows. */
const wordsOf = async (tab: Tab) =>
  withoutSpaces(await tab.look('main', ([main]) => main?.innerText ?? '', null));

/** Sets the page in type that can be read back from paper: Firefox draws other weights of a font as outlines. */
const plainType = (tab: Tab) =>
  tab.look(
    'head',
    ([head]) => {
      const style = document.createElement('style');
      style.textContent =
        '* { font: 12px serif !important; font-variant-ligatures: none !important; }';
      head?.append(style);
    },
    null,
  );

test('a lab that was set prints its sentence on A4', async ({ tab, engine }) => {
  test.skip(engine === 'webkit', 'its driver has no command for it');
  for (const declared of [labs.find(hasTimeline), labs.find((lab) => !hasTimeline(lab))]) {
    if (declared === undefined) throw new Error('there are labs with a timeline and without');
    const preset = Object.keys(declared.presets).at(-1) as string;
    const values = presetValues(declared, preset);
    await tab.open(`/labs/${declared.id}/${query(declared, values)}`);
    await wake(tab);
    await expectText(tab, RESULT, sentence(declared, values));
    await plainType(tab);
    const sheets = await sheetsOf(Buffer.from(await tab.print()));
    expect(withoutSpaces(sheets.join(''))).toContain(withoutSpaces(sentence(declared, values)));
  }
});

test('terms and words that set a lab are underlined by dots, links in a lab by a line', async ({
  tab,
}) => {
  const underlines = (selector: string) =>
    tab.look(
      selector,
      (all) => [
        ...new Set(
          all.map((one) => {
            const { textDecorationLine, textDecorationStyle } = getComputedStyle(one);
            return `${textDecorationLine} ${textDecorationStyle}`;
          }),
        ),
      ],
      null,
    );
  await tab.open('/concurrency-vs-parallelism/');
  await wake(tab);
  expect(await underlines('.prose .term > a')).toEqual(['underline dotted']);
  expect(await underlines('.prose a.set-lab:not(.cards *)')).toEqual(['underline dotted']);
  expect(await underlines(`${LAB} [class~="lab-link"]`)).toEqual(['underline solid']);
});

test('Escape puts a definition away that the mouse lies on, until it has left', async ({ tab }) => {
  await tab.open('/io-vs-cpu/');
  const isShown = (selector: string) =>
    tab.look(selector, ([tip]) => tip?.checkVisibility() ?? false, null);
  const tip = '.term .tip';
  await tab.hover('.term > a');
  await expect.poll(() => isShown(tip)).toBe(true);
  await tab.hover(tip);
  expect(await isShown(tip)).toBe(true);
  await tab.press('Escape');
  await expect.poll(() => isShown(tip)).toBe(false);
  // Browsers say only after some frames that something else lies under the mouse.
  await tab.look(
    'html',
    async () => {
      for (let frame = 0; frame < 20; frame += 1) await new Promise(requestAnimationFrame);
    },
    null,
  );
  expect(await isShown(tip)).toBe(false);
  await tab.hover('h1');
  await tab.hover('.term > a');
  await expect.poll(() => isShown(tip)).toBe(true);
});

test.describe('in the dark theme', () => {
  test.use({ settings: { dark: true, scripts: true } });

  test('the text is lighter than the page', async ({ tab }) => {
    await tab.open('/');
    const [text, page] = await tab.look(
      'body',
      ([body]) => {
        const { color, backgroundColor } = getComputedStyle(body as HTMLElement);
        return [color, backgroundColor].map((of) =>
          (of.match(/[\d.]+/g) ?? []).slice(0, 3).reduce((sum, part) => sum + Number(part), 0),
        );
      },
      null,
    );
    expect(text as number).toBeGreaterThan((page as number) + 300);
  });
});

test.describe('without scripts', () => {
  test.use({ settings: { dark: false, scripts: false } });

  test('each lab says its sentence, and each chapter its text', async ({ tab }) => {
    for (const declared of labs) {
      await tab.open(`/labs/${declared.id}/`);
      const start = presetValues(declared, Object.keys(declared.presets)[0] as string);
      expect(await wordsOf(tab)).toContain(withoutSpaces(sentence(declared, start)));
    }
    for (const path of chapterPages) {
      await tab.open(path);
      await expectText(tab, 'h1', /\S/);
      expect((await wordsOf(tab)).length, path).toBeGreaterThan(1000);
    }
  });
});
