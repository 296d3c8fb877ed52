// The search dialog: opens by its buttons, "/" and Ctrl or Cmd+K, and loads what it searches with only then.
import type { find } from './search-index.ts';

class SiteSearch extends HTMLElement {
  #dialog = this.querySelector('dialog') as HTMLDialogElement;
  #input = this.querySelector('input') as HTMLInputElement;
  #state = this.querySelector('.search-state') as HTMLElement;
  #results = this.querySelector('.search-results') as HTMLElement;
  #find: typeof find | undefined;
  #searching = false;

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

  /** One search at a time: Pagefind may answer searches that overlap in another order than they were asked. */
  async #search() {
    if (this.#searching) return;
    this.#searching = true;
    try {
      if (this.#find === undefined) this.#show('Loading the index…');
      this.#find ??= (await import('./search-index.ts')).find;
      let words: string;
      let found: HTMLElement[];
      do {
        words = this.#input.value.trim();
        found = await this.#find(words);
      } while (words !== this.#input.value.trim());
      this.#show(words === '' ? '' : summary(words, found.length), found);
    } catch {
      this.#show(
        import.meta.env.DEV
          ? 'The index is made when the site is built: search works there.'
          : 'The search index did not load. Reload the page to try again.',
      );
    } finally {
      this.#searching = false;
    }
  }

  #show(state: string, results: HTMLElement[] = []) {
    this.#state.textContent = state;
    this.#results.replaceChildren(...results);
  }
}

function asksForSearch({ key, target, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  if (key === 'k') return (ctrlKey || metaKey) && !altKey;
  const typing =
    target instanceof Element && target.closest('input, textarea, select, [contenteditable]');
  return key === '/' && !ctrlKey && !metaKey && !altKey && !typing;
}

function summary(words: string, pages: number): string {
  if (pages === 0) return `No results for ${words}. Try fewer or other words.`;
  return pages === 1 ? '1 page found' : `${pages} pages found`;
}

customElements.define('site-search', SiteSearch);
