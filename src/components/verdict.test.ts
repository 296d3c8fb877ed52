// A decision table says of each remedy what the lab says of it, or the build stops.
import { expect, test } from 'vitest';
import { checkVerdict, verdictWord } from './verdict.ts';

test('each effect has a word of its own', () => {
  expect((['half', 'lower', 'same', 'higher'] as const).map(verdictWord)).toEqual([
    'half or less',
    'less',
    'the same',
    'worse',
  ]);
});

test('what is said is held against what the lab says', () => {
  expect(() => checkVerdict('same', 'same', 98)).not.toThrow();
  expect(() => checkVerdict('half', 'higher', 155.2)).toThrow(
    'found says="half", but the lab says higher: 155% of the 95th percentile is left.',
  );
});
