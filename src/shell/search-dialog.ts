// What the search dialog does once it is open: it searches while the reader types, and its results can be gone through by
// arrows.
import { mark } from './found-words.ts';
import type { find } from './search-index.ts';

/** Makes a dialog search; the answer begins a search of what stands in its field. */
export function searchIn(dialog: HTMLDialogElement): () => void {
  const input = dialog.querySelector('input') as HTMLInputElement;
  const state = dialog.querySelector('.search-state') as HTMLElement;
  const results = dialog.querySelector('.search-results') as HTMLElement;
  /** Where to look when nothing is found. */
  const instead = dialog.querySelector('.search-instead') as HTMLElement;
  const lost = dialog.querySelector('[data-lost-index]') as HTMLElement;
  let finder: typeof find | undefined;
  let searching = false;

  /** One search at a time: Pagefind may answer searches that overlap in another order than they were asked. */
  async function search() {
    if (searching) return;
    searching = true;
    lost.hidden = true;
    try {
      if (finder === undefined) state.textContent = 'Loading the index…';
      finder ??= (await import('./search-index.ts')).find;
      let words: string;
      let found: Awaited<ReturnType<typeof find>>;
      do {
        words = input.value.trim();
        if (words !== '') state.textContent = 'Searching…';
        found = await finder(words);
      } while (words !== input.value.trim());
      state.textContent = found.summary;
      results.replaceChildren(...found.items);
      instead.hidden = words === '' || found.items.length > 0;
    } catch {
      state.textContent = '';
      lost.hidden = false;
    } finally {
      searching = false;
    }
  }

  /** From the field down the results and back. */
  function step(by: number) {
    const stops: (Element | null)[] = [input, ...results.querySelectorAll('a')];
    const at = stops.indexOf(document.activeElement);
    (stops[Math.min(Math.max(at + by, 0), stops.length - 1)] as HTMLElement).focus();
  }

  input.addEventListener('input', search);
  dialog.querySelector('form')?.addEventListener('submit', (event) => {
    event.preventDefault();
    results.querySelector('a')?.click();
  });
  dialog.querySelector('[data-close]')?.addEventListener('click', () => dialog.close());
  dialog.addEventListener('keydown', (event) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    step(by);
  });
  results.addEventListener('click', (event) => {
    const link = (event.target as Element).closest('a');
    if (link === null) return;
    const asksForTab = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
    if (asksForTab) return;
    dialog.close();
    if (link.pathname !== location.pathname) return;
    // The page is open: it need not be loaded again.
    event.preventDefault();
    if (link.hash !== '') location.hash = link.hash;
    mark(new URLSearchParams(link.search).get('find') ?? '');
  });
  return search;
}
