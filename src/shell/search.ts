// The search dialog opens by its buttons, "/" and Ctrl or Cmd+K; what it does, and what it searches with, is loaded only
// then. A page to which a result has led loads what marks the words there.
const dialog = document.querySelector('.search-dialog') as HTMLDialogElement;
let searching: Promise<() => void> | undefined;

async function open() {
  if (dialog.open) return;
  dialog.showModal();
  dialog.querySelector('input')?.select();
  try {
    searching ??= import('./search-dialog.ts').then(({ searchIn }) => searchIn(dialog));
    (await searching)();
  } catch {
    searching = undefined;
    dialog.querySelector('[data-lost-index]')?.removeAttribute('hidden');
  }
}

function asksForSearch({ key, target, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  if (altKey) return false;
  if (key === 'k') return ctrlKey || metaKey;
  const typing =
    target instanceof Element && target.closest('input, textarea, select, [contenteditable]');
  return key === '/' && !ctrlKey && !metaKey && !typing;
}

document.addEventListener('click', ({ target }) => {
  if ((target as Element).closest('[data-open-search]')) open();
});
document.addEventListener('keydown', (event) => {
  if (!asksForSearch(event)) return;
  event.preventDefault();
  open();
});

const { find } = document.documentElement.dataset;
if (find !== undefined) import('./found-words.ts').then(({ mark }) => mark(find));
