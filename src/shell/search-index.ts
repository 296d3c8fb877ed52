// What searching takes: Pagefind with the index that the build made, and its findings as items of a list.
import { href } from '../lab-kit/site.ts';

/** A section of a page: its excerpt is HTML, with `<mark>` around the words found. */
interface Section {
  url: string;
  title: string;
  excerpt: string;
}

interface Page {
  url: string;
  meta: { title: string };
  excerpt: string;
  sub_results: Section[];
}

interface Pagefind {
  /** Begins to load the index. */
  init(): Promise<void>;
  search(words: string): Promise<{ results: { data(): Promise<Page> }[] }>;
}

/** How many pages, and sections of each, are listed. */
const PAGES = 8;
const SECTIONS = 3;

// The build writes Pagefind beside its index, after the scripts are bundled.
const pagefind: Pagefind = await import(/* @vite-ignore */ href('pagefind/pagefind.js'));

await pagefind.init();

/** The pages with these words, best first, as items of a list; none for no words. */
export async function find(words: string): Promise<HTMLElement[]> {
  if (words === '') return [];
  const found = await pagefind.search(words);
  const pages = await Promise.all(found.results.slice(0, PAGES).map((page) => page.data()));
  return pages.map(pageItem);
}

function pageItem({ url, meta, excerpt, sub_results }: Page): HTMLElement {
  const item = sectionItem({ url, title: meta.title, excerpt });
  // The part before a page's first section has the page's title.
  const parts = sub_results.filter(({ title }) => title !== meta.title).slice(0, SECTIONS);
  if (parts.length > 0) {
    const list = document.createElement('ol');
    list.append(...parts.map(sectionItem));
    item.append(list);
  }
  return item;
}

function sectionItem({ url, title, excerpt }: Section): HTMLElement {
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.href = url;
  link.textContent = title;
  const text = document.createElement('p');
  // Pagefind escapes the text that it marks.
  text.innerHTML = excerpt;
  item.append(link, text);
  return item;
}
