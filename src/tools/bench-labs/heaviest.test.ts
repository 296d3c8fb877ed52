// Which setting of a lab is taken for the one that is most work.
import { cpu, ms, scenario, task } from '@interleave/simulation';
import { expect, test } from 'vitest';
import { type AnyLab, defineLab } from '../../lab-kit/lab.ts';
import {
  choice,
  type Parameters,
  range,
  toggle,
  type Values,
} from '../../lab-kit/parameters/kinds.ts';
import { sliceKnob } from '../../lab-kit/parameters/usual.ts';
import { simulated } from '../../lab-kit/timeline/simulated.ts';
import { timeline } from '../../lab-kit/timeline/view.tsx';
import { heaviest } from './heaviest.ts';

const parameters = {
  tasks: range({ label: 'Tasks', unit: '', min: 1, max: 8, step: 1, default: 2 }, String),
  slice: sliceKnob(20),
  steps: choice(
    { label: 'CPU', default: 10 },
    [10, 30, 40, 20].map((steps) => [steps, String(steps), String(steps)]),
  ),
  alone: toggle({ label: 'Alone', note: '', default: false }, ['', '']),
} satisfies Parameters;

test('finds the least slice, the option and the switch that make most segments, of what can be run', () => {
  const lab = defineLab({
    id: 'any',
    title: 'Any',
    question: '?',
    chapter: 'any',
    parameters,
    presets: { any: { label: 'Any', values: {} } },
    model: simulated(({ tasks, slice, steps, alone }: Values<typeof parameters>) => {
      if (steps === 40) throw new Error('too many steps');
      return scenario({
        slice: slice === null ? null : ms(slice),
        tasks: [{ ...task('A', [cpu(steps)]), count: alone ? 1 : tasks }],
      });
    }),
    facts: {},
    view: timeline({ tasks: {}, awaited: '', many: 'tasks', subjects: [] }),
  });
  expect(heaviest(lab as AnyLab).values).toEqual({ tasks: 8, slice: 1, steps: 30, alone: false });
});
