// Which links of a built site count as broken.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { brokenLinks } from './links.ts';

let root = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'interleave-links-'));
  write('style.css', 'body { background: url(there.png) }');
  write('there.png', '');
  write('there/index.html', '<h1 id="place">There</h1>');
});
afterEach(() => rmSync(root, { recursive: true }));

function write(file: string, text: string) {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
}

const link = (url: string) => `<a href="${url}">link</a>`;

it('accepts pages, places in them, and anything elsewhere', async () => {
  write('index.html', ['/there/', '/there/#place', 'https://example.org/none'].map(link).join(''));
  expect(await brokenLinks(root, '/')).toEqual([]);
});

it('finds a page that is not there, from a page that nothing links to', async () => {
  write('alone/index.html', link('/none/'));
  expect(await brokenLinks(root, '/')).toEqual([
    'alone/index.html: found a link to none/, which leads nowhere (404).',
  ]);
});

it('finds a place that the page does not have', async () => {
  write('index.html', link('/there/#none'));
  expect(await brokenLinks(root, '/')).toEqual([
    'index.html: found a link to there/#none, which leads nowhere (the page has no such place).',
  ]);
});

it('finds a page’s address without its slash', async () => {
  write('index.html', link('/there'));
  expect(await brokenLinks(root, '/')).toHaveLength(1);
});

it('finds a missing file of a style sheet', async () => {
  write('style.css', 'body { background: url(none.png) }');
  expect(await brokenLinks(root, '/')).toEqual([
    'style.css: found a link to none.png, which leads nowhere (404).',
  ]);
});

it('finds a link that leaves the sub-path', async () => {
  write('x/index.html', link('/teach/') + link('/x/y/'));
  write('x/y/index.html', '');
  write('x/style.css', '');
  expect(await brokenLinks(root, '/x/')).toEqual([
    'x/index.html: found a link to teach/, which leads nowhere (404).',
  ]);
});
