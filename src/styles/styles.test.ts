// Style sheets cannot disturb each other: each says its layer, and a class that is asked for is there.
import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { className } from './class-names.ts';

const read = (file: string) => readFileSync(file, 'utf8');
const withoutComments = (css: string) => css.replace(/\/\*.*?\*\//gs, '');

const LAYERS = (/@layer ([^;]+);/.exec(read('src/styles/Layers.astro'))?.[1] ?? '').split(', ');

/** What a sheet holds at its top level: the head of each block, and each statement. */
function heads(css: string): string[] {
  let flat = withoutComments(css);
  for (let before = ''; before !== flat; ) {
    before = flat;
    flat = flat.replace(/\{[^{}]*\}/g, ';');
  }
  return flat
    .split(';')
    .map((head) => head.trim())
    .filter((head) => head !== '');
}

/** Faces have no cascade. */
const sheets = globSync(['src/**/*.css', 'labs/**/*.css']).filter(
  (file) => !file.endsWith('fonts.css'),
);
const modules = sheets.filter((file) => file.endsWith('.module.css'));

/** What is in no layer on purpose, as the sheets say beside it. */
const OUTSIDE = /^@import |^:root,\s+:root\[data-theme\]$/;

test.each(sheets)('%s says its layers', (file) => {
  const outside = heads(read(file)).filter((head) => !head.startsWith('@layer '));
  expect(
    outside.filter((head) => !OUTSIDE.test(head)),
    'rules in no layer; inside @layer labs { … } would do for a lab’s',
  ).toEqual([]);
  const layers = heads(read(file)).flatMap((head) => /^@layer (.+)/.exec(head)?.[1] ?? []);
  expect(
    layers.filter((layer) => !LAYERS.includes(layer)),
    `layers that src/styles/Layers.astro does not name; it names ${LAYERS.join(', ')}`,
  ).toEqual([]);
});

test('no two sheets have classes of one name', () => {
  const names = modules.map((file) => basename(file));
  expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
  expect(className('switch', '/one/knobs.module.css')).toBe('knobs-switch');
  expect(className('knob', '/one/knobs.module.css?inline')).toBe('knobs-knob');
  expect(() => className('switch', '/other/knobs.module.css')).toThrow(
    '/other/knobs.module.css: found a second sheet knobs.module.css; the other is /one/knobs.module.css.',
  );
});

test('what components ask of a sheet is there, and what is there is asked for', () => {
  /** By sheet: each class that is asked for, and where. */
  const asked = new Map(modules.map((file) => [resolve(file), new Map<string, string>()]));
  /** Sheets whose classes are asked for by names that the code makes: of those nobody knows which are. */
  const computed = new Set<string>();
  for (const file of globSync(['src/**/*.{ts,tsx}', 'labs/**/*.{ts,tsx}'])) {
    const code = read(file);
    const body = code.replace(/^import .*$/gm, '');
    for (const [, name, path] of code.matchAll(/import (\w+) from '(.+\.module\.css)'/g)) {
      const sheet = resolve(dirname(file), path as string);
      const uses = new RegExp(`\\b${name}(?:\\.(\\w+)|\\[(?:'([\\w-]+)')?)`, 'g');
      for (const [, word, quoted] of body.matchAll(uses)) {
        const found = word ?? quoted;
        if (found === undefined) computed.add(sheet);
        else asked.get(sheet)?.set(found, file);
      }
    }
  }
  for (const [file, names] of asked) {
    const own = withoutComments(read(file)).replace(/:global\((?:[^()]|\([^()]*\))*\)/g, '');
    const there = new Set([...own.matchAll(/\.([a-z][\w-]*)/gi)].map(([, name]) => name as string));
    const missing = [...names].filter(([name]) => !there.has(name));
    expect(
      missing.map(([name, where]) => `${where}: .${name}`),
      `classes that ${file} does not have`,
    ).toEqual([]);
    if (computed.has(file)) continue;
    const idle = [...there].filter((name) => !names.has(name));
    expect(idle, `classes of ${file} that nothing asks for`).toEqual([]);
  }
});
