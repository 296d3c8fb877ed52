// The clock of the moves, which also says when it is too late: beside the buttons, where a reader who steps looks.
import { clock as ofMoves } from '../../src/lab-kit/stepped/clock.ts';
import { standingAt } from '../../src/lab-kit/stepped/program.ts';
import type { Clock } from '../../src/lab-kit/view.ts';
import type { Made, Setting } from './setting.ts';
import { savedUntil } from './words.ts';

const moves = ofMoves();

export const clock: Clock<Setting, Made> = {
  ...moves,
  describe: (run, at) => [...moves.describe(run, at), lateInWords(run.result, at)],
};

/** ". It is now too late: the deadlock will come"; '' while all can still end. */
function lateInWords(made: Made, at: number): string {
  const { explored, program, walk } = made;
  const snapshot = standingAt(walk, at);
  if (snapshot.status === 'deadlock') {
    return program.threads.length === 2 ? '. Neither can go on' : '. None of them can go on';
  }
  if (explored.canEndWell(snapshot)) return '';
  return `${savedUntil(made, at) === at - 1 ? '. It is now' : '. It is'} too late: the deadlock will come`;
}
