// Weighs the JavaScript that a built page loads at once: its scripts, what they import, and the islands that do not
// wait to be seen.
import { gzipSync } from 'node:zlib';
import { init, parse as parseImports } from 'es-module-lexer';
import { attribute, type Element, elementsOf, inlineScript } from './built-pages.ts';

const ORIGIN = 'https://site.invalid';

export interface Weight {
  /** After gzip, each file by itself. */
  bytes: number;
  /** Inline scripts are none. */
  files: number;
}

interface Page {
  /** The page's name in the build, as "labs/index.html". */
  file: string;
  html: string;
  /** The sub-path that the site is built for, as "/" or "/x/". */
  base: string;
  /** Gives the text of a file of the build by its name there. */
  read: (file: string) => Promise<string>;
}

/**
 * What a page loads at once.
 *
 * @throws Error when the page loads a script from outside the site
 */
export async function weigh({ file, html, base, read }: Page): Promise<Weight> {
  await init;
  const elements = elementsOf(html);
  const site = `${ORIGIN}${base}`;
  const here = `${site}${file}`;
  const inline = elements.map(inlineScript).filter((text) => text !== undefined);
  const waiting = [
    ...elements.flatMap(urlsOf).map((url) => new URL(url, here).href),
    ...inline.flatMap((text) => staticImports(text, here)),
  ];
  const sizes = new Map<string, number>();
  for (let url = waiting.pop(); url !== undefined; url = waiting.pop()) {
    if (sizes.has(url)) continue;
    if (!url.startsWith(site)) {
      throw new Error(`${file}: found a script at ${url.replace(ORIGIN, '')}, outside the site.`);
    }
    const text = await read(url.slice(site.length));
    sizes.set(url, gzipSync(text).length);
    waiting.push(...staticImports(text, url));
  }
  const outside = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  return {
    bytes: outside + (inline.length === 0 ? 0 : gzipSync(inline.join('\n')).length),
    files: sizes.size,
  };
}

/** The addresses of the scripts that an element makes the page load at once. */
function urlsOf(element: Element): string[] {
  const named = (...names: string[]) =>
    names.map((name) => attribute(element, name)).filter((url) => url !== undefined);
  switch (element.tagName) {
    case 'script':
      return named('src');
    case 'link':
      return attribute(element, 'rel') === 'modulepreload' ? named('href') : [];
    case 'astro-island':
      return attribute(element, 'client') === 'visible'
        ? []
        : named('component-url', 'renderer-url', 'before-hydration-url');
    default:
      return [];
  }
}

function staticImports(text: string, from: string): string[] {
  // es-module-lexer's d is -1 for a static import; dynamic ones load when they are wanted.
  return parseImports(text)[0].flatMap(({ n, d }) =>
    d === -1 && n !== undefined ? [new URL(n, from).href] : [],
  );
}
