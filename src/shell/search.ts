// The search dialog: opens by its buttons, "/" and Ctrl or Cmd+K; loads Pagefind and its index only then, and lists
// what they find.

/** What Pagefind tells of a part of a page: an excerpt in HTML, with `<mark>` around the words found. */
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
  /** Null when another search was begun meanwhile. */
  debouncedSearch(words: string): Promise<{ results: { data(): Promise<Page> }[] } | null>;
}

/** How many pages, and parts of each, are listed. */
const PAGES = 8;
const PARTS = 3;

class SiteSearch extends HTMLElement {
  #dialog = this.querySelector('dialog') as HTMLDialogElement;
  #input = this.querySelector('input') as HTMLInputElement;
  #state = this.querySelector('.search-state') as HTMLElement;
  #results = this.querySelector('.search-results') as HTMLElement;
  #pagefind: Promise<Pagefind> | undefined;

  connectedCallback() {
    document.addEventListener('click', ({ target }) => {
      if (target instanceof Element && target.closest('[data-open-search]')) this.#open();
    });
    document.addEventListener('keydown', (event) => {
      if (!asksForSearch(event)) return;
      event.preventDefault();
      this.#open();
    });
    this.querySelector('[data-close]')?.addEventListener('click', () => this.#dialog.close());
    this.#input.addEventListener('input', () => this.#search());
    this.querySelector('form')?.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#results.querySelector('a')?.click();
    });
    // A result may lie on the page that is open.
    this.#results.addEventListener('click', ({ target }) => {
      if (target instanceof Element && target.closest('a')) this.#dialog.close();
    });
  }

  #open() {
    if (this.#dialog.open) return;
    this.#dialog.showModal();
    this.#input.select();
    this.#search();
  }

  async #search() {
    const words = this.#input.value.trim();
    try {
      if (this.#pagefind === undefined) this.#say('Loading the index…');
      this.#pagefind ??= import(/* @vite-ignore */ `${this.dataset.bundle}pagefind.js`);
      const pagefind = await this.#pagefind;
      // Also for no words: that loads the index, and calls off a search under way.
      const found = await pagefind.debouncedSearch(words);
      if (found === null) return;
      const pages = await Promise.all(found.results.slice(0, PAGES).map((page) => page.data()));
      if (words === this.#input.value.trim()) this.#show(words, pages);
    } catch {
      this.#say(
        import.meta.env.DEV
          ? 'The index is made when the site is built: search works there.'
          : 'The search index did not load. Reload the page to try again.',
      );
    }
  }

  #show(words: string, pages: readonly Page[]) {
    if (words === '') this.#say('');
    else if (pages.length === 0) this.#say(`No results for ${words}. Try fewer or other words.`);
    else this.#say(`${pages.length === 1 ? '1 page' : `${pages.length} pages`} found`);
    this.#results.replaceChildren(...pages.map(pageItem));
  }

  #say(text: string) {
    this.#results.replaceChildren();
    this.#state.textContent = text;
  }
}

function asksForSearch({ key, target, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  if (key === 'k') return (ctrlKey || metaKey) && !altKey;
  const typing =
    target instanceof Element && target.closest('input, textarea, select, [contenteditable]');
  return key === '/' && !ctrlKey && !metaKey && !altKey && !typing;
}

function pageItem({ url, meta, excerpt, sub_results }: Page): HTMLElement {
  const item = partItem({ url, title: meta.title, excerpt });
  const parts = sub_results.filter((part) => part.url !== url).slice(0, PARTS);
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

customElements.define('site-search', SiteSearch);
