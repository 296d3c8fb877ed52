// A declaration that its own page could not live with stops the build, and says where.
import { cpu, scenario, task } from '@interleave/simulation';
import { expect, test } from 'vitest';
import { checkDeclaration, checkRuns } from './check-lab.ts';
import { type AnyLab, defineLab } from './lab.ts';
import { range, type Values } from './parameters/kinds.ts';
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
    if (count > 3) throw new Error('too many');
    return scenario({ cores: count, tasks: [task('A', [cpu(1)])] });
  }),
  view: timeline({ tasks: {}, awaited: 'it', many: 'tasks', subjects: ['A'] }),
  facts: { ends: { label: 'A ends', unit: 'ms', value: ({ result }) => result.end } },
}) as AnyLab;

test('a right one passes', () => {
  checkDeclaration(lab);
  checkRuns(lab);
});

test.each<[string, Partial<AnyLab>, string]>([
  [
    'a default out of range',
    { parameters: { cores: cores(9) } },
    'Lab small, default of cores: found 9; allowed: 1 to 8 (in steps of 1).',
  ],
  [
    'a name that links use',
    { parameters: { cores: cores(2), at: cores(2) } },
    'Lab small: found a parameter "at"; compare, at, theme have a meaning',
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
  expect(() => checkDeclaration({ ...lab, ...change })).toThrow(said);
});

test('a preset that cannot be run, and a fact that cannot be read, are named', () => {
  const presets = { four: { label: 'Four', values: { cores: 4 } } };
  expect(() => checkRuns({ ...lab, presets })).toThrow('Lab small, preset four: too many');
  const facts = {
    none: {
      label: '',
      unit: '',
      value: () => {
        throw new Error('no figure');
      },
    },
  };
  expect(() => checkRuns({ ...lab, facts })).toThrow('Lab small, preset one, fact none: no figure');
});
