// A written table that a phone shows as cards: each cell knows its column's head.

/** What a cell or a head is, between its tags. */
const CELL = /<(td|th)\b[^>]*>([\s\S]*?)<\/\1>/g;

const plain = (html: string) => html.replaceAll(/<[^>]*>/g, '').trim();
const escaped = (text: string) => text.replaceAll('"', '&quot;');

/**
 * The table with its first column as heads of the rows, and with the head of its column at every other cell, as
 * `data-head`.
 *
 * @param html a table as Markdown makes it: a row of heads, then rows of as many cells
 * @throws Error when there is no such table
 */
export function asCards(html: string): string {
  const [head = ''] = /<thead>[\s\S]*?<\/thead>/.exec(html) ?? [];
  const heads = Array.from(head.matchAll(CELL), ([, , text = '']) => escaped(plain(text)));
  if (heads.length === 0) {
    throw new Error('found no table with heads in <Cards>; one written in Markdown would do.');
  }
  const [before = '', body = ''] = html.split('</thead>');
  const rows = body.replaceAll(/<tr>[\s\S]*?<\/tr>/g, (row) => {
    let column = -1;
    return row.replaceAll(CELL, (_, __, text: string) => {
      column += 1;
      return column === 0
        ? `<th scope="row">${text}</th>`
        : `<td data-head="${heads[column] ?? ''}">${text}</td>`;
    });
  });
  return `${before}</thead>${rows}`;
}
