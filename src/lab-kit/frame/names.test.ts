// What two runs are called: the pinned one always the same, the other by what tells it from that.
import { expect, test } from 'vitest';
import lab from '../../../labs/interleaving/index.ts';
import whichKnob from '../../../labs/which-knob/index.ts';
import type { AnyLab } from '../lab.ts';
import type { Values } from '../parameters/kinds.ts';
import { defaults } from '../parameters/values.ts';
import { named, presetOf } from './names.ts';

const start = defaults(lab.parameters) as Values;

const tags = (shown: Values, pinned: Values | null) =>
  named(
    lab as unknown as AnyLab,
    { values: { ...start, ...shown }, result: null },
    pinned && { values: { ...start, ...pinned }, result: null },
  ).map(({ tag }) => tag);

test('a run alone needs no name', () => {
  expect(tags({}, null)).toEqual(['']);
});

test('a pinned preset keeps its name, whatever stands beside it', () => {
  expect(tags({}, {})).toEqual(['One core', 'the knobs’ setting']);
  expect(tags({ cores: 2 }, {})).toEqual(['One core', '2 cores']);
  expect(tags({ cores: 2, slice: 4 }, {})).toEqual(['One core', '2 cores, slice 4 ms']);
  expect(tags({ waiting: 'block', other: false }, {})).toEqual(['One core', 'One at a time']);
  expect(tags({ cores: 2, slice: 4, database: 50 }, {})).toEqual([
    'One core',
    'the knobs’ setting',
  ]);
});

test('any other pinned run is named by what differs from how the lab opens', () => {
  expect(tags({}, { cores: 3 })).toEqual(['3 cores', '1 core']);
  expect(tags({ cores: 2 }, { cores: 3, slice: 4 })).toEqual(['3 cores, slice 4 ms', 'Two cores']);
  expect(tags({}, { cores: 3, slice: 4, database: 50 })).toEqual(['pinned run', 'One core']);
});

test('what curves are over is no setting: a preset stays one, and runs do not differ by it', () => {
  const kit = whichKnob as unknown as AnyLab;
  const values = defaults(kit.parameters) as Values;
  const runs = named(
    kit,
    { values: { ...values, workload: 'cpu', turn: 'flight' }, result: null },
    { values: { ...values, turn: 'near' }, result: null },
  );
  expect(runs.map(({ tag }) => tag)).toEqual(['IO-bound', 'CPU-bound']);
  expect(runs.map(({ values: { turn } }) => turn)).toEqual(['flight', 'flight']);
  expect(presetOf(kit, { ...values, workload: 'cpu', turn: 'flight' })).toBe('cpu-bound');
});
