// What the move at the playhead rests on, and what becomes of it.
import { useAt } from '../../src/lab-kit/frame/playhead.ts';
import { currentRun } from '../../src/lab-kit/lab.ts';
import { standingAt } from '../../src/lab-kit/stepped/program.ts';
import { doneInWords } from '../../src/lab-kit/stepped/words.ts';
import type { OwnStageProps } from './figure.ts';
import styles from './orders-why.module.css';
import { NAMES } from './program.ts';
import { afterIn, beforeIn, movesUpTo } from './why-words.ts';
import { spaced } from './words.ts';

export function Why({ stage }: OwnStageProps) {
  const { result, values } = currentRun(stage.runs);
  const at = useAt(stage.playhead);
  if (values.moves === '') return null;
  const { program, walk } = result;
  const { move } = standingAt(walk, at);
  return (
    <section className={styles.why} aria-label="Why">
      <div>
        <b>
          {move === null
            ? 'The beginning'
            : `Move ${at}: ${NAMES[move.thread]} ${doneInWords(program, standingAt(walk, at))}`}
        </b>
        <span>{`order ${spaced(values.moves)}`}</span>
      </div>
      {at > 0 && (
        <p>
          <b>Before it</b> <span>{movesUpTo(1, at - 1)}</span>
          <br />
          <span className={styles.said}>{beforeIn(result, at)}</span>
        </p>
      )}
      <p>
        <b>After it</b> <span>{movesUpTo(at + 1, values.moves.length)}</span>
        <br />
        <span className={styles.said}>{afterIn(result, at)}</span>
      </p>
    </section>
  );
}
