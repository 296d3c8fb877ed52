// Which numbers in a text are a figure, and which figures are the same.
import { describe, expect, test } from 'vitest';
import { figuresIn, sameFigure } from './figures.ts';

/** Whether the figure 26, in a unit or in none, stands in a text. */
const says = (text: string, figure: string) => {
  const [wanted] = figuresIn(figure);
  if (wanted === undefined) throw new Error(`no figure in ${figure}`);
  return figuresIn(text).some((one) => sameFigure(one, wanted));
};

describe('the figure 26 s', () => {
  test.each([
    'after 26 s',
    'after 26.0 s.',
    'after 26\u00a0s',
    'it is 26.',
    '26000 ms',
    '26,000 ms',
    '20–26 s',
    '26–30 s',
    '(26)',
  ])('stands in “%s”', (text) => {
    expect(says(text, '26 s')).toBe(true);
  });

  test.each([
    'after 2.6 s',
    '126 s',
    'in 2026',
    '26 workers',
    '26%',
    '26 ms',
    '26–30 ms',
    '26.5 s',
    'version 6.26',
    '1.26.4',
    'p26',
    'chapter 26 says',
    'core 26 runs A',
    'steps 5 to 26, running',
    '26 requests in flight',
    '26 simulated threads',
  ])('does not stand in “%s”', (text) => {
    expect(says(text, '26 s')).toBe(false);
  });
});

test('a number without a unit may be in any', () => {
  expect(says('the answer is 55', '55 ms')).toBe(true);
  expect(says('55 of them', '55 ms')).toBe(true);
  expect(says('55 ms', '55')).toBe(true);
});

test('what is in flight, in progress or in line are requests', () => {
  for (const text of ['17 in flight', '17 in progress', 'requests: 17 in line', '17 requests']) {
    expect(says(text, '17 requests'), text).toBe(true);
  }
  expect(says('17 workers', '17 requests')).toBe(false);
});

test('requests a second are a rate and no number of requests', () => {
  expect(says('it answers 23 requests a second', '23 a second')).toBe(true);
  expect(says('up to 23/s', '23 a second')).toBe(true);
  expect(says('it answers 23 requests a second', '23 requests')).toBe(false);
});

test('a word between a number and what it counts leads to it, but “of” leads elsewhere', () => {
  expect(says('30 synchronous workers', '30 requests')).toBe(false);
  expect(says('30 of the requests', '30 workers')).toBe(true);
});

test('each figure knows where it stands', () => {
  expect(figuresIn('from 5 to 20 ms').map(({ at, value, unit }) => [at, value, unit])).toEqual([
    [5, 5, null],
    [10, 0.02, 'time'],
  ]);
});
