// What the figure of places shows of a run: tokens for as many as have room, the words beside them, and the ways.
import { ms, parse, placesAt, type Stay, simulate, waysAt } from '@interleave/simulation';
import { expect, test } from 'vitest';
import { lasting, linesOf, lossOf, ordinal, shown, trafficOf } from './places-shown.ts';

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

test('when a slice ends, the thread goes back and the next one takes the core', () => {
  const { takes, loses, waits, ready } = trafficOf(waysAt(hog, ms(4)));
  expect([takes, loses]).toEqual([
    { taken: 2, now: [0] },
    { taken: 1, now: [0] },
  ]);
  expect([waits, ready].map(({ taken, now }) => [taken, now])).toEqual([
    [0, []],
    [0, []],
  ]);
});

test('of an answer that finds the core free both ways are taken: ready, and the core', () => {
  const alone = simulate(parse('A: cpu 1, io 9, cpu 1'));
  const { takes, ready } = trafficOf(waysAt(alone, ms(10)));
  expect([takes, ready]).toEqual([
    { taken: 2, now: [0] },
    { taken: 1, now: [null] },
  ]);
});

test('waits for IO and for locks are counted apart, and the core that each leaves is known', () => {
  const two = simulate(
    parse('cores 2; A: lock m, cpu 4, unlock m, io 5; B: cpu 2, lock m, cpu 1, unlock m'),
  );
  expect(trafficOf(waysAt(two, ms(2))).blocks).toEqual({ taken: 1, now: [1] });
  expect(trafficOf(waysAt(two, ms(4))).waits).toEqual({ taken: 1, now: [0] });
});

test('what goes on without a core takes none of the ways', () => {
  const first = simulate(parse('A: io 5, cpu 1'));
  const { waits, takes } = trafficOf(waysAt(first, ms(0)));
  expect([waits.taken, takes.taken]).toEqual([0, 0]);
});

test.each([
  ['', null],
  ['slice 4', 'slice over'],
  ['policy priority', 'preempted'],
  ['policy priority; slice 4', 'slice over or preempted'],
  ['policy fair; tick 4', 'slice over or preempted'],
  ['workers 1; waiting frees; runtime-slice 5', 'slice over'],
  ['runtime-slice 5', null],
])('under "%s" a thread loses its core for: %s', (rules, expected) => {
  expect(lossOf(parse(`${rules}; A: cpu 1`))).toBe(expected);
});

test.each([
  ['', ['queue']],
  ['workers 1', ['line']],
  ['workers 2; cores 2', ['line']],
  ['workers 3; cores 2', ['line', 'queue']],
])('with "%s" threads stand in these lines: %s', (machine, expected) => {
  expect(linesOf(parse(`${machine}; A: cpu 1`))).toEqual(expected);
});
