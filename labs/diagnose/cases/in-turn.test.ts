// What chapter 6 claims of the first case: which of four proposals helps a page that waits for its queries in turn.
import { expect, test } from 'vitest';
import { factValue } from '../../../src/lab-kit/facts.ts';
import lab from '../index.ts';

/** The share of the 95th percentile that is left with a remedy, %. */
const left = (remedy: string) => Number(factValue(lab, `in-turn-${remedy}`, 'left', 1));

test('more cores, a faster CPU and more threads leave the page as slow, four queries at once take less than half [claim 51]', () => {
  for (const remedy of ['cores', 'cpu', 'threads']) {
    expect(left(remedy), remedy).toBeGreaterThan(90);
    expect(left(remedy), remedy).toBeLessThan(110);
  }
  expect(left('together')).toBeLessThan(50);
});
