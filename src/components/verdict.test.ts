// A decision table says of each remedy what the lab says of it, or the build stops.
import { expect, test } from 'vitest';
import { checkVerdict } from './verdict.ts';

test('what is said is held against what the lab says', () => {
  expect(() => checkVerdict('same', 'same', 98)).not.toThrow();
  expect(() => checkVerdict('half', 'higher', 155.2)).toThrow(
    'found says="half", but the lab says higher: 155% of the 95th percentile is left.',
  );
});
