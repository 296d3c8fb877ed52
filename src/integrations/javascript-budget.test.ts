// When a page is over its budget.
import { expect, it } from 'vitest';
import { overBudget } from './javascript-budget.ts';

const row = { file: 'a/index.html', files: 1 };

it('accepts a page at its limit', () => {
  expect(overBudget([{ ...row, bytes: 25_000, limit: 25_000 }])).toEqual([]);
});

it('names a page over its limit, with both figures', () => {
  expect(overBudget([{ ...row, bytes: 25_001, limit: 25_000 }])).toEqual([
    'a/index.html: found 25001 bytes of gzipped JavaScript; at most 25000 would do.',
  ]);
});
