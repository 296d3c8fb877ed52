// Which words of a text a search takes for those asked for.
import { expect, test } from 'vitest';
import { bestBlock } from './best-block.ts';
import { askedWords, fits, foundIn, phraseIn } from './search-words.ts';

const words = (text: string) => text.split(' ');

test('words are compared without case, marks and punctuation', () => {
  expect(askedWords('  Thread pool, ')).toEqual(['thread', 'pool']);
  expect(askedWords('IO-bound ?')).toEqual(['iobound']);
  expect(askedWords(' … ')).toEqual([]);
});

test.each([
  ['gil', '(GIL),'],
  ['thread', 'threads'],
  ['threads', 'thread'],
  ['scheduling', 'Scheduler'],
  ['loop', 'event-loop'],
  ['threadpool', 'UV_THREADPOOL_SIZE,'],
  ['cafe', 'Café'],
])('%s is found in %s', (asked, word) => {
  expect(fits(asked, word)).toBe(true);
});

test.each([
  ['p95', '-p'],
  ['p95', 'page'],
  ['thread', 'three'],
  ['io', 'i'],
  ['pool', 'spool'],
])('%s is not found in %s', (asked, word) => {
  expect(fits(asked, word)).toBe(false);
});

test('a phrase is found where its words stand side by side', () => {
  expect(phraseIn(words('a pool of threads, a thread pool.'), ['thread', 'pool'])).toBe(5);
  expect(phraseIn(words('a pool of threads'), ['thread', 'pool'])).toBe(-1);
  expect(phraseIn(words('nothing'), [])).toBe(-1);
  expect(foundIn(words('a pool of threads'), ['thread', 'pool', 'lock'])).toEqual([
    'thread',
    'pool',
  ]);
});

test('of several blocks the one with the phrase is best, else the first with most of the words', () => {
  const asked = ['thread', 'pool'];
  const blocks = ['none', 'one thread', 'a pool of threads', 'the thread pool'].map(words);
  expect(bestBlock(blocks, asked)).toBe(3);
  expect(bestBlock(blocks.slice(0, 3), asked)).toBe(2);
  expect(bestBlock(blocks.slice(0, 1), asked)).toBe(-1);
  expect(bestBlock([], asked)).toBe(-1);
});
