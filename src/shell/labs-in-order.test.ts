// The order of the labs: that of the lesson.
import { expect, test } from 'vitest';
import type { AnyLab } from '../lab-kit/lab.ts';
import type { Chapter } from './chapters.ts';
import { labsInOrder } from './labs-in-order.ts';

const chapter = (id: string, number: number) => ({ id, number, place: `${number}` }) as Chapter;
const lab = (id: string, of: string) => ({ id, chapter: of }) as AnyLab;
const CHAPTERS = [chapter('first', 0), chapter('second', 1)];
const TEXTS: Record<string, string> = {
  second: '<Lab\n  knobs={[]}\n  id="b" />\nSee <SetLab lab="a">it</SetLab>.\n<Lab id="a" />',
};
const orderOf = (...labs: AnyLab[]) =>
  labsInOrder(labs, CHAPTERS, (id) => TEXTS[id] ?? '').map((one) => one.lab.id);

test('by their chapters, and in a chapter as its text comes to them', () => {
  expect(orderOf(lab('a', 'second'), lab('b', 'second'), lab('z', 'first'))).toEqual([
    'z',
    'b',
    'a',
  ]);
});

test('one that the text does not have comes after those that it has', () => {
  expect(orderOf(lab('0', 'second'), lab('a', 'second'))).toEqual(['a', '0']);
});

test('a chapter that there is none of is named', () => {
  expect(() => orderOf(lab('a', 'third'))).toThrow(
    'labs/a/index.ts: found chapter "third"; it must be the name of a chapter in content/.',
  );
});
