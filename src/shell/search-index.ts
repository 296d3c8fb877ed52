// What searching takes: Pagefind with the index that the build made, and its findings as items of a list.
import { href } from '../lab-kit/site.ts';
import { isMarked, type Page, ranked, type Section } from './search-ranking.ts';
import { askedWords } from './search-words.ts';

interface Pagefind {
  /** Begins to load the index. */
  init(): Promise<void>;
  search(words: string): Promise<{ results: { data(): Promise<Page> }[] }>;
}

/** What was found: items for the list, and how to say how much that is. */
export interface Finding {
  readonly items: HTMLElement[];
  readonly summary: string;
}

/** How many of Pagefind's best are looked at: what bears the words as its name may stand far down. */
const LOOKED_AT = 24;

/** One letter is the first of half of all words. */
const SHORTEST = 2;

// The build writes Pagefind beside its index, after the scripts are bundled.
const pagefind: Pagefind = await import(/* @vite-ignore */ href('pagefind/pagefind.js'));

await pagefind.init();

/** What the lesson has of these words, the best first. */
export async function find(query: string): Promise<Finding> {
  const asked = askedWords(query);
  if (asked.length === 0) return { items: [], summary: '' };
  if (asked.join('').length < SHORTEST) {
    return { items: [], summary: 'Type two letters or more.' };
  }
  const found = await pagefind.search(query);
  const all = await Promise.all(found.results.slice(0, LOOKED_AT).map((page) => page.data()));
  const { terms, pages } = ranked(all, asked);
  return {
    items: [
      ...terms.map((term) => termItem(term, query)),
      ...pages.map(({ page, sections }) => pageItem(page, sections, query, asked)),
    ],
    summary: summaryOf(query, terms.length, pages.length),
  };
}

function summaryOf(query: string, terms: number, pages: number): string {
  const counts = [count(terms, 'term'), count(pages, 'page')].filter((one) => one !== '');
  return counts.length === 0
    ? `No results for ${query}. Check the spelling, try one word alone, or look through the glossary:`
    : `${counts.join(' and ')} found`;
}

const count = (n: number, one: string) => (n === 0 ? '' : `${n} ${one}${n === 1 ? '' : 's'}`);

function termItem({ url, meta }: Page, query: string): HTMLElement {
  const item = itemOf(url, meta.title, query);
  const kind = document.createElement('small');
  kind.textContent = 'Glossary';
  const text = document.createElement('p');
  text.textContent = meta.definition ?? '';
  item.querySelector('a')?.append(' ', kind);
  item.append(text);
  return item;
}

function pageItem(
  { url, meta }: Page,
  sections: readonly Section[],
  query: string,
  asked: readonly string[],
): HTMLElement {
  const item = itemOf(url, meta.title, query);
  // The part before a page's first section has the page's title.
  const own = sections.find(({ title }) => title === meta.title);
  if (own !== undefined) item.append(excerptOf(own, asked));
  const parts = sections.filter((section) => section !== own);
  if (parts.length > 0) {
    const list = document.createElement('ol');
    list.append(
      ...parts.map((section) => {
        const part = itemOf(section.url, section.title, query);
        part.append(excerptOf(section, asked));
        return part;
      }),
    );
    item.append(list);
  }
  return item;
}

function itemOf(url: string, title: string, query: string): HTMLElement {
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.href = landing(url, query);
  link.textContent = title;
  item.append(link);
  return item;
}

/** The address of a finding that tells its page what to mark there; the page takes that out of its address again. */
function landing(url: string, query: string): string {
  const address = new URL(url, location.href);
  address.searchParams.set('find', query);
  // A page's title is its top: there the words decide where to land.
  if (address.hash === '#_top') address.hash = '';
  return address.pathname + address.search + address.hash;
}

function excerptOf({ excerpt }: Section, asked: readonly string[]): HTMLElement {
  const text = document.createElement('p');
  // Pagefind escapes the text that it marks.
  text.innerHTML = excerpt;
  for (const mark of text.querySelectorAll('mark')) {
    if (!isMarked(mark.textContent, asked)) mark.replaceWith(mark.textContent);
  }
  return text;
}
