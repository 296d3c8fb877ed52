// Which scripts count as loaded at once.
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { weigh } from './page-weight.ts';

const FILES: Record<string, string> = {
  '_astro/page.js': 'import "./shared.js"; import("./later.js"); console.log("page");',
  '_astro/shared.js': 'import { a } from "./deep.js"; console.log("shared", a);',
  '_astro/deep.js': 'export const a = "deep";',
  '_astro/later.js': 'console.log("later");',
  '_astro/lab.js': 'import "./deep.js"; console.log("lab");',
  '_astro/client.js': 'console.log("client");',
  '_astro/labs.js':
    'a={"/labs/one/index.ts":()=>import(`./one.js`).then(b),"/labs/two/index.ts":()=>import(`./two.js`)}',
  '_astro/one.js': 'import "./deep.js"; console.log("one", () => import(`./Zoom.a1.js`));',
  '_astro/Zoom.a1.js': 'console.log("zoom");',
  '_astro/two.js': 'console.log("two", () => import(`./LiveCurves.b2.js`));',
  '_astro/LiveCurves.b2.js': 'console.log("curves");',
};

const read = async (file: string) => {
  const text = FILES[file];
  if (text === undefined) throw new Error(`no file ${file}`);
  return text;
};

const weight = (html: string, base = '/') =>
  weigh({ file: 'chapter/index.html', html, base, read });

const total = (...files: string[]) =>
  files.reduce((sum, file) => sum + gzipSync(FILES[`_astro/${file}.js`] as string).length, 0);

const island = (client: string) =>
  `<astro-island client="${client}" component-url="/_astro/lab.js" renderer-url="/_astro/client.js"></astro-island>`;

it('counts a script and all that it imports, but not what it may load later', async () => {
  expect(await weight('<script type="module" src="/_astro/page.js"></script>')).toEqual({
    bytes: total('page', 'shared', 'deep'),
    files: 3,
    charts: false,
  });
});

it('counts a file once, however it is asked for', async () => {
  const html =
    '<link href="/_astro/deep.js" rel="modulepreload"><script type="module" src="/_astro/page.js"></script>';
  expect((await weight(html)).bytes).toBe(total('page', 'shared', 'deep'));
});

it('leaves out an island that waits to be seen', async () => {
  expect(await weight(island('visible'))).toEqual({ bytes: 0, files: 0, charts: false });
});

it.each(['load', 'idle', 'only'])('counts an island of client:%s', async (client) => {
  expect(await weight(island(client))).toEqual({
    bytes: total('lab', 'client', 'deep'),
    files: 3,
    charts: false,
  });
});

it('counts inline scripts and what they import, but no data', async () => {
  const script = 'import "/_astro/deep.js";';
  const html = `<script type="module">${script}</script><script type="application/json">{"a":1}</script>`;
  expect(await weight(html)).toEqual({
    bytes: gzipSync(script).length + total('deep'),
    files: 1,
    charts: false,
  });
});

it('finds the files of a site under a sub-path', async () => {
  const html = '<script type="module" src="/x/_astro/page.js"></script>';
  expect((await weight(html, '/x/')).files).toBe(3);
});

it.each(['https://example.org/a.js', '/_astro/page.js'])(
  'refuses %s, which lies outside a site under /x/',
  async (url) => {
    await expect(weight(`<script src="${url}"></script>`, '/x/')).rejects.toThrow(
      'chapter/index.html: found a script at',
    );
  },
);

it.each([
  ['one', total('labs', 'one', 'deep', 'Zoom.a1'), false],
  ['two', total('labs', 'two', 'LiveCurves.b2'), true],
])(
  'of the page of lab %s counts that lab with all that it may ask for, and no other',
  async (lab, bytes, charts) => {
    const html = '<script type="module" src="/_astro/labs.js"></script>';
    const file = `labs/${lab}/index.html`;
    expect(await weigh({ file, html, base: '/', lab, read })).toMatchObject({ bytes, charts });
  },
);
