// Which sheets of a page are brought into its head, and what stays.
import { describe, expect, it } from 'vitest';
import { withStylesInHead } from './styles-in-head.ts';

const LINK = '<link rel="stylesheet" href="/a.css">';
const STYLE = '<style>.b { color: red }</style>';

const page = (head: string, body: string) =>
  `<!doctype html><html><head><title>T</title>${head}</head><body>${body}</body></html>`;

describe('withStylesInHead', () => {
  it('brings the sheets of the body in their order to the end of the head', () => {
    const html = page('<style>.a {}</style>', `<p>One</p>${LINK}<div>${STYLE}<p>Two</p></div>`);
    expect(withStylesInHead(html, 'a.html')).toBe(
      page(`<style>.a {}</style>${LINK}${STYLE}`, '<p>One</p><div><p>Two</p></div>'),
    );
  });

  it('keeps one of a sheet that is there more than once', () => {
    const html = page(LINK, `${LINK}<p>One</p>${STYLE}${STYLE}`);
    expect(withStylesInHead(html, 'a.html')).toBe(page(LINK + STYLE, '<p>One</p>'));
  });

  it('leaves what only a page without scripts has, templates and drawings', () => {
    const html = page(
      '',
      `<noscript>${STYLE}</noscript><template>${STYLE}</template><svg><g>${STYLE}</g></svg>`,
    );
    expect(withStylesInHead(html, 'a.html')).toBe(html);
  });

  it('says of which page it is when there is no end of the head', () => {
    expect(() => withStylesInHead('<p>Text', 'labs/index.html')).toThrow('labs/index.html');
  });
});
