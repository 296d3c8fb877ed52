// The generator draws what that of pure-rand draws from the same state.
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus';
import { expect, test } from 'vitest';
import { Generator } from './generator.ts';

test.each<[number, number, number, number]>([
  [1, 2, 3, 4],
  [-1, 0, 0, 0],
  [0x811c9dc5 | 0, 0x9e3779b9 | 0, 0x85ebca6b | 0, 0xc2b2ae35 | 0],
])('from the state %i, %i, %i, %i', (...state) => {
  const generator = new Generator(...state);
  const reference = xoroshiro128plusFromState(state);
  for (let i = 0; i < 1000; i += 1) expect(generator.uniform()).toBe(uniformFloat64(reference));
});
