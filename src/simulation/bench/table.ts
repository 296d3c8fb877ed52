// How figures are printed: in columns, so that they can be compared down a page.

export const MIB = 2 ** 20;

export const print = (text = '') => process.stdout.write(`${text}\n`);

/** A line of cells, the first to the left, the others to the right of as many characters as given. */
export function line(cells: readonly string[], widths: readonly number[]): string {
  const padded = cells.map((cell, i) => {
    const width = widths[i] ?? 0;
    return i === 0 ? cell.padEnd(width) : cell.padStart(width);
  });
  return padded.join('  ').trimEnd();
}

/** A number for people: with about three digits, thousands apart. */
export function figure(value: number): string {
  const size = Math.abs(value);
  const decimals = size >= 100 ? 0 : size >= 10 ? 1 : 2;
  return value.toLocaleString('en', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
}

/** How many times one is of another, as text; nothing when there is no other. */
export const times = (ratio: number | undefined): string =>
  ratio === undefined ? '' : `${figure(ratio)}x`;

/** A whole number for people, thousands apart. */
export const count = (value: number): string => value.toLocaleString('en');
