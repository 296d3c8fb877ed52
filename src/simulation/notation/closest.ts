// The word that somebody may have meant.

/** Of some words the one that is a slip or two from this one, or undefined. */
export function closest(word: string, words: readonly string[]): string | undefined {
  if (word.length > 30) return undefined;
  const most = word.length > 4 ? 2 : 1;
  const lower = word.toLowerCase();
  let best: string | undefined;
  let least = most + 1;
  for (const other of words) {
    if (Math.abs(lower.length - other.length) > most) continue;
    const slips = distance(lower, other);
    if (slips < least) [best, least] = [other, slips];
  }
  return best;
}

/**
 * Letters put in, left out, changed, or swapped with the next.
 *
 * Source: F. J. Damerau, A Technique for Computer Detection and Correction of Spelling Errors, 1964.
 */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let least = Math.min((row[j] as number) + 1, (next[j - 1] as number) + 1, change);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        least = Math.min(least, (before[j - 2] as number) + 1);
      }
      next.push(least);
    }
    [before, row] = [row, next];
  }
  return row[b.length] as number;
}
