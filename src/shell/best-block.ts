// Where on a page a result of searching leads: to the block of its section that holds most of the words.
import { foundIn, phraseIn } from './search-words.ts';

/**
 * The first of the blocks with all words side by side, else of those with most of the words; -1 where none has any.
 *
 * @param blocks the words of each block
 */
export function bestBlock(
  blocks: readonly (readonly string[])[],
  asked: readonly string[],
): number {
  const whole = blocks.findIndex((words) => phraseIn(words, asked) !== -1);
  if (whole !== -1) return whole;
  const counts = blocks.map((words) => foundIn(words, asked).length);
  const most = Math.max(0, ...counts);
  return most === 0 ? -1 : counts.indexOf(most);
}
