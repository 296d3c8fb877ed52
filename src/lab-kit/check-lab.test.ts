// A declaration that its own page could not live with stops the build, and says where.
import { cpu, scenario, task } from '@interleave/simulation';
import { expect, test } from 'vitest';
import { wrongInDeclaration, wrongInRuns } from './check-lab.ts';
import { type AnyLab, defineLab } from './lab.ts';
import { choice, range, type Values } from './parameters/kinds.ts';
import { simulated } from './timeline/simulated.ts';
import { timeline } from './timeline/view.tsx';

const cores = (start: number) =>
  range({ label: 'Cores', unit: '', min: 1, max: 8, step: 1, default: start }, String);

const parameters = { cores: cores(2) };

const lab = defineLab({
  id: 'small',
  title: 'Small',
  question: 'What?',
  chapter: 'one-at-a-time',
  parameters,
  presets: { one: { label: 'One', values: { cores: 1 } }, two: { label: 'Two', values: {} } },
  model: simulated(({ cores: count }: Values<typeof parameters>) => {
    if (count > 8) throw new Error('too many');
    return scenario({ cores: count, tasks: [task('A', [cpu(1)])] });
  }),
  view: timeline({ tasks: {}, awaited: 'it', many: 'tasks', subjects: ['A'] }),
  facts: { ends: { label: 'A ends', unit: 'ms', value: ({ result }) => result.end } },
}) as AnyLab;

test('a right one passes', () => {
  expect(wrongInDeclaration(lab)).toEqual([]);
  expect(wrongInRuns(lab)).toEqual([]);
});

test.each<[string, Partial<AnyLab>, string]>([
  [
    'a default out of range',
    { parameters: { cores: cores(9) } },
    'Lab small, default of cores: found 9; allowed: 1 to 8 (in steps of 1).',
  ],
  [
    'a name that links use',
    { parameters: { cores: cores(2), at: { ...cores(2), label: 'At' } } },
    'Lab small: found a parameter "at"; compare, at, theme, v have a meaning',
  ],
  [
    'a name that a later link uses',
    { parameters: { cores: cores(2), v: { ...cores(2), label: 'V' } } },
    'found a parameter "v";',
  ],
  [
    'a name that is not as links write them',
    { parameters: { cores: cores(2), poolSize: { ...cores(2), label: 'Pool' } } },
    'Lab small: found a parameter "poolSize"; small letters, with hyphens between words, would do',
  ],
  [
    'a default that is off the grid',
    { parameters: { cores: cores(2.5) } },
    'Lab small, default of cores: found 2.5; allowed: 1 to 8 (in steps of 1).',
  ],
  [
    'two parameters of one label',
    { parameters: { cores: cores(2), threads: cores(2) } },
    'Lab small: found the label "Cores" again; each parameter has its own.',
  ],
  [
    'two options of one label',
    {
      parameters: {
        cores: cores(2),
        as: choice({ label: 'As', default: 'a' }, [
          ['a', 'The same', 'a'],
          ['b', 'The same', 'b'],
        ]),
      },
    },
    'Lab small, parameter as: found the label "The same" again; each option has its own.',
  ],
  ['no preset', { presets: {} }, 'Lab small: found no preset;'],
  [
    'a preset of no parameter',
    { presets: { one: { label: 'One', values: { core: 1 } } } },
    'Lab small, preset one: found a value for "core"; the parameters are cores.',
  ],
  [
    'a preset out of range',
    { presets: { one: { label: 'One', values: { cores: 40 } } } },
    'Lab small, preset one, cores: found 40; allowed: 1 to 8 (in steps of 1).',
  ],
  [
    'two presets of one label',
    { presets: { one: { label: 'One', values: {} }, two: { label: 'One', values: {} } } },
    'Lab small, preset two: found the label "One" again; each preset has its own.',
  ],
])('%s is refused', (_, change, said) => {
  expect(wrongInDeclaration({ ...lab, ...change })).toEqual([expect.stringContaining(said)]);
});

const broken = (change: Partial<AnyLab>) => wrongInRuns({ ...lab, ...change });
const fact = (value: () => number) => ({ none: { label: '', unit: '', value } });

test('what cannot be run is named: a preset, an end of a knob', () => {
  const presets = { nine: { label: 'Nine', values: { cores: 9 } } };
  expect(broken({ presets })).toContain('Lab small, preset nine: too many');
  const wide = {
    cores: range({ label: 'Cores', unit: '', min: 1, max: 9, step: 1, default: 2 }, String),
  };
  expect(broken({ parameters: wide })).toEqual(['Lab small, cores at 9: too many']);
});

test('a fact that cannot be read, or never has a figure, is named', () => {
  const facts = fact(() => {
    throw new Error('no figure');
  });
  expect(broken({ facts })).toContain('Lab small, preset one, fact none: no figure');
  expect(broken({ facts: fact(() => Infinity) })).toContain(
    'Lab small, fact none: found no figure with any preset; one would do.',
  );
});

test('a task that is named and is in no run is named', () => {
  const view = timeline({ tasks: {}, awaited: 'it', many: 'tasks', subjects: ['B'] });
  expect(broken({ view: view as AnyLab['view'] })).toEqual([
    `Lab small: found a name for task "B", which is in no preset's run; the tasks are A.`,
  ]);
});
