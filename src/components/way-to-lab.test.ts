// Where a reader is taken who has answered a question, or pressed words about a lab.
import { expect, test } from 'vitest';
import { wayToLab } from './way-to-lab.ts';

/** A window of 800 px under a header of 60. */
const VIEW = { top: 60, bottom: 800 };
const at = (top: number, height: number) => ({ top, bottom: top + height });

test.each([
  ['a lab that is whole in view stays where it is', at(400, 300), at(200, 44), 0],
  ['one of which half a window shows, too', at(400, 1200), at(200, 44), 0],
  [
    'a lab that fits under the answer comes into view whole, and no farther',
    at(700, 300),
    at(400, 44),
    200,
  ],
  ['a long one comes as far as the answer stays in view', at(700, 1200), at(400, 44), 340],
  [
    'where the answer leaves less than half a window to it, it begins at the top',
    at(1000, 1200),
    at(300, 44),
    940,
  ],
  ['a lab above the words begins at the top', at(-500, 400), at(300, 20), -560],
  ['one that has begun above the window begins at the top', at(-100, 1200), at(600, 20), -160],
  ['one whose beginning the header covers, too', at(20, 1200), at(600, 20), -40],
])('%s', (_, lab, pressed, by) => {
  expect(wayToLab(lab, pressed, VIEW)).toBe(by);
});
