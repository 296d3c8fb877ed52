// A browser's translator, as far as a page can notice: every text is replaced by an element with the translation, also
// what appears or changes later. The words stay the same, so that they can be compared with those of another page.
import type { Page } from '@playwright/test';

/** Translates the page from now on. */
export async function translate(page: Page) {
  await page.evaluate(() => {
    // Its own translations, which it leaves as they are.
    const done = new WeakSet<Node>();
    const replaceText = (text: Text) => {
      const parent = text.parentElement;
      if (parent === null || done.has(text) || text.data.trim() === '') return;
      if (parent.closest('script, style, textarea') !== null) return;
      const translation = document.createTextNode(text.data);
      done.add(translation);
      const [inner, outer] = [document.createElement('font'), document.createElement('font')];
      inner.append(translation);
      outer.append(inner);
      text.replaceWith(outer);
    };
    const replace = (root: Node) => {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      const found = root instanceof Text ? [root] : [];
      while (walker.nextNode() !== null) found.push(walker.currentNode as Text);
      for (const text of found) replaceText(text);
    };
    replace(document.body);
    const observer = new MutationObserver((changes) => {
      // Only what came or changed: to walk the whole page at each change takes most of a test's time.
      for (const { type, target, addedNodes } of changes) {
        for (const node of type === 'childList' ? addedNodes : [target]) {
          if (document.body.contains(node)) replace(node);
        }
      }
      // What it did itself is no change.
      observer.takeRecords();
    });
    observer.observe(document.body, { subtree: true, childList: true, characterData: true });
  });
}
