// Fewer lanes have patterns and numbers, more are solid, a hundred are dense.
import { expect, test } from 'vitest';
import { layoutOf } from './layout.ts';

test.each([
  [1, 4, { single: true, numbered: true, solid: false, dense: false }],
  [2, 1, { single: false, numbered: true, solid: false, dense: false }],
  [6, 1, { single: false, numbered: false, solid: false, dense: false }],
  [6, 4, { single: false, numbered: false, solid: true, dense: false }],
  [26, 1, { single: false, numbered: false, solid: true, dense: false }],
  [100, 1, { single: false, numbered: false, solid: true, dense: true }],
])('%i lanes above %i cores', (lanes, cores, expected) => {
  expect(layoutOf({ lanes, cores })).toMatchObject(expected);
});
