// What the move at the playhead rests on, and what becomes of it.
import { Reasons } from '../../src/lab-kit/figures/reasons/Reasons.tsx';
import { useAt } from '../../src/lab-kit/frame/playhead.ts';
import { currentRun } from '../../src/lab-kit/lab.ts';
import { standingAt } from '../../src/lab-kit/stepped/program.ts';
import { doneInWords } from '../../src/lab-kit/stepped/words.ts';
import type { OwnStageProps } from './figure.ts';
import { NAMES } from './program.ts';
import { afterIn, beforeIn, movesUpTo } from './why-words.ts';
import { spaced } from './words.ts';

export function Why({ stage }: OwnStageProps) {
  const { result, values } = currentRun(stage.runs);
  // Of two runs the other one may be longer.
  const at = Math.min(useAt(stage.playhead), values.moves.length);
  if (values.moves === '') return null;
  const { program, walk } = result;
  const { move } = standingAt(walk, at);
  const moves = values.moves.length;
  const after = {
    heading: 'After it',
    when: movesUpTo(at + 1, moves),
    text: afterIn(result, at),
  };
  const before = { heading: 'Before it', when: movesUpTo(1, at - 1), text: beforeIn(result, at) };
  return (
    <Reasons
      of={{
        who:
          move === null
            ? 'The beginning'
            : `Move ${at}: ${NAMES[move.thread]} ${doneInWords(program, standingAt(walk, at))}`,
        what: `order ${spaced(values.moves)}`,
        remarks: at > 0 ? [before, after] : [after],
      }}
    />
  );
}
