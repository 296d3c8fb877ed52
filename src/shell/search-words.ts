// What it takes for words of a text to be those that a reader has asked for: the results and the marks on the page agree.

/** Endings that a word may have or lack and still be the same to a reader: "threads", "scheduling". */
const ENDING = /(?:ies|ing|ers?|ed|s)$/;

/** Fewer letters than this are no stem. */
const SHORTEST_STEM = 3;

/** What is asked for in a field: its words, each as it is compared. */
export function askedWords(query: string): string[] {
  return query.split(/\s+/).flatMap((word) => {
    const plain = plainOf(word);
    return plain === '' ? [] : [plain];
  });
}

/** Whether a word of a text is one that is asked for, as it stands, longer, or with another ending. */
export function fits(asked: string, word: string): boolean {
  const stem = stemOf(asked);
  // "UV_THREADPOOL_SIZE" is found by "threadpool" too, "event-loop" by "loop".
  return [plainOf(word), ...partsOf(word)].some((part) => part.startsWith(stem));
}

/** Where in a text's words all that is asked for stands together, in order; -1 where it does not. */
export function phraseIn(words: readonly string[], asked: readonly string[]): number {
  if (asked.length === 0) return -1;
  return words.findIndex((_, i) => asked.every((one, k) => fits(one, words[i + k] ?? '')));
}

/** Which of the words asked for stand in a text. */
export const foundIn = (words: readonly string[], asked: readonly string[]) =>
  asked.filter((one) => words.some((word) => fits(one, word)));

const partsOf = (text: string) =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((part) => part !== '');

/** Letters and digits alone: "IO-bound," is "iobound". */
const plainOf = (word: string) => partsOf(word).join('');

function stemOf(word: string): string {
  const stem = word.replace(ENDING, '');
  return stem.length < SHORTEST_STEM ? word : stem;
}
