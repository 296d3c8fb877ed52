// The path through the chapters: its order, what is wrong with it, who stands beside whom, how long a chapter takes.
import { describe, expect, it } from 'vitest';
import {
  type Chapter,
  type ChapterEntry,
  chaptersOf,
  endOf,
  neighbours,
  readingMinutes,
} from './chapters.ts';

function entry(id: string, chapter: number | undefined, more: Partial<ChapterEntry['data']> = {}) {
  const data = { title: `About ${id}`, sentence: `What ${id} says.`, chapter, ...more };
  return { id, filePath: `content/${id}.mdx`, data };
}

describe('chaptersOf', () => {
  it('lists the chapters by number, and leaves other pages out', () => {
    const chapters = chaptersOf([
      entry('threads', 2),
      entry('teach', undefined, { sentence: undefined }),
      entry('zero', 0),
      entry('idle', 1),
    ]);
    expect(chapters.map(({ number, id }) => `${number} ${id}`)).toEqual([
      '0 zero',
      '1 idle',
      '2 threads',
    ]);
  });

  it('counts a draft as planned, not as written', () => {
    const [first, second] = chaptersOf([entry('zero', 0), entry('idle', 1, { draft: true })]);
    expect([first?.written, second?.written]).toEqual([true, false]);
  });

  it('takes the short title from the sidebar label, where there is one', () => {
    const [first, second] = chaptersOf([
      entry('zero', 0),
      entry('threads', 1, { sidebar: { label: 'Threads' } }),
    ]);
    expect([first?.shortTitle, second?.shortTitle]).toEqual(['About zero', 'Threads']);
  });

  it('names both files when two chapters have one number', () => {
    expect(() => chaptersOf([entry('zero', 0), entry('one', 1), entry('two', 1)])).toThrow(
      'content/one.mdx and content/two.mdx: found chapter: 1 in both; give one of them another number, or make it the next part of the chapter: `part: 2`.',
    );
  });

  it('names the file after a number that is left out', () => {
    expect(() => chaptersOf([entry('zero', 0), entry('three', 3), entry('two', 2)])).toThrow(
      'content/two.mdx: found chapter: 2, but no chapter has the number 1',
    );
  });

  it('puts the parts of a chapter after each other, and says which part each is', () => {
    const chapters = chaptersOf([
      entry('costs', 2),
      entry('memory', 1, { part: 2 }),
      entry('threads', 1),
      entry('zero', 0),
    ]);
    expect(chapters.map(({ place, part, id }) => [place, part, id])).toEqual([
      ['0', null, 'zero'],
      ['1.1', 1, 'threads'],
      ['1.2', 2, 'memory'],
      ['2', null, 'costs'],
    ]);
  });

  it.each([
    [
      'a part that is left out',
      [entry('zero', 0), entry('one', 1), entry('three', 1, { part: 3 })],
      'content/three.mdx: found chapter: 1 with part: 3, but chapter 1 has no part 2; number its parts 1, 2 and so on.',
    ],
    [
      'a second part without a first',
      [entry('zero', 0), entry('two', 1, { part: 2 })],
      'content/two.mdx: found chapter: 1 with part: 2, but chapter 1 has no part 1;',
    ],
    [
      'a part that two have',
      [entry('zero', 0), entry('a', 0, { part: 2 }), entry('b', 0, { part: 2 })],
      'content/a.mdx and content/b.mdx: found chapter: 0 with part: 2 in both;',
    ],
  ])('names the file of %s', (_, entries, message) => {
    expect(() => chaptersOf(entries)).toThrow(message);
  });

  it('names the file of a chapter without a sentence', () => {
    expect(() => chaptersOf([entry('zero', 0, { sentence: undefined })])).toThrow(
      'content/zero.mdx: found a chapter without a sentence',
    );
  });
});

describe('neighbours', () => {
  const path = (...written: boolean[]) =>
    chaptersOf(written.map((yes, i) => entry(`chapter-${i}`, i, { draft: !yes })));
  const beside = (chapters: ReturnType<typeof path>, number: number) => {
    const { previous, next } = neighbours(chapters, chapters[number] as Chapter);
    return [previous?.number, next?.number, next?.written];
  };

  it('are the nearest that can be read', () => {
    expect(beside(path(true, false, true, false, true), 2)).toEqual([0, 4, true]);
  });

  it('include the chapter planned next when none after is written', () => {
    expect(beside(path(true, true, false, false), 1)).toEqual([0, 2, false]);
  });

  it('are the other parts of a chapter', () => {
    const chapters = chaptersOf([
      entry('zero', 0),
      entry('threads', 1),
      entry('memory', 1, { part: 2 }),
    ]);
    const { previous, next } = neighbours(chapters, chapters[1] as Chapter);
    expect([previous?.place, next?.place]).toEqual(['0', '1.2']);
  });

  it('are missing at the ends', () => {
    expect(beside(path(true, true), 0)).toEqual([undefined, 1, true]);
    expect(beside(path(true, true), 1)).toEqual([0, undefined, undefined]);
  });
});

describe('endOf', () => {
  const end = (id: string) => entry(id, undefined, { end: true });

  it('is the page that says so, or none', () => {
    expect(endOf([entry('zero', 0), end('next')])).toEqual({ id: 'next', title: 'About next' });
    expect(endOf([entry('zero', 0)])).toBeUndefined();
  });

  it('names the files of several', () => {
    expect(() => endOf([end('one'), end('two')])).toThrow(
      'content/one.mdx and content/two.mdx: found end: true in each; one of them would do.',
    );
  });
});

describe('readingMinutes', () => {
  it('counts 220 words a minute', () => {
    expect(readingMinutes('word '.repeat(660))).toBe(3);
  });

  it('is never less than one', () => {
    expect(readingMinutes('')).toBe(1);
  });

  it('counts the words that are read, not the components, their settings or imports', () => {
    const code = [
      'import {\n  Lab,\n} from "../src/components/index.ts";',
      '<SetLab lab="interleaving" preset="one core" at={5} />',
      '{/* a note for authors */}\n',
    ];
    expect(readingMinutes(code.join('\n').repeat(100) + 'word '.repeat(440))).toBe(2);
  });

  it('counts two minutes for a lab, once however often it stands there, and half a minute for a question', () => {
    const lab = '<Lab id="interleaving" preset="one-core" />\n';
    expect(readingMinutes(lab + lab)).toBe(2);
    expect(readingMinutes(`${lab}<Lab\n  id="scheduler"\n/>\n`)).toBe(4);
    expect(
      readingMinutes('<Predict\n  id="a"\n>\n</Predict>\n<Question ask="b" />\n'.repeat(3)),
    ).toBe(3);
  });
});
