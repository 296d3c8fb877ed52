// A drawing beside the knob that is held: below it where there is room, else above, never over it.
import { expect, test } from 'vitest';
import { liftOf } from './lift.ts';

const WINDOW = 800;
const extent = (top: number, height: number) => ({ top, bottom: top + height });
const knobAt = (top: number) => extent(top, 44);

test('a drawing that is wholly in the window stays', () => {
  expect(liftOf(extent(500, 300), knobAt(100), WINDOW)).toBeNull();
});

test('a drawing below the window comes up until its end is in it', () => {
  expect(liftOf(extent(700, 300), knobAt(100), WINDOW)).toEqual({ by: 200, cut: 0 });
});

test('a drawing too high for the room below begins right below the knob', () => {
  expect(liftOf(extent(700, 600), knobAt(300), WINDOW)).toEqual({ by: 700 - 356, cut: 0 });
});

test('where there is more room above the knob, it goes there', () => {
  expect(liftOf(extent(790, 300), knobAt(600), WINDOW)).toEqual({ by: 790 - 288, cut: 0 });
});

test('where the room below is enough, it stays below', () => {
  expect(liftOf(extent(790, 200), knobAt(500), WINDOW)).toEqual({ by: 190, cut: 0 });
});

test('above the knob, what does not fit is left out', () => {
  expect(liftOf(extent(790, 700), knobAt(600), WINDOW)).toEqual({ by: 790, cut: 112 });
});

test('what would show little more of it is left undone', () => {
  expect(liftOf(extent(460, 500), knobAt(400), WINDOW)).toBeNull();
  expect(liftOf(extent(500, 500), knobAt(400), WINDOW)).toEqual({ by: 500, cut: 112 });
});
