// In which order findings are listed, and which are left out.
import { expect, test } from 'vitest';
import { type Page, ranked } from './search-ranking.ts';

/** A page of sections; each word that begins as one of those found counts as found. */
function page(title: string, sections: Record<string, string>, found: RegExp): Page {
  const content: string[] = [];
  const sub_results = Object.entries(sections).map(([name, text]) => {
    const from = content.length;
    content.push(...`${name} ${text}`.split(' '));
    const locations = content.flatMap((word, i) => (i >= from && found.test(word) ? [i] : []));
    return { url: `/${title}/#${name}`, title: name, excerpt: '', locations };
  });
  return { url: `/${title}/`, meta: { title }, content: content.join(' '), sub_results };
}

const term = (title: string, words: string): Page => ({
  url: `/glossary/#${title}`,
  meta: { title, words, definition: 'What it is.' },
  content: `${title} ${words}`,
  sub_results: [],
});

const titles = (pages: readonly Page[]) => pages.map(({ meta }) => meta.title);

test('a page that holds the beginning of a word alone is left out', () => {
  const flags = page('Flags', { top: 'top -H -p <pid>' }, /p/);
  const { pages } = ranked([flags], ['p95']);
  expect(pages).toEqual([]);
});

test('terms are found by their names, and the one of just this name goes first', () => {
  const found = [
    term('event-loop lag', 'lag'),
    term('event loop', 'event loops'),
    term('IO', 'IO'),
  ];
  expect(titles(ranked(found, ['event', 'loop']).terms)).toEqual(['event loop', 'event-loop lag']);
  expect(titles(ranked([term('95th percentile', 'p95')], ['p95']).terms)).toEqual([
    '95th percentile',
  ]);
});

test('pages of that name go first, then headings, then the phrase, then the words', () => {
  const found = /thread|pool/i;
  const scattered = page('Scattered', { a: 'a thread and a pool' }, found);
  const phrase = page('Phrase', { a: 'a thread pool' }, found);
  const heading = page('Heading', { 'Thread pool': 'x', a: 'a pool for a thread' }, found);
  const named = page('The thread pool', { a: 'a thread, a pool' }, found);
  const { pages } = ranked([scattered, phrase, heading, named], ['thread', 'pool']);
  expect(titles(pages.map(({ page }) => page)).slice(-2)).toEqual(['Phrase', 'Scattered']);
  expect(
    titles(pages.map(({ page }) => page))
      .slice(0, 2)
      .toSorted(),
  ).toEqual(['Heading', 'The thread pool']);
});

test('the sections of a page with all words go before those with one', () => {
  const one = page(
    'One',
    { first: 'a thread', second: 'a pool of threads', third: 'the thread pool' },
    /thread|pool/,
  );
  const [best] = ranked([one], ['thread', 'pool']).pages;
  expect(best?.sections.map(({ title }) => title)).toEqual(['third', 'second', 'first']);
});

test('a page without one of the words is left out', () => {
  const half = page('Half', { a: 'a thread' }, /thread/);
  expect(ranked([half], ['thread', 'pool']).pages).toEqual([]);
});
