// Reads the pages of a built site for the checks that run on them.
import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';

export type Node = DefaultTreeAdapterTypes.Node;
export type Element = DefaultTreeAdapterTypes.Element;

/** Types of script element that hold data and are not run. */
const DATA = /^(application|text)\/(ld\+)?json$/i;

/** Every page under the folder that the build wrote: its name there ("labs/index.html"), its path and its text. */
export async function* builtPages(dir: URL) {
  const root = fileURLToPath(dir);
  for await (const file of glob('**/*.html', { cwd: root })) {
    const path = join(root, file);
    yield { file: file.replaceAll('\\', '/'), path, html: await readFile(path, 'utf8') };
  }
}

/** A page as a tree. */
export const treeOf = (html: string): Node => parse(html);

/** Every element of a page in the order of its text, templates' too, with its place there. */
export function elementsOf(html: string): Element[] {
  return [...within(parse(html, { sourceCodeLocationInfo: true }))];
}

function* within(node: Node): Generator<Element> {
  if ('tagName' in node) yield node;
  if ('content' in node) yield* within(node.content);
  if ('childNodes' in node) for (const child of node.childNodes) yield* within(child);
}

/** The value of an attribute, or undefined without it. */
export function attribute({ attrs }: Element, wanted: string): string | undefined {
  return attrs.find(({ name }) => name === wanted)?.value;
}

/** The text of a script that the page itself holds and runs; undefined for any other element. */
export function inlineScript(element: Element): string | undefined {
  if (element.tagName !== 'script' || attribute(element, 'src') !== undefined) return undefined;
  if (DATA.test(attribute(element, 'type') ?? '')) return undefined;
  return element.childNodes.map((child) => ('value' in child ? child.value : '')).join('');
}
