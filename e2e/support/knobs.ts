// A lab's knobs, whatever their kind: found by their parameter, moved by keys or by a finger, read.
import { expect, type Locator } from '@playwright/test';
import type { AnyLab } from '../../src/lab-kit/lab.ts';
import {
  type Choice,
  type Knobbed,
  knobbed,
  type OptionalRange,
  type Range,
  type Stops,
  type Value,
  type Values,
} from '../../src/lab-kit/parameters/kinds.ts';
import { display } from '../../src/lab-kit/parameters/values.ts';
import type { LabOnPage } from './lab.ts';
import { applies } from './labs.ts';

const optionOf = (lab: LabOnPage, { label, options }: Choice, value: Value) =>
  lab.root.getByRole('radiogroup', { name: label, exact: true }).getByRole('radio', {
    name: options.find((option) => option.value === value)?.label ?? '',
    exact: true,
  });

/** What has the focus, and the keys, of a knob that stands at a value. */
export function handle(lab: LabOnPage, parameter: Knobbed, value: Value): Locator {
  const { label } = parameter;
  switch (parameter.kind) {
    case 'choice':
      return optionOf(lab, parameter, value);
    case 'toggle':
      return lab.root.getByRole('switch', { name: `${label} ${parameter.note}`, exact: true });
    case 'stops':
    case 'range':
    case 'optional-range':
      return lab.root.getByRole('slider', { name: label, exact: true });
  }
}

/** Waits until every knob shows its value, and can be moved where it changes something, and there alone. */
export async function expectKnobs(lab: LabOnPage, { parameters }: AnyLab, values: Values) {
  const expected = knobbed(parameters).map(([name, parameter]) => ({
    label: parameter.label,
    shows: display(parameter, values[name] as Value),
    enabled: applies(parameter, values),
  }));
  // All at one look: there are many knobs, and they are looked at often.
  const knobs = () =>
    lab.root.locator('[data-knob]').evaluateAll((found) =>
      found.map((knob) => {
        const inputs = [...knob.querySelectorAll('input')];
        const [input] = inputs;
        const checked = inputs.find((one) => one.checked);
        const shows = {
          range: input?.ariaValueText,
          radio: checked?.labels?.[0]?.textContent,
          checkbox: checked === undefined ? 'off' : 'on',
        }[input?.type ?? ''];
        return {
          label: knob.querySelector(':scope > :is(span, label)')?.textContent,
          shows,
          enabled: inputs.every((one) => !one.disabled),
        };
      }),
    );
  await expect.poll(knobs, { intervals: [20, 50, 100, 250] }).toEqual(expected);
}

/** The key that moves a knob from a value to the one next to it. */
export function keyFor(parameter: Knobbed, value: Value) {
  if (parameter.kind === 'toggle') return 'Space';
  return isSlider(parameter) && value === greatest(parameter) ? 'ArrowLeft' : 'ArrowRight';
}

/** The value that `touch` gives a knob: the end of a scale, or its other end; another option; the other way. */
export function touched(parameter: Knobbed, value: Value): Value {
  switch (parameter.kind) {
    case 'toggle':
      return value !== true;
    case 'choice':
      return parameter.options.find((option) => option.value !== value)?.value as Value;
    case 'stops':
    case 'range':
    case 'optional-range':
      return value === greatest(parameter) ? least(parameter) : greatest(parameter);
  }
}

type Slider = Stops | Range | OptionalRange;

const isSlider = (parameter: Knobbed): parameter is Slider =>
  parameter.kind !== 'choice' && parameter.kind !== 'toggle';

const greatest = (parameter: Slider): Value =>
  parameter.kind === 'stops' ? (parameter.options.at(-1)?.value as Value) : parameter.max;

function least(parameter: Slider): Value {
  if (parameter.kind === 'stops') return parameter.options[0]?.value as Value;
  return parameter.kind === 'optional-range' ? null : parameter.min;
}

/** Sets a knob with a finger to what `touched` says. */
export async function touch(lab: LabOnPage, parameter: Knobbed, value: Value) {
  const to = touched(parameter, value);
  const knob = handle(lab, parameter, to);
  if (!isSlider(parameter)) return knob.tap();
  const { width, height } = await knob.evaluate((element) => {
    const box = element.getBoundingClientRect();
    return { width: box.width, height: box.height };
  });
  await knob.tap({ position: { x: to === greatest(parameter) ? width - 4 : 4, y: height / 2 } });
}
