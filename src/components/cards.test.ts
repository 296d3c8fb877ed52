// A table of a chapter keeps the heads of its columns where a phone shows its rows as cards.
import { expect, test } from 'vitest';
import { asCards } from './cards.ts';

const table = (...rows: string[]) =>
  `<table><thead><tr><th>where</th><th>what it <em>says</em></th></tr></thead><tbody>${rows.join('')}</tbody></table>`;

test('each cell has the head of its column, and the first is the head of its row', () => {
  expect(asCards(table('<tr><td>Linux</td><td><code>r</code> counts</td></tr>'))).toBe(
    table(
      '<tr><th scope="row">Linux</th><td data-head="what it says"><code>r</code> counts</td></tr>',
    ),
  );
});

test('every row begins again with the first column', () => {
  const row = (name: string) => `<tr><td>${name}</td><td>says</td></tr>`;
  expect(asCards(table(row('one'), row('two')))).toContain('<th scope="row">two</th>');
});

test('something else than a table is refused', () => {
  expect(() => asCards('<p>no table</p>')).toThrow('found no table with heads in <Cards>');
});
