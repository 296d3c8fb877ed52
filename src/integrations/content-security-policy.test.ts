// What the policy of a built page allows, and what is refused at build.
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { attribute, elementsOf } from './built-pages.ts';
import { withPolicy } from './content-security-policy.ts';

const page = (head: string, body = '') =>
  `<!doctype html><html><head><title>T</title><meta charset="utf-8">${head}</head><body>${body}</body></html>`;

const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** The policy of a page, by directive. */
function policyOf(html: string): Record<string, string[]> {
  const meta = elementsOf(html).find(
    (element) => attribute(element, 'http-equiv') === 'content-security-policy',
  );
  const directives = (meta && attribute(meta, 'content'))?.split('; ') ?? [];
  return Object.fromEntries(
    directives.map((directive) => {
      const [name, ...sources] = directive.split(' ');
      return [name, sources];
    }),
  );
}

describe('withPolicy', () => {
  it('allows the inline scripts of the page by hash, and no others', () => {
    const html = page('<script>one()</script>', '<script type="module">two()</script>');
    expect(policyOf(withPolicy(html, 'a.html'))['script-src']).toEqual([
      "'self'",
      "'wasm-unsafe-eval'",
      hash('one()'),
      hash('two()'),
    ]);
  });

  it('hashes a script within a template, and one that comes twice once', () => {
    const html = page('<script>one()</script>', '<template><script>one()</script></template>');
    expect(policyOf(withPolicy(html, 'a.html'))['script-src']).toHaveLength(3);
  });

  it('gives no hash to data, nor to scripts from files', () => {
    const html = page('<script type="application/json">{}</script><script src="/a.js"></script>');
    expect(policyOf(withPolicy(html, 'a.html'))['script-src']).toEqual([
      "'self'",
      "'wasm-unsafe-eval'",
    ]);
  });

  it('allows nothing from elsewhere', () => {
    const sources = Object.values(policyOf(withPolicy(page(''), 'a.html'))).flat();
    expect(new Set(sources)).toEqual(
      new Set(["'self'", "'wasm-unsafe-eval'", "'unsafe-inline'", 'data:', "'none'"]),
    );
  });

  it('comes after the character encoding and before all else in the head', () => {
    const html = withPolicy(page('<script>one()</script>'), 'a.html');
    const inHead = elementsOf(html)
      .slice(2)
      .map(({ tagName, attrs }) => attrs[0]?.name ?? tagName);
    expect(inHead).toEqual(['charset', 'http-equiv', 'title', 'script', 'body']);
  });

  it('refuses an attribute that runs a script, naming page and element', () => {
    expect(() => withPolicy(page('', '<p onclick="go()">'), 'labs/index.html')).toThrow(
      'labs/index.html: found onclick="…" on <p>',
    );
  });

  it('refuses a page without a character encoding', () => {
    expect(() => withPolicy('<p>Text', 'a.html')).toThrow('a.html: found no <head> with');
  });
});
