// A self-test is counted by first answers, and names the chapters in which some were wrong.
import { expect, test } from 'vitest';
import { type Asked, tallyOf, toldTally } from './tally.ts';

const asked = (first: string | null): Asked => ({ options: ['a', 'b'], right: 'b', first });
const topic = (chapter: string, ...first: (string | null)[]) => ({
  chapter,
  questions: first.map(asked),
});

test('right answers are counted, over all topics', () => {
  const tally = tallyOf([topic('one', 'b', 'a'), topic('two', 'b', null)]);
  expect(tally).toMatchObject({ right: 2, answered: 3, asked: 4 });
  expect(toldTally(tally)).toBe('2 of 3 right so far, 1 to go.');
});

test('chapters with a wrong answer are to be read again, those with most first', () => {
  const { again } = tallyOf([
    topic('right', 'b', 'b'),
    topic('once', 'a', 'b'),
    topic('twice', 'a', 'a'),
    topic('open', null, 'b'),
  ]);
  expect(again.map(({ chapter, right, answered }) => [chapter, right, answered])).toEqual([
    ['twice', 0, 2],
    ['once', 1, 2],
  ]);
});

test('an answer that the question no longer offers is none', () => {
  expect(tallyOf([topic('one', 'c')])).toMatchObject({ answered: 0, again: [] });
});

test('it is told whether any question is open', () => {
  expect(toldTally(tallyOf([topic('one', null, null)]))).toBe(
    'None of the 2 questions is answered yet.',
  );
  expect(toldTally(tallyOf([topic('one', 'a', 'b')]))).toBe('1 of 2 right.');
  expect(toldTally(tallyOf([topic('one', 'b', 'b')]))).toBe('All 2 right.');
});
