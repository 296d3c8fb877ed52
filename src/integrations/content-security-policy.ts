// After the build: gives every page a content security policy with the hashes of its own inline scripts, so that
// nothing else runs on it. In the page itself, since the site may lie on any static host.
import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import type { AstroIntegration } from 'astro';
import { attribute, builtPages, elementsOf, inlineScript } from './built-pages.ts';

export function contentSecurityPolicy(): AstroIntegration {
  return {
    name: 'content-security-policy',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        let pages = 0;
        for await (const { file, path, html } of builtPages(dir)) {
          await writeFile(path, withPolicy(html, file));
          pages += 1;
        }
        logger.info(`${pages} pages have a policy`);
      },
    },
  };
}

/**
 * The page with its policy at the start of its head.
 *
 * @param file the page's name, for errors
 * @throws Error when the page names no character encoding, or has an attribute that runs a script, which no hash can
 * allow
 */
export function withPolicy(html: string, file: string): string {
  const elements = elementsOf(html);
  for (const { attrs, tagName } of elements) {
    const handler = attrs.find(({ name }) => /^on[a-z]+$/.test(name));
    if (handler !== undefined) {
      throw new Error(
        `${file}: found ${handler.name}="…" on <${tagName}>; listen from a script instead.`,
      );
    }
  }
  const scripts = new Set(elements.map(inlineScript).filter((text) => text !== undefined));
  const hashes = [...scripts].map(
    (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`,
  );
  const head = elements.find(({ tagName }) => tagName === 'head')?.sourceCodeLocation?.startTag;
  const encoding = elements.find(
    (element) => attribute(element, 'charset') !== undefined,
  )?.sourceCodeLocation;
  if (!head || !encoding) {
    throw new Error(`${file}: found no <head> with a <meta charset> in it; the policy needs one.`);
  }
  // Browsers seek the character encoding in the first 1024 bytes only: it comes first, and the policy next.
  return [
    html.slice(0, head.endOffset),
    html.slice(encoding.startOffset, encoding.endOffset),
    `<meta http-equiv="content-security-policy" content="${policy(hashes)}">`,
    html.slice(head.endOffset, encoding.startOffset),
    html.slice(encoding.endOffset),
  ].join('');
}

function policy(hashes: readonly string[]): string {
  return [
    "default-src 'self'",
    // The search index is read by WebAssembly.
    ["script-src 'self' 'wasm-unsafe-eval'", ...hashes].join(' '),
    // Drawings place their parts by style attributes.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
  ].join('; ');
}
