// Which setting of a lab is taken for the one that is most work.
import { cpu, ms, scenario, task } from '@interleave/simulation';
import { expect, test } from 'vitest';
import { type AnyLab, defineLab } from '../../lab-kit/lab.ts';
import { choice, optionalRange, range, toggle } from '../../lab-kit/parameters/parameters.ts';
import { heaviest } from './heaviest.ts';

const words = String;

test('finds the least slice, the option and the switch that make most segments', () => {
  const lab = defineLab({
    id: 'any',
    title: 'Any',
    question: '?',
    chapter: 'any',
    parameters: {
      tasks: range({ label: 'Tasks', unit: '', min: 1, max: 8, step: 1, default: 2, words }),
      slice: optionalRange({
        label: 'Slice',
        unit: 'ms',
        min: 1,
        max: 20,
        step: 1,
        none: 'none',
        default: null,
        words,
      }),
      steps: choice({
        label: 'CPU',
        options: [10, 30, 20].map((value) => ({ value, label: String(value) })),
        default: 10,
        words,
      }),
      alone: toggle({ label: 'Alone', note: '', default: false, words }),
    },
    presets: { any: { label: 'Any', values: {} } },
    scenario: ({ tasks, slice, steps, alone }) =>
      scenario({
        slice: slice === null ? null : ms(slice),
        tasks: [{ ...task('A', [cpu(steps)]), count: alone ? 1 : tasks }],
      }),
    subjects: [],
    facts: {},
    describe: () => [],
    tables: () => [],
    view: { tasks: {}, awaited: '', many: 'tasks', first: 'timeline' },
  });
  expect(heaviest(lab as AnyLab).values).toEqual({ tasks: 8, slice: 1, steps: 30, alone: false });
});
