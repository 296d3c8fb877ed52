// Moves as a lab's clock: it jumps from move to move, and says what each did.
import type { Clock } from '../view.ts';
import { type Stepped, standingAt } from './program.ts';
import { standingInWords } from './words.ts';

export const clock = (): Clock<unknown, Stepped> => ({
  end: ({ walk }) => walk.snapshots.length - 1,
  stops: ({ walk }) => [...walk.snapshots.keys()],
  unit: 'move',
  size: 1,
  allowed: 'a move, such as 4',
  flows: false,
  opensAt: Number.POSITIVE_INFINITY,
  say: (at, end) => `move ${at} of ${end}`,
  // Beside that of another run it is followed by more of the sentence: it has no full stop.
  describe: ({ result: { program, walk } }, at) => [
    standingInWords(program, standingAt(walk, at)).replace(/\.$/, ''),
  ],
});
