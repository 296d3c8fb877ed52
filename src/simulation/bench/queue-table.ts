// The table of queues: the engine's own beside the library flatqueue, and which of them is kept.
import { measured } from './jobs.ts';
import type { QueueName } from './queues.ts';
import { count, figure, line, print, times } from './table.ts';
import { summary } from './timing.ts';

/** The simpler of two is kept unless it costs more than so many times the other. */
const KEPT_UP_TO = 1.3;

const HEADER = [
  'pending',
  'ours ns',
  'flatqueue ns',
  'flatqueue in order ns',
  'ours of it',
  'of it in order',
];
const WIDTHS = [10, 8, 12, 21, 11, 15];

/** Measures and prints what it costs to take the first of so many out and to put it in again, ns. */
export function queues(sizes: readonly number[]): void {
  print(
    "\nThe engine's queue beside flatqueue 3.1.0: the first of so many pending taken out and put in again\n",
  );
  print(line(HEADER, WIDTHS));
  let worst = 0;
  for (const pending of sizes) {
    const ours = cost('ours', pending);
    const plain = cost('flatqueue', pending);
    const ordered = cost('flatqueue in order', pending);
    worst = Math.max(worst, ours / ordered);
    const ratios = [times(ours / plain), times(ours / ordered)];
    print(line([count(pending), ...[ours, plain, ordered].map(figure), ...ratios], WIDTHS));
  }
  print(`
flatqueue promises no order among entries of one time, and the engine needs one. "In order" is what that takes: all of
one time are taken out together and sorted by when they came. Ours has that order in it, with no library: it is the
simpler, and kept unless it costs more than ${KEPT_UP_TO} times as much. It costs at most ${figure(worst)} times: ${
    worst <= KEPT_UP_TO ? 'ours is kept' : 'flatqueue, in order, is to be taken'
  }.`);
}

function cost(queue: QueueName, pending: number): number {
  const { times, moves } = measured({ queue, pending });
  return (summary(times).best * 1e6) / moves;
}
