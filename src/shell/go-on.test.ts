// Where a reader is sent to go on.
import { expect, test } from 'vitest';
import { nextOf } from './go-on.ts';

const ALL = ['first', 'second', 'third'];
const at = (chapter: string) => ({ chapter, at: 'queue', heading: 'A queue' });

test('before anything is read there is nothing to go on with', () => {
  expect(nextOf(ALL, new Set(), null)).toBeNull();
});

test('a chapter that is begun goes on where its reader left', () => {
  expect(nextOf(ALL, new Set(['first']), at('second'))).toEqual({
    chapter: 'second',
    place: at('second'),
  });
});

test('after one that is read comes the next that is not', () => {
  expect(nextOf(ALL, new Set(['first']), at('first'))).toEqual({ chapter: 'second', place: null });
  expect(nextOf(ALL, new Set(['first', 'second']), null)).toEqual({
    chapter: 'third',
    place: null,
  });
});

test('what was left out comes after the last, and after that the end', () => {
  const read = new Set(['first', 'third']);
  expect(nextOf(ALL, read, at('third'))).toEqual({ chapter: 'second', place: null });
  expect(nextOf(ALL, new Set(ALL), at('third'))).toBe('end');
});

test('a place in a chapter that is there no more leads to the first that is not read', () => {
  expect(nextOf(ALL, new Set(), at('gone'))).toEqual({ chapter: 'first', place: null });
});
