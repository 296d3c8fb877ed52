// What the figure of places shows: tokens for as many as have room, and the words beside them.
import { ms, parse, placesAt, type Stay, simulate } from '@interleave/simulation';
import { expect, test } from 'vitest';
import { lasting, ordinal, shown } from './shown.ts';

test.each([
  [0, { tokens: 0, more: 0 }],
  [3, { tokens: 3, more: 0 }],
  [6, { tokens: 6, more: 0 }],
  [7, { tokens: 5, more: 2 }],
  [43, { tokens: 5, more: 38 }],
  [1000, { tokens: 0, more: 1000 }],
])('of %i threads in a place for six these are shown', (standing, expected) => {
  expect(shown(standing, 6)).toEqual(expected);
});

test.each([
  [3, { tokens: 3, more: 0 }],
  [4, { tokens: 2, more: 2 }],
])('of %i threads in a place for three these are shown', (standing, expected) => {
  expect(shown(standing, 3)).toEqual(expected);
});

test('no thread is left out, however many stand there and whatever room there is', () => {
  for (let standing = 0; standing < 300; standing += 1) {
    for (const room of [1, 2, 3, 6]) {
      const { tokens, more } = shown(standing, room);
      expect(tokens + more).toBe(standing);
      expect(tokens + Number(more > 0)).toBeLessThanOrEqual(room);
    }
  }
});

test('places in line are counted as people count', () => {
  expect([1, 2, 3, 4, 11, 22].map(ordinal)).toEqual(['1st', '2nd', '3rd', '4th', '11th', '22nd']);
});

const HOG = `
  hog: cpu 60
  A: at 1, cpu 1, io 9, cpu 1, io 9, cpu 1
  B: at 2, cpu 2, io 12, cpu 2
  C: at 3, cpu 1, io 16, cpu 1`;
const hog = simulate(parse(`slice 4; ${HOG}`));

const told = (stays: readonly (Stay | null)[], hiddenFrom: number | null = null) =>
  stays.map((stay) => {
    const { word, time } = lasting(hog, stay as Stay, hog.end, hiddenFrom);
    return `${word} ${time}`;
  });

test('who runs or waits says until when, who stands in line since when', () => {
  const { cores, queue, waiting } = placesAt(hog, ms(6));
  expect(told(cores)).toEqual(['until 7']);
  expect(told(queue)).toEqual(['since 3', 'since 4']);
  expect(told(waiting)).toEqual(['until 14']);
});

test('what a question holds back is not told: an end after it', () => {
  const { cores, waiting } = placesAt(hog, ms(6));
  expect(told([...cores, ...waiting], ms(7))).toEqual(['until 7', 'since 5']);
});

test('a thread that the run’s end cuts off says since when', () => {
  const cut = simulate(parse('horizon 10; A: cpu 4, io 90'));
  const [stay] = placesAt(cut, ms(6)).waiting;
  expect(lasting(cut, stay as Stay, cut.end, null)).toEqual({ word: 'since', time: 4 });
});

test('a thread that runs up to the run’s end and ends there says until when', () => {
  const whole = simulate(parse('A: cpu 4'));
  const [stay] = placesAt(whole, ms(2)).cores;
  expect(lasting(whole, stay as Stay, whole.end, null)).toEqual({ word: 'until', time: 4 });
});
