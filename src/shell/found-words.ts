// Marks the words on the page to which a result of searching has led, goes to where they stand, and takes the marks away
// again. The marks are the browser's own highlights: the page's text is not touched, so labs and translators are not
// disturbed.
import { bestBlock } from './best-block.ts';
import { NOT_SEARCHED } from './not-searched.ts';
import { askedWords, fits } from './search-words.ts';

/** What of a page is searched: its head and its text, as the index has them. */
const TEXT = 'main :is(h1, .lede, .prose)';

/** What the index leaves out: labs and questions, and what no reader sees. */
const LEFT_OUT = [
  '[data-pagefind-ignore]:not(.glossary)',
  'script, style, astro-island',
  ...NOT_SEARCHED,
].join();

const BLOCK = 'h1, h2, h3, h4, p, li, dt, dd, td, th, caption, figcaption, pre, summary';

/** The name of the highlight, in search.css. */
const HIGHLIGHT = 'found';

interface Block {
  readonly element: Element;
  readonly words: { readonly text: string; readonly range: Range }[];
}

/** Where there is something marked: how to take it away. */
let putAway = () => {};

/** @param query the words as the reader typed them */
export function mark(query: string): void {
  putAway();
  const asked = askedWords(query);
  const blocks = blocksOf();
  const ranges = (block: Block) =>
    block.words
      .filter(({ text }) => asked.some((one) => fits(one, text)))
      .map(({ range }) => range);
  const marked = blocks.filter((block) => ranges(block).length > 0);
  if (marked.length === 0) return;
  if ('highlights' in CSS) {
    const all = marked.flatMap(ranges);
    CSS.highlights.set(HIGHLIGHT, new Highlight(...all));
  }
  let at = marked.indexOf(placeIn(blocks, asked) ?? (marked[0] as Block));
  const bar = barFor(query, marked.length);
  const next = bar.querySelector('button') as HTMLButtonElement;
  next.hidden = marked.length === 1;
  next.addEventListener('click', () => {
    at = (at + 1) % marked.length;
    goTo(marked[at] as Block, ranges(marked[at] as Block)[0] as Range, bar);
  });
  const gone = new AbortController();
  putAway = () => {
    gone.abort();
    bar.remove();
    if ('highlights' in CSS) CSS.highlights.delete(HIGHLIGHT);
    putAway = () => {};
  };
  bar.querySelector('[data-put-away]')?.addEventListener('click', () => {
    const here = marked[at]?.words[0]?.range;
    putAway();
    // The button is gone: the next Tab goes on from the place.
    if (here !== undefined) getSelection()?.setPosition(here.startContainer, here.startOffset);
  });
  addEventListener(
    'keydown',
    ({ key, defaultPrevented }) => {
      if (
        key === 'Escape' &&
        !defaultPrevented &&
        document.querySelector('dialog[open]') === null
      ) {
        putAway();
      }
    },
    { signal: gone.signal },
  );
  document.body.append(bar);
  settled().then(() => goTo(marked[at] as Block, ranges(marked[at] as Block)[0] as Range, bar));
}

/**
 * When nothing moves the page any more by itself: the faces are there, and the browser has gone to the place that the
 * address names, as it does once more when all is loaded.
 */
async function settled(): Promise<void> {
  await document.fonts.ready;
  if (document.readyState !== 'complete') {
    await new Promise((resolve) => addEventListener('load', resolve, { once: true }));
  }
  await new Promise(requestAnimationFrame);
}

/** The blocks of the page's text in their order, each with its words. */
function blocksOf(): Block[] {
  const blocks: Block[] = [];
  for (const root of document.querySelectorAll(TEXT)) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, {
      acceptNode: (node) =>
        node instanceof Element && node.matches(LEFT_OUT)
          ? NodeFilter.FILTER_REJECT
          : NodeFilter.FILTER_ACCEPT,
    });
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if (node.nodeType !== Node.TEXT_NODE) continue;
      const element = node.parentElement?.closest(BLOCK);
      if (element == null) continue;
      let block = blocks.at(-1);
      if (block?.element !== element) {
        block = { element, words: [] };
        blocks.push(block);
      }
      for (const { 0: text, index } of (node.nodeValue ?? '').matchAll(/\S+/g)) {
        const range = document.createRange();
        range.setStart(node, index);
        range.setEnd(node, index + text.length);
        block.words.push({ text, range });
      }
    }
  }
  return blocks;
}

/** The best block of the section that the address names, else of the whole page. */
function placeIn(blocks: readonly Block[], asked: readonly string[]): Block | undefined {
  const anchor = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const within = anchor === null ? [] : blocks.filter(({ element }) => isIn(element, anchor));
  for (const some of [within, blocks]) {
    const place = bestBlock(
      some.map(({ words }) => words.map(({ text }) => text)),
      asked,
    );
    if (place !== -1) return some[place];
  }
  return undefined;
}

/** Whether a block belongs to an anchor: stands in it or, of a heading, below it and above the next. */
function isIn(block: Element, anchor: Element): boolean {
  if (anchor.contains(block)) return true;
  if (!/^H\d$/.test(anchor.tagName) || !follows(anchor, block)) return false;
  const headings = [...document.querySelectorAll('.prose :is(h2, h3, h4)[id]')];
  const next = headings.find((heading) => follows(anchor, heading));
  return next === undefined || follows(block, next);
}

const follows = (one: Element, other: Element) =>
  (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;

/** Brings a marked word of a block into view: out of a folded part, or to the question that holds it back. */
function goTo({ element, words }: Block, word: Range, bar: HTMLElement): void {
  for (
    let folded = element.closest('details:not([open])');
    folded !== null;
    folded = folded.parentElement?.closest('details:not([open])') ?? null
  ) {
    // Its summary is seen as it is.
    if (element.tagName !== 'SUMMARY' || folded !== element.parentElement) {
      folded.setAttribute('open', '');
    }
  }
  const held = element.closest<HTMLElement>('.after:not([data-open])')?.dataset.prediction;
  const place =
    held === undefined
      ? element
      : (document.querySelector(`choice-question[data-id="${CSS.escape(held)}"]`) ?? element);
  (bar.querySelector('.held') as HTMLElement).hidden = held === undefined;
  place.scrollIntoView({ block: 'center', behavior: 'instant' });
  // A long block does not fit a phone.
  const { top, bottom, height } = word.getBoundingClientRect();
  const toMiddle = (top + bottom - innerHeight) / 2;
  if (height > 0) scrollBy({ top: toMiddle, behavior: 'instant' });
  // So that the next Tab, and a screen reader, go on from here.
  const start = held === undefined ? words[0]?.range : undefined;
  if (start === undefined) getSelection()?.setPosition(place, 0);
  else getSelection()?.setPosition(start.startContainer, start.startOffset);
}

function barFor(query: string, places: number): HTMLElement {
  const bar = document.createElement('div');
  bar.className = 'found-bar';
  const text = document.createElement('p');
  text.setAttribute('role', 'status');
  text.textContent = `“${query}”: ${places} ${places === 1 ? 'place' : 'places'} marked.`;
  const held = document.createElement('p');
  held.className = 'held';
  held.setAttribute('role', 'status');
  held.textContent = 'This one shows once you have answered the question, or skipped it.';
  held.hidden = true;
  const [next, away] = ['Next', 'Remove the marks'].map((label) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = label;
    return button;
  }) as [HTMLButtonElement, HTMLButtonElement];
  away.dataset.putAway = '';
  bar.append(text, held, next, away);
  return bar;
}
