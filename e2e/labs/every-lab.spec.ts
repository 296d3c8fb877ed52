// What holds for every lab, as its declaration says: its page and its embed, by keys and by finger, its address, what a
// wrong one is told, paper, and the page without scripts. What one lab alone shows is in that lab's own file.
import { type AnyLab, presetValues } from '../../src/lab-kit/lab.ts';
import { allowed, parse } from '../../src/lab-kit/later/read-value.ts';
import {
  type Knobbed,
  knobbed,
  type Parameter,
  type Value,
  type Values,
} from '../../src/lab-kit/parameters/kinds.ts';
import { defaults, inWords } from '../../src/lab-kit/parameters/values.ts';
import { expectKnobs, handle, keyFor, touch, touched } from '../support/knobs.ts';
import { boxOf, LabOnPage } from '../support/lab.ts';
import {
  applies,
  charts,
  hasTimeline,
  labs,
  next,
  query,
  sentence,
  shareBars,
  tables,
} from '../support/labs.ts';
import { layOutForPaper } from '../support/print.ts';
import { expect, test } from '../support/test.ts';

test('there is a lab in each folder', () => {
  expect(labs.length).toBeGreaterThan(0);
});

const tabs = ({ presets }: AnyLab) =>
  Object.entries(presets).flatMap(([id, { label, quoted }]) => (quoted ? [] : [{ id, label }]));

/** The drawing, the sentence, the tables and the setting in words, and nothing to press. */
async function expectWholeWithoutControls(
  lab: LabOnPage,
  declared: AnyLab,
  values: Values,
  medium: 'paper' | 'screen',
) {
  await expect(lab.result).toHaveText(sentence(declared, values));
  await expect(lab.result).toBeVisible();
  if (hasTimeline(declared)) {
    await expect(lab.timeline).toBeVisible();
    await expect(lab.timeline.getByRole('row').first()).toHaveAccessibleName(/: .* [\d,.]+ m?s$/);
  }
  await expect(
    lab.root.getByText(`Drawn with ${inWords(declared.parameters, values)}.`),
  ).toBeVisible();
  for (const { title } of charts(declared, values)) {
    await expect(lab.root.getByRole('img', { name: `${title}, over ` })).toBeVisible();
  }
  for (const label of shareBars(declared)) {
    await expect(lab.root.getByRole('img', { name: `${label}: ` })).toBeVisible();
  }
  const captions = [
    ...tables(declared, values).flatMap(({ caption, screen }) =>
      screen && medium === 'paper' ? [] : [caption],
    ),
    ...(declared.measured === undefined ? [] : [declared.measured.caption]),
  ];
  for (const caption of captions) {
    const name = new RegExp(`^${RegExp.escape(caption)}`);
    await expect(lab.root.getByRole('table', { name })).toBeVisible();
  }
  for (const [name, parameter] of knobbed(declared.parameters)) {
    await expect(handle(lab, parameter, values[name] as Value)).toHaveCount(0);
  }
  for (const name of [...tabs(declared).map(({ label }) => label), 'Play', 'Copy link', 'Embed']) {
    await expect(lab.root.getByRole('button', { name, exact: true })).toHaveCount(0);
  }
}

/** Goes through the first segments of a lane and back, and to its last. */
async function walk(lab: LabOnPage, lane: number) {
  const { keyboard } = lab.page;
  await expect.poll(async () => (await lab.chosen()).lane).toBe(lane);
  await keyboard.press('Home');
  const { segments } = await lab.chosen();
  await lab.expectChosen(segments[0]);
  const first = segments.slice(0, 8);
  for (const segment of first.slice(1)) {
    await keyboard.press('ArrowRight');
    await lab.expectChosen(segment);
  }
  for (const segment of first.toReversed().slice(1)) {
    await keyboard.press('ArrowLeft');
    await lab.expectChosen(segment);
  }
  await keyboard.press('End');
  await lab.expectChosen(segments.at(-1));
}

for (const declared of labs) {
  const { id, title, question, parameters } = declared;
  const own = `/labs/${id}/`;
  const embed = `/embed/${id}/`;
  const knobs: readonly [string, Knobbed][] = knobbed(parameters);
  const all = Object.entries(parameters);
  const start = presetValues(declared, Object.keys(declared.presets)[0] as string);

  test.describe(id, () => {
    test('is set by keys alone, its address says how, and on paper it is whole', async ({
      page,
    }) => {
      await page.goto(own);
      const lab = new LabOnPage(page, title);
      await lab.wake();
      let values: Values = start;

      await test.step('it opens with its question and its first preset', async () => {
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
        await expect(page.getByText(question)).toBeVisible();
        await expect(lab.result).toHaveText(sentence(declared, start));
        await expectKnobs(lab, declared, start);
      });

      await test.step('Tab goes from knob to knob, and an arrow key moves each', async () => {
        // From the last button in front of them, which is not a preset where remedies stand on top.
        const before = lab.root.locator('xpath=.//button[following::*[@data-knob]]').last();
        if (knobs.length > 0) await before.focus();
        for (const [name, parameter] of knobs) {
          if (!applies(parameter, values)) continue;
          const value = values[name] as Value;
          await page.keyboard.press('Tab');
          await expect(handle(lab, parameter, value), name).toBeFocused();
          await page.keyboard.press(keyFor(parameter, value));
          values = { ...values, [name]: next(parameter, value) };
        }
        await expectKnobs(lab, declared, values);
        await expect(lab.result).toHaveText(sentence(declared, values));
        await expect(page).toHaveURL(`${own}${query(declared, values)}`);
      });

      await test.step('the address brings every knob back', async () => {
        await page.reload();
        await expectKnobs(lab, declared, values);
        await expect(lab.result).toHaveText(sentence(declared, values));
        await expect(page).toHaveURL(`${own}${query(declared, values)}`);
      });

      await test.step('each preset sets the lab, and Back goes to the one before', async () => {
        const pressed = [];
        for (const { id: preset, label } of tabs(declared)) {
          const setting = presetValues(declared, preset);
          await lab.preset(label).press('Enter');
          await expect(lab.preset(label)).toHaveAttribute('aria-pressed', 'true');
          await expect(lab.result).toHaveText(sentence(declared, setting));
          await expect(page).toHaveURL(`${own}${query(declared, setting)}`);
          pressed.push({ label, setting });
        }
        await expectKnobs(lab, declared, pressed.at(-1)?.setting as Values);
        for (const { label, setting } of pressed.slice(-3).reverse().slice(1)) {
          await page.goBack();
          await expect(lab.preset(label)).toHaveAttribute('aria-pressed', 'true');
          await expect(lab.result).toHaveText(sentence(declared, setting));
        }
        await lab.preset(pressed[0]?.label as string).press('Enter');
        await expect(lab.result).toHaveText(sentence(declared, start));
      });

      await test.step('a timeline is walked up and down, left and right, to both ends', async () => {
        if (!hasTimeline(declared)) return;
        const last = Number(await lab.timeline.getAttribute('aria-rowcount')) - 1;
        expect(last).toBeGreaterThan(0);
        await lab.timeline.focus();
        await page.keyboard.press('Home');
        for (let { lane } = await lab.chosen(); lane > 0; lane -= 1) {
          await page.keyboard.press('ArrowUp');
        }
        await walk(lab, 0);
        for (let row = 0; row < last; row += 1) await page.keyboard.press('ArrowDown');
        await walk(lab, last);
      });

      await test.step('on paper there is all but what can be pressed', async () => {
        await layOutForPaper(page);
        await expectWholeWithoutControls(lab, declared, start, 'paper');
      });
    });

    test('on another page it says the same, and leads here', async ({ page }) => {
      await page.goto(embed);
      const lab = new LabOnPage(page, title);
      await lab.wake();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(`${title}: ${question}`);
      await expectKnobs(lab, declared, start);
      const { id: preset, label } = tabs(declared).at(-1) as { id: string; label: string };
      const setting = presetValues(declared, preset);
      await lab.preset(label).click();
      await expect(lab.result).toHaveText(sentence(declared, setting));
      await expect(page).toHaveURL(`${embed}${query(declared, setting)}`);
      const credit = page.getByText(/CC BY 4\.0\.$/);
      await expect(credit).toContainText(`${inWords(parameters, setting)}. `, { ignoreCase: true });
      await expect(credit).toHaveText(/Interleave, chapter \d(\.\d)?; CC BY 4\.0\.$/);
      await expect(lab.root.getByRole('link', { name: 'Open as its own page' })).toHaveAttribute(
        'href',
        `${own}${query(declared, setting)}`,
      );
    });

    test.describe('on a phone', () => {
      test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

      test('a wrong address is told what is allowed; a finger moves every knob, takes a segment and a point of a curve', async ({
        page,
      }) => {
        const lab = new LabOnPage(page, title);
        const warned = lab.root.getByRole('status').locator('p');
        const [name, parameter] = all[0] as [string, Parameter];
        /** The page's own history: servers refuse some of these. */
        const goTo = (search: string) =>
          page.evaluate((to) => {
            history.pushState(null, '', to);
            dispatchEvent(new PopStateEvent('popstate'));
          }, search);

        await test.step('of every parameter', async () => {
          const wrong = all.map(
            ([of, one]) =>
              [of, 'max' in one ? String(one.max + one.step) : 'perhaps', one] as const,
          );
          await page.goto(`${own}?${wrong.map(([of, text]) => `${of}=${text}`).join('&')}`);
          await lab.wake();
          await expect(warned).toContainText(
            wrong.map(([of, text, one]) => `sets ${of} to “${text}”. Allowed: ${allowed(one)}.`),
          );
          await expectKnobs(lab, declared, defaults(parameters));
          await expect(lab.result).toHaveText(sentence(declared, defaults(parameters)));
          await expect(lab.result).toBeVisible();
        });

        await test.step('the first change takes the warning away', async () => {
          await lab.preset(tabs(declared).at(-1)?.label as string).click();
          await expect(warned).toHaveCount(0);
        });

        await test.step('whatever the text', async () => {
          for (const text of ['NaN', '-1', '1e309', '99999999999999999999', '__proto__', '\0']) {
            const of = all.filter(([, one]) => parse(one, text) === undefined);
            await goTo(`?${of.map(([knob]) => `${knob}=${encodeURIComponent(text)}`).join('&')}`);
            await expect(warned).toContainText(of.map(([knob]) => `sets ${knob} to “${text}”.`));
            await expectKnobs(lab, declared, defaults(parameters));
          }
        });

        await test.step('of a knob that it does not have, the playhead, the run to compare with, and the theme', async () => {
          await goTo(`?no-such-knob=4&__proto__=1&compare=${name}:perhaps&at=soon&theme=blue`);
          await expect(warned).toContainText([
            `sets “no-such-knob”, which this lab does not have. Its settings are ${Object.keys(parameters).join(', ')}.`,
            'sets “__proto__”, which this lab does not have.',
            `sets ${name} to “perhaps”. Allowed: ${allowed(parameter)}.`,
            'sets at to “soon”.',
            'sets theme to “blue”. Allowed: light or dark.',
          ]);
        });

        await test.step('of an instant past the end, at which the playhead stands', async () => {
          if (declared.view.clock === undefined) return;
          await goTo('?at=999999999');
          const told = (await lab.instant.locator('strong').textContent()) as string;
          await expect(warned).toContainText([
            `sets at to “999999999”, past the end of the run. The lab starts at its end, ${told}.`,
          ]);
        });

        await test.step('of 100 kB', async () => {
          await goTo(`?${name}=${'9'.repeat(100_000)}`);
          await expect(warned).toContainText(['(100000 characters)']);
          await expect(lab.result).toHaveText(sentence(declared, defaults(parameters)));
        });

        await lab.goTo('');
        await expect(warned).toHaveCount(0);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
        let values: Values = start;

        await test.step('a segment says why', async () => {
          if (!hasTimeline(declared)) return;
          await lab.root.locator('[data-row], [data-first]').last().tap();
          await expect.poll(async () => (await lab.chosen()).lane).toBeGreaterThan(0);
          const [, from, to] = /(\S+) to (\S+) m?s$/.exec((await lab.chosen()).segment) ?? [];
          const why = lab.root.getByRole('region', { name: 'Why' });
          await expect(why).toContainText(`${from}–${to}`);
        });

        await test.step('a knob is moved', async () => {
          for (const [name, parameter] of knobs) {
            if (!applies(parameter, values)) continue;
            const value = values[name] as Value;
            await touch(lab, parameter, value);
            values = { ...values, [name]: touched(parameter, value) };
            await expectKnobs(lab, declared, values);
          }
          await expect(lab.result).toHaveText(sentence(declared, values));
          await expect(page).toHaveURL(
            new RegExp(`${RegExp.escape(query(declared, values))}(&at=.*)?$`),
          );
        });

        await test.step('a point of a curve is taken', async () => {
          const [chart] = charts(declared, values);
          if (chart?.x.parameter === undefined) return;
          const curve = lab.root.getByRole('slider', { name: `${chart.title}: ` });
          const { height } = await boxOf(curve);
          await curve.tap({ position: { x: 1, y: height / 2 } });
          const [first] = chart.series[0]?.points ?? [];
          values = { ...values, [chart.x.parameter]: first?.x as Value };
          await expectKnobs(lab, declared, values);
          await expect(lab.result).toHaveText(sentence(declared, values));
        });
      });
    });

    test.describe('without scripts', () => {
      test.use({ javaScriptEnabled: false });

      test('it is whole on its page, and the same on another', async ({ page }) => {
        const lab = new LabOnPage(page, title);
        await page.goto(own);
        const asked = tables(declared, start).filter(({ shown }) => shown === 'asked');
        const records = asked.filter(({ name }) => name !== undefined);
        let rows = 0;
        for (const { caption } of records.length > 0 ? records : asked) {
          rows += (await lab.rowsOf(caption)).length;
        }
        expect(rows).toBeGreaterThan(0);
        await expect(lab.tables.locator('summary')).toHaveText(new RegExp(`, ${rows} rows?$`));
        await expectWholeWithoutControls(lab, declared, start, 'screen');
        const [whole] = ((await lab.root.textContent()) ?? '').split('Read the chapter');
        await page.goto(embed);
        await lab.tables.locator('summary').click();
        expect(((await lab.root.textContent()) ?? '').split('Open as its own page')[0]).toBe(whole);
      });
    });
  });
}
