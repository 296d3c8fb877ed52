// A browser's translator, as far as a page can notice: every text is replaced by an element with the translation, also
// what appears or changes later. The words stay the same, so that they can be compared with those of another page.
import type { Page } from '@playwright/test';

/** Translates the page from now on. */
export async function translate(page: Page) {
  await page.evaluate(() => {
    const done = new WeakSet<Node>();
    const replace = (root: Node) => {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      const found: Text[] = [];
      while (walker.nextNode() !== null) found.push(walker.currentNode as Text);
      for (const text of found) {
        const parent = text.parentElement;
        if (parent === null || done.has(text) || text.data.trim() === '') continue;
        if (parent.closest('script, style, textarea') !== null) continue;
        const translation = document.createTextNode(text.data);
        done.add(translation);
        const [inner, outer] = [document.createElement('font'), document.createElement('font')];
        inner.append(translation);
        outer.append(inner);
        text.replaceWith(outer);
      }
    };
    replace(document.body);
    new MutationObserver(() => replace(document.body)).observe(document.body, {
      subtree: true,
      childList: true,
      characterData: true,
    });
  });
}
