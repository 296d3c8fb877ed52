// Numbers keep their units, and nothing else changes.
import type { Root } from 'mdast';
import { expect, test } from 'vitest';
import { remarkUnits } from './remark-units.ts';

function typeset(value: string): string {
  const text = { type: 'text' as const, value };
  const tree: Root = { type: 'root', children: [{ type: 'paragraph', children: [text] }] };
  remarkUnits()(tree);
  return text.value;
}

test.each([
  ['waits 35 ms for it', 'waits 35\u00a0ms for it'],
  ['from 81 MiB to 26.0 s', 'from 81\u00a0MiB to 26.0\u00a0s'],
  ['300 million of them', '300\u00a0million of them'],
  ['100 × 10 ms of it', '100\u00a0×\u00a010\u00a0ms of it'],
  ['B has 2 steps, 40 so far', 'B has 2 steps, 40 so far'],
])('%s', (text, expected) => {
  expect(typeset(text)).toBe(expected);
});
