// What the build refuses of a question's options.
import { expect, test } from 'vitest';
import { checkStated } from '../lab-kit/facts.ts';
import { type AnyLab, defineLab } from '../lab-kit/lab.ts';
import { figureOptions, sentenceOptions } from './options.ts';

const lab = defineLab({
  id: 'small',
  title: 'Small',
  question: 'What?',
  chapter: 'one',
  parameters: {},
  presets: { one: { label: 'One', values: {} } },
  model: { run: () => 55.04 },
  view: { figures: [] },
  facts: { ends: { label: 'it ends', unit: 'ms', value: ({ result }) => result } },
}) as AnyLab;

const asked = { lab, preset: 'one', fact: 'ends', label: '{} ms', digits: 0 };
const why = 'It waits.';

test('the option that the model gives is the right one', () => {
  const options = figureOptions({ ...asked, options: [{ is: 40, why }, { is: 55 }] });
  expect(options.filter(({ right }) => right).map(({ label }) => label)).toEqual(['55\u00a0ms']);
});

test.each([
  ['no place for the figure', { label: 'ms' }, 'found label="ms"; {} once, where the figure goes'],
  ['two of them', { label: '{} to {}' }, 'found label="{} to {}"; {} once'],
  [
    'the right one twice',
    { options: [{ is: 55 }, { is: 55 }] },
    'found the options 55, 55; two or more, each once',
  ],
  [
    'the right one not at all',
    {
      options: [
        { is: 54, why },
        { is: 56, why },
      ],
    },
    'the options are 54, 56, but ends of lab small, preset one, is 55.',
  ],
  ['a fact that there is not', { fact: 'end' }, 'Lab small has no fact "end"'],
])('figures with %s are refused', (_, change, said) => {
  const options = [{ is: 40, why }, { is: 55 }];
  expect(() => figureOptions({ ...asked, options, ...change })).toThrow(said);
});

test('two sentences that are right are refused', () => {
  const right = true as const;
  expect(() =>
    sentenceOptions([
      { is: 'A', right },
      { is: 'B', right },
    ]),
  ).toThrow('found 2 right options; one with right: true');
});

test('a stated figure is compared at its own digits, and at no fewer than are shown', () => {
  const stated = (stated: number, digits: number) => () =>
    checkStated(lab, { preset: 'one', name: 'ends', digits, stated });
  expect(stated(55, 0)).not.toThrow();
  expect(stated(55.04, 0)).not.toThrow();
  expect(stated(55.4, 0)).toThrow('<Fact> ends of lab small, preset one: expected 55.4, got 55.0.');
  expect(stated(55, 2)).toThrow('expected 55.00, got 55.04.');
});
