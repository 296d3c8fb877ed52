// The glossary in chapters: each term is a link once, and none is used before the lesson introduces it.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compile } from '@mdx-js/mdx';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { remarkGlossary } from './remark-glossary.ts';

let root: string;

const TERMS = `
- { term: core, forms: [core, cores], chapter: first, definition: What computes. }
- { term: queue, forms: [queue], chapter: first, definition: A line. }
- { term: queue length, forms: [queue length], chapter: second, definition: How many stand in it. }
- { term: run queue, forms: [run queue], chapter: second, definition: The line for a core. }
- { term: IO-bound, forms: [IO-bound], chapter: second, definition: Waits. }
- { term: IO, forms: [IO], chapter: first, definition: Asks. }
`;
const FIRST = 'A *core* has a *queue* and does *IO*.';

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'glossary-'));
  mkdirSync(join(root, 'content'));
  for (const [i, id] of ['first', 'second', 'third'].entries()) {
    write(`${id}.mdx`, `---\nchapter: ${i}\ntitle: ${id}\n---\n`);
  }
  write('about.mdx', '---\ntitle: About\n---\n');
  write('glossary.yaml', TERMS);
});
afterAll(() => rmSync(root, { recursive: true }));

const write = (file: string, text: string) => writeFileSync(join(root, 'content', file), text);

/** The compiled chapter; its links show as href: "…#core". */
async function compiled(id: string, text: string, base = '/'): Promise<string> {
  const file = { path: join(root, 'content', `${id}.mdx`), value: text, cwd: root };
  return String(await compile(file, { remarkPlugins: [[remarkGlossary, { base }]] }));
}
const linksOf = (code: string) => [...code.matchAll(/glossary\/#([\w-]+)/g)].map(([, id]) => id);

test('a term is linked at its first use only, with its definition beside it', async () => {
  const code = await compiled('first', `${FIRST}\n\nA core, two cores.`);
  expect(linksOf(code)).toEqual(['core', 'queue', 'io']);
  expect(code).toContain('"What computes."');
  expect(code).toContain('"aria-describedby": "term-core"');
});

test('a later chapter links the terms of earlier ones, without emphasis', async () => {
  const code = await compiled('third', 'Cores have an IO queue; it is a run queue. IO-bound.');
  expect(linksOf(code)).toEqual(['core', 'io', 'queue', 'run-queue', 'io-bound']);
});

test('within what is a link already a term is none: the next use is', async () => {
  const code = await compiled(
    'third',
    'Try <SetLab lab="a" preset="b">two cores</SetLab> <a href="/x">and a queue</a>.\n\nThen a core and a queue.',
  );
  expect(linksOf(code)).toEqual(['core', 'queue']);
  const [first = '', second = ''] = code.split('Then a ');
  expect([linksOf(first), linksOf(second)]).toEqual([[], ['core', 'queue']]);
});

test('the longest term wins, and a hyphen belongs to the word', async () => {
  const code = await compiled(
    'third',
    'The queue length of a run queue, IO-bound, multicore, non-IO.',
  );
  expect(linksOf(code)).toEqual(['queue-length', 'run-queue', 'io-bound']);
});

test('chapters and glossary written with the line ends of Windows are read as any others', async () => {
  const folder = join(root, 'windows', 'content');
  mkdirSync(folder, { recursive: true });
  const head = '---\r\nchapter: 0\r\ntitle: first\r\n---\r\n';
  const entry =
    '- term: core\r\n  forms: [core]\r\n  chapter: first\r\n  definition: It computes.\r\n';
  writeFileSync(join(folder, 'first.mdx'), head);
  writeFileSync(join(folder, 'glossary.yaml'), entry);
  const file = {
    path: join(folder, 'first.mdx'),
    value: 'A\r\n*core*.',
    cwd: join(root, 'windows'),
  };
  const code = String(await compile(file, { remarkPlugins: [[remarkGlossary, { base: '/' }]] }));
  expect(linksOf(code)).toEqual(['core']);
});

test('headings, code and links are left alone', async () => {
  const code = await compiled('third', '## A core\n\n`core` and [a core](/x/).');
  expect(linksOf(code)).toEqual([]);
});

test('an answer that is still hidden has no link; the text after it does', async () => {
  const hidden = 'export const Predict = (p) => p.children;\n\n<Predict>\n  A core.\n</Predict>\n';
  expect(linksOf(await compiled('third', hidden))).toEqual([]);
  expect(linksOf(await compiled('third', `${hidden}\nA core.`))).toEqual(['core']);
});

test('the site’s sub-path is in the link', async () => {
  expect(await compiled('third', 'A core.', '/x/')).toContain('"/x/glossary/#core"');
});

test('what the second part of a chapter introduces is not used in the first', async () => {
  write('third.mdx', '---\nchapter: 1\npart: 2\ntitle: third\n---\n');
  write(
    'glossary.yaml',
    `${TERMS}- { term: lock, forms: [lock], chapter: third, definition: x }\n`,
  );
  const second = '*queue length*, *run queue* and *IO-bound*';
  await expect(compiled('second', `${second}. A lock.`)).rejects.toThrow(
    'content/second.mdx:1: found "lock", which chapter 1 (third) introduces;',
  );
  expect(linksOf(await compiled('third', 'A *lock* and its queue length.'))).toEqual([
    'lock',
    'queue-length',
  ]);
  write('third.mdx', '---\nchapter: 2\ntitle: third\n---\n');
  write('glossary.yaml', TERMS);
});

test('a page that is no chapter is left alone', async () => {
  expect(linksOf(await compiled('about', 'A core and a run queue.'))).toEqual([]);
});

test.each([
  [
    'a term of a later chapter',
    'first',
    `${FIRST}\n\nIt is IO-bound.`,
    'content/first.mdx:3: found "IO-bound", which chapter 1 (second) introduces; say it in other words here, or let an earlier chapter introduce it in content/glossary.yaml.',
  ],
  [
    'a term of this chapter before its introduction',
    'first',
    'Two cores.\n\nA *core* has a *queue* and does *IO*.',
    'content/first.mdx:1: found "cores" before this chapter introduces it; explain it at its first use, emphasised: *cores*.',
  ],
  [
    'a term before its introduction, in an answer',
    'first',
    'export const Predict = (p) => p.children;\n\n<Predict>\n  A core.\n</Predict>\n\n*core*, *queue*, *IO*',
    'content/first.mdx:4: found "core" before this chapter introduces it; explain it at its first use, emphasised: *core*.',
  ],
  [
    'a term that its chapter does not introduce',
    'first',
    'A *core* does *IO*.',
    'content/first.mdx:1: found no *queue*, which content/glossary.yaml says this chapter introduces; explain it in the text, emphasised, or name another chapter there.',
  ],
])('%s stops the build', async (_, id, text, message) => {
  await expect(compiled(id, text)).rejects.toThrow(message);
});

test('a chapter that is not written yet introduces nothing and lacks nothing', async () => {
  expect(linksOf(await compiled('second', ''))).toEqual([]);
});

test.each([
  [
    '- { term: a, forms: [a], chapter: fourth, definition: x }',
    'glossary.yaml:1: found the chapter "fourth"; the chapters are first, second, third.',
  ],
  [
    '- { term: a, forms: [], chapter: first, definition: x }',
    'glossary.yaml:1: found [] as forms; a list of words would do, as [core, cores].',
  ],
  [
    '- { term: a, forms: [a], chapter: first, definition: "" }',
    'glossary.yaml:1: found "" as definition; a text would do.',
  ],
  [
    '- { term: a, form: [a], chapter: first, definition: x }',
    'glossary.yaml:1: found the field "form"; an entry has term, forms, also, chapter, definition.',
  ],
  [
    '- { term: a, forms: [a], chapter: first, definition: x }\n- { term: b, forms: [A], chapter: first, definition: x }',
    'glossary.yaml:2: found the form "a" of "b", but it is a form of "a" too; leave it to one of them.',
  ],
  [
    'term: a',
    'glossary.yaml: found no list; write a list of entries with term, forms, also, chapter, definition.',
  ],
  ['- core', 'glossary.yaml:1: found "core"; an entry has term, forms, also, chapter, definition.'],
  ['- {', 'glossary.yaml: '],
])('a glossary of %j is refused with its line', async (text, message) => {
  write('glossary.yaml', text);
  try {
    await expect(compiled('third', 'A core.')).rejects.toThrow(message);
  } finally {
    write('glossary.yaml', TERMS);
  }
});
