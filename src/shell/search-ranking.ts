// Which findings a reader sees, and in which order: terms of the glossary, then headings, then whole phrases, then words.
import { fits, foundIn, phraseIn } from './search-words.ts';

/** A section of a page, as Pagefind gives it: its excerpt is HTML, with `<mark>` around the words found. */
export interface Section {
  readonly url: string;
  readonly title: string;
  readonly excerpt: string;
  /** Places of the words found, counted in words of the page. */
  readonly locations: readonly number[];
}

/** A page, or a term of the glossary, as Pagefind gives it. */
export interface Page {
  readonly url: string;
  readonly meta: {
    readonly title: string;
    /** Of a term alone. */
    readonly definition?: string;
    /** Of a term: its forms, and the words that lead to it though no text uses them. */
    readonly words?: string;
  };
  /** The page's text. */
  readonly content: string;
  readonly sub_results: readonly Section[];
}

export interface Ranked {
  readonly terms: readonly Page[];
  readonly pages: readonly { readonly page: Page; readonly sections: readonly Section[] }[];
}

/** How many terms are listed, how many pages, and how many sections of each. */
const TERMS = 3;
const PAGES = 8;
const SECTIONS = 3;

/**
 * Pagefind gives pages that hold the beginning of a word too: for "p95" all with a "-p". Those are left out, and what is
 * named by the words goes first.
 *
 * @param found the best first, as Pagefind has them
 * @param asked at least one word
 */
export function ranked(found: readonly Page[], asked: readonly string[]): Ranked {
  const isNamed = (names: string) => foundIn(wordsOf(names), asked).length === asked.length;
  const terms = found.filter(
    ({ meta }) => meta.definition !== undefined && isNamed(`${meta.title} ${meta.words}`),
  );
  const pages = found
    .filter(({ meta }) => meta.definition === undefined)
    .flatMap((page) => {
      const words = wordsOf(page.content);
      const all = page.sub_results.flatMap(({ locations }) => wordsAt(words, locations));
      if (foundIn(all, asked).length < asked.length) return [];
      const sections = page.sub_results
        .map((section) => {
          const there = wordsAt(words, section.locations);
          const found = foundIn(there, asked).length;
          const inOne = section.locations.some(
            (at) => phraseIn(words.slice(at, at + asked.length), asked) === 0,
          );
          return { section, found, rank: rankOf(isNamed(section.title), inOne) * 100 + found };
        })
        .filter(({ found }) => found > 0)
        .toSorted((one, other) => other.rank - one.rank);
      const [best] = sections;
      if (best === undefined) return [];
      const rank = rankOf(isNamed(page.meta.title), best.rank >= 100) + (best.rank >= 200 ? 1 : 0);
      return [{ page, rank, sections: sections.slice(0, SECTIONS).map(({ section }) => section) }];
    })
    .toSorted((one, other) => other.rank - one.rank);
  const named = ({ meta }: Page) => Number(meta.title.toLowerCase() === asked.join(' '));
  return {
    terms: terms.toSorted((one, other) => named(other) - named(one)).slice(0, TERMS),
    pages: pages.slice(0, PAGES),
  };
}

/** What bears the words as its name goes before what holds them side by side, and that before the rest. */
const rankOf = (isNamed: boolean, isPhrase: boolean) => (isNamed ? 2 : isPhrase ? 1 : 0);

/** As Pagefind counts them. */
const wordsOf = (text: string) => text.split(/[\r\n\s]+/g);

const wordsAt = (words: readonly string[], places: readonly number[]) =>
  places.map((place) => words[place] ?? '');

/** Whether a word of an excerpt is to be marked there. */
export const isMarked = (word: string, asked: readonly string[]) =>
  asked.some((one) => fits(one, word));
