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
        .map((section) => ({
          section,
          place: placeOf(isNamed(section.title), stands(words, section, asked)),
          count: foundIn(wordsAt(words, section.locations), asked).length,
        }))
        .filter(({ count }) => count > 0)
        .toSorted((one, other) => one.place - other.place || other.count - one.count);
      const best = sections[0]?.place ?? Place.apart;
      return [
        {
          page,
          place: isNamed(page.meta.title) ? Place.name : best,
          sections: sections.slice(0, SECTIONS).map(({ section }) => section),
        },
      ];
    })
    .toSorted((one, other) => one.place - other.place);
  const named = ({ meta }: Page) => Number(meta.title.toLowerCase() === asked.join(' '));
  return {
    terms: terms.toSorted((one, other) => named(other) - named(one)).slice(0, TERMS),
    pages: pages.slice(0, PAGES),
  };
}

/** How words stand in a page or a section, the best first: in its name, side by side in its text, or apart. */
const Place = { name: 0, phrase: 1, apart: 2 };

const placeOf = (isNamed: boolean, isPhrase: boolean) =>
  isNamed ? Place.name : isPhrase ? Place.phrase : Place.apart;

/** Whether all that is asked for stands side by side in a section. */
const stands = (words: readonly string[], { locations }: Section, asked: readonly string[]) =>
  locations.some((at) => phraseIn(words.slice(at, at + asked.length), asked) === 0);

/** As Pagefind counts them. */
const wordsOf = (text: string) => text.split(/[\r\n\s]+/g);

const wordsAt = (words: readonly string[], places: readonly number[]) =>
  places.map((place) => words[place] ?? '');

/** Whether a word of an excerpt is to be marked there. */
export const isMarked = (word: string, asked: readonly string[]) =>
  asked.some((one) => fits(one, word));
