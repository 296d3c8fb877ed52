// Of any two settings of this lab: what the second run is said to have met in place of the first's longest time in line.
import { compare, instead, longestLack, type Trace, toText } from '@interleave/simulation';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type AnyLab, runOf } from '../../src/lab-kit/lab.ts';
import type { Parameter, Values } from '../../src/lab-kit/parameters/kinds.ts';
import { defaults } from '../../src/lab-kit/parameters/values.ts';
import { namesIn } from '../../src/lab-kit/timeline/naming.ts';
import { timelineOf } from '../../src/lab-kit/timeline/trace-view.tsx';
import { wrongly } from '../../src/simulation/testing/same-point.ts';
import lab from './index.ts';

/** Every value that a knob can be set to. */
function valuesOf(parameter: Parameter): Values[string][] {
  if (parameter.kind === 'toggle') return [true, false];
  if ('options' in parameter) return parameter.options.map(({ value }) => value);
  if (parameter.kind === 'moves') return [parameter.default];
  const { min, max, step } = parameter;
  const stops = Array.from({ length: (max - min) / step + 1 }, (_, i) => min + i * step);
  return parameter.kind === 'range' ? stops : [null, ...stops];
}

const settings = fc.record(
  Object.fromEntries(
    Object.entries(lab.parameters).map(([name, parameter]) => [
      name,
      fc.constantFrom(...valuesOf(parameter)),
    ]),
  ),
);

const run = (setting: object) => runOf(lab, { ...defaults(lab.parameters), ...setting }).result;

/** What is said of each task that the page explains, by its name. */
function explained(first: Trace, second: Trace) {
  const names = namesIn(timelineOf(lab as AnyLab).naming, second);
  return compare(first, second).flatMap((difference) => {
    const stretch = longestLack(first, [difference.first]);
    if (stretch === undefined || difference.noWorker + difference.noCore <= 0) return [];
    const said = instead(first, second, names, difference, stretch.segment);
    return [{ task: names.tasks[difference.second], twin: difference.second, stretch, said }];
  });
}

const inWords = (first: object, second: object) =>
  explained(run(first), run(second)).map(
    ({ task, said }) => `${task}: ${toText(said).replaceAll('\u00a0', ' ')}`,
  );

test('whatever two settings are compared, something is said, and it is so', () => {
  fc.assert(
    fc.property(settings, settings, (one, other) => {
      const [first, second] = [run(one), run(other)];
      const wrong = explained(first, second).flatMap(({ task, twin, stretch, said }) =>
        wrongly(first, second, stretch, twin, said).map(
          (what) => `${task}: "${toText(said)}", but ${what}`,
        ),
      );
      expect(wrong).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test.each([
  [{}, { cores: 2 }, 'A: The database answered. Core 2 was free, so A ran at once.'],
  [{ slice: 5 }, {}, 'other work: Other work kept its core and ran from 30 to 50 ms.'],
  [{ slice: 1 }, { slice: 4, cores: 2 }, 'A: A kept its core and ran from 0 to 5 ms.'],
  [{}, { database: 0 }, 'A: A kept its core and ran from 0 to 10 ms.'],
  [
    { slice: 8, burst: 40 },
    { slice: 19, burst: 15 },
    'B: B had only 15 ms to compute in that step.',
  ],
  [
    {},
    { slice: 3 },
    'A: A was runnable too, from 43 to 45 ms. ' +
      'The database answered. Other work had the core, so A was first in the run queue.',
  ],
  [
    { waiting: 'block' },
    { waiting: 'block', database: 20 },
    'B: B was in line too, from 0 to 30 ms. B arrived. A held the only worker, so B stood in line.',
  ],
])('%o, then %o', (first, second, sentence) => {
  expect(inWords(first, second)).toContain(sentence);
});
