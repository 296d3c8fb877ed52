// After the build: brings the styles of a page's labs into its head. Where a lab begins, each sheet with a layer would
// have all that was laid out before it laid out once more.
import { writeFile } from 'node:fs/promises';
import type { AstroIntegration } from 'astro';
import { attribute, builtPages, type Element, elementsOf } from './built-pages.ts';

export function stylesInHead(): AstroIntegration {
  return {
    name: 'styles-in-head',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        for await (const { file, path, html } of builtPages(dir)) {
          await writeFile(path, withStylesInHead(html, file));
        }
      },
    },
  };
}

const isSheet = (element: Element) =>
  element.tagName === 'style' ||
  (element.tagName === 'link' && attribute(element, 'rel') === 'stylesheet');

/** What only a page without scripts has, a template, and what is part of a drawing stay where they are. */
const isOfPage = ({ parentNode }: Element): boolean =>
  parentNode !== null && 'tagName' in parentNode
    ? !['noscript', 'svg'].includes(parentNode.tagName) && isOfPage(parentNode)
    : parentNode?.nodeName === '#document';

/**
 * The page with the sheets of its body at the end of its head, in their order, each once.
 *
 * @param file the page's name, for errors
 * @throws Error when the head has no end of its own to put them before
 */
export function withStylesInHead(html: string, file: string): string {
  const elements = elementsOf(html);
  const end = elements.find(({ tagName }) => tagName === 'head')?.sourceCodeLocation?.endTag;
  if (!end) throw new Error(`${file}: found no </head>; the styles of its labs belong before it.`);

  const there = new Set<string>();
  const brought: string[] = [];
  const left: string[] = [];
  let from = end.startOffset;
  for (const element of elements.filter(isSheet)) {
    const place = element.sourceCodeLocation;
    if (!place || !isOfPage(element)) continue;
    const sheet = html.slice(place.startOffset, place.endOffset);
    const isNew = !there.has(sheet);
    there.add(sheet);
    if (place.startOffset < end.startOffset) continue;
    if (isNew) brought.push(sheet);
    left.push(html.slice(from, place.startOffset));
    from = place.endOffset;
  }
  return [html.slice(0, end.startOffset), ...brought, ...left, html.slice(from)].join('');
}
