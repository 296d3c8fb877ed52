// What searching takes: Pagefind with the index that the build made, and its findings as items of a list.
import { href } from '../lab-kit/site.ts';

/** A part of a page: its excerpt is HTML, with `<mark>` around the words found. */
interface Part {
  url: string;
  title: string;
  excerpt: string;
}

interface Page {
  url: string;
  meta: { title: string };
  excerpt: string;
  sub_results: Part[];
}

interface Pagefind {
  /** Begins to load the index. */
  init(): Promise<void>;
  search(words: string): Promise<{ results: { data(): Promise<Page> }[] }>;
}

/** How many pages, and parts of each, are listed. */
const PAGES = 8;
const PARTS = 3;

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
  const item = partItem({ url, title: meta.title, excerpt });
  // The part before a page's first section has the page's title.
  const parts = sub_results.filter(({ title }) => title !== meta.title).slice(0, PARTS);
  if (parts.length > 0) {
    const list = document.createElement('ol');
    list.append(...parts.map(partItem));
    item.append(list);
  }
  return item;
}

function partItem({ url, title, excerpt }: Part): HTMLElement {
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
