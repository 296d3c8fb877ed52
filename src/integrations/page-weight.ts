// Weighs the JavaScript that a built page loads: its scripts, what they import, the islands that do not wait to be seen
// and, of a lab's own page, that lab with all that it may ask for.
import { gzipSync } from 'node:zlib';
import { init, parse as parseImports } from 'es-module-lexer';
import { attribute, type Element, elementsOf, inlineScript } from './built-pages.ts';

const ORIGIN = 'https://site.invalid';

export interface Weight {
  /** After gzip, each file by itself. */
  bytes: number;
  /** Inline scripts are none. */
  files: number;
  /** Whether the page's lab asks for what draws charts. */
  charts: boolean;
}

interface Page {
  /** The page's name in the build, as "labs/index.html". */
  file: string;
  html: string;
  /** The sub-path that the site is built for, as "/" or "/x/". */
  base: string;
  /** The lab that the page is for, by its id; undefined for any other page. */
  lab?: string | undefined;
  /** Gives the text of a file of the build by its name there. */
  read: (file: string) => Promise<string>;
}

/**
 * What a page loads at once, with its lab, if it is for one.
 *
 * @throws Error when the page loads a script from outside the site
 */
export async function weigh({ file, html, base, lab, read }: Page): Promise<Weight> {
  await init;
  const elements = elementsOf(html);
  const site = `${ORIGIN}${base}`;
  const here = `${site}${file}`;
  const inline = elements.map(inlineScript).filter((text) => text !== undefined);
  const texts = new Map<string, string>();
  /** Reads files with all that they import, and those that `later` gives of each. */
  const gather = async (urls: string[], later: (text: string, url: string) => string[]) => {
    for (let url = urls.pop(); url !== undefined; url = urls.pop()) {
      if (texts.has(url)) continue;
      if (!url.startsWith(site)) {
        throw new Error(`${file}: found a script at ${url.replace(ORIGIN, '')}, outside the site.`);
      }
      const text = await read(url.slice(site.length));
      texts.set(url, text);
      urls.push(...staticImports(text, url), ...later(text, url));
    }
  };
  await gather(
    [
      ...elements.flatMap(urlsOf).map((url) => new URL(url, here).href),
      ...inline.flatMap((text) => staticImports(text, here)),
    ],
    () => [],
  );
  let charts = false;
  const ofLab =
    lab === undefined ? [] : [...texts].flatMap(([url, text]) => labImport(text, url, lab));
  await gather(ofLab, (text, url) => {
    const later = dynamicImports(text, url);
    charts ||= later.some((one) => CHARTS.test(one));
    return later;
  });
  const outside = [...texts.values()].reduce((sum, text) => sum + gzipSync(text).length, 0);
  return {
    bytes: outside + (inline.length === 0 ? 0 : gzipSync(inline.join('\n')).length),
    files: texts.size,
    charts,
  };
}

/** What draws charts, and a drawing on a second clock, by the beginnings of their names. */
const CHARTS = /\/(?:LiveCurves|second)\.[^/]+$/;

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

/** Bundled dynamic imports may be written with backticks, which a lexer of names leaves alone. */
const DYNAMIC = /\bimport\((["'`])(\.[^"'`]+)\1\)/g;

const dynamicImports = (text: string, from: string) =>
  [...text.matchAll(DYNAMIC)].map(([, , path]) => new URL(path as string, from).href);

/** The address, in a file that has all labs by their paths, of the one with this id; none in any other file. */
function labImport(text: string, from: string, id: string): string[] {
  const at = text.indexOf(`/labs/${id}/index.ts`);
  return at === -1 ? [] : dynamicImports(text.slice(at), from).slice(0, 1);
}
