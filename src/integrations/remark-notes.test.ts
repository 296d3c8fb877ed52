// A note stands with the paragraph above it, and where there is none the build says so.
import { evaluate } from '@mdx-js/mdx';
import { createElement, type ReactNode } from 'react';
import * as runtime from 'react/jsx-runtime';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { remarkNotes } from './remark-notes.ts';

const InPractice = ({ id, children }: { id: string; children: ReactNode }) =>
  createElement('aside', { id }, children);
const After = 'section';

async function drawn(source: string): Promise<string> {
  const { default: Content } = await evaluate(
    { value: source, path: 'content/one.mdx' },
    { ...runtime, remarkPlugins: [remarkNotes] },
  );
  return renderToStaticMarkup(
    createElement(Content, { components: { InPractice, After } }),
  ).replaceAll('\n', '');
}

const note = (words: string) => `<InPractice>\n  ${words}\n</InPractice>`;
const noted = (id: number, words: string, paragraph: string) =>
  `<div class="noted" aria-owns="note-${id}"><aside id="note-${id}"><p>${words}</p></aside><p>${paragraph}</p></div>`;

test('a note is put beside the paragraph above it, and what is around them stays', async () => {
  expect(await drawn(`One.\n\nTwo.\n\n${note('Measured.')}\n\nThree.`)).toBe(
    `<p>One.</p>${noted(1, 'Measured.', 'Two.')}<p>Three.</p>`,
  );
});

test('also in what is held back, and in a list', async () => {
  expect(
    await drawn(`<After>\n\nOne.\n\n${note('First.')}\n\n</After>\n\nTwo.\n\n${note('Second.')}`),
  ).toBe(`<section>${noted(1, 'First.', 'One.')}</section>${noted(2, 'Second.', 'Two.')}`);
  expect(await drawn('- One.\n\n  <InPractice>\n    Measured.\n  </InPractice>\n- Two.')).toContain(
    noted(1, 'Measured.', 'One.'),
  );
});

test.each([
  ['a heading', '## One', 'a heading'],
  ['a list', '- One.', 'a list'],
  ['what is held back', '<After>\n\nOne.\n\n</After>', '<After>'],
  ['another note', `One.\n\n${note('First.')}`, 'another note'],
  ['nothing', '', 'nothing'],
])('a note below %s is refused with its place and what would do', async (_, above, found) => {
  const source = `${above}\n\n${note('Measured.')}`;
  const line = source.split('\n').lastIndexOf('<InPractice>') + 1;
  await expect(drawn(source)).rejects.toThrow(
    `content/one.mdx:${line}: found <InPractice> below ${found}; right below the paragraph whose first sentence it belongs to would do.`,
  );
});
