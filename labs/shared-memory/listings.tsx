// The two listings with the memory between them: what each thread has done and does next, and what it left where.
import type { Snapshot, Walk } from '@interleave/simulation/interleavings';
import { useAt } from '../../src/lab-kit/frame/playhead.ts';
import button from '../../src/lab-kit/frame/step.module.css';
import { useLive } from '../../src/lab-kit/frame/use-live.ts';
import { currentRun } from '../../src/lab-kit/lab.ts';
import { withMove } from '../../src/lab-kit/parameters/values.ts';
import type { Figure, Keys, Stage, StageProps } from '../../src/lab-kit/view.ts';
import { NAMES, type Setting, standingAt, THREADS } from './program.ts';
import styles from './shared-memory.module.css';
import { next } from './words.ts';

type OwnStage = Stage<Setting, Walk, unknown>;

/** A thread does its next step where the playhead stands; what followed is replaced. */
function step(stage: OwnStage, thread: number) {
  const { values, result } = currentRun(stage.runs);
  const at = Math.min(stage.playhead.at(), values.moves.length);
  if (!standingAt(result, at).canGoOn.includes(thread)) return;
  stage.set('moves', withMove(values.moves, at, NAMES[thread] as string));
  stage.playhead.seek(at + 1);
}

const KEYS: readonly Keys<OwnStage>[] = NAMES.map((name, thread) => ({
  keys: name,
  does: `thread ${name} does its next step`,
  press: {
    [name]: (stage: OwnStage) => step(stage, thread),
    [name.toLowerCase()]: (stage: OwnStage) => step(stage, thread),
  },
}));

export const listings: Figure<Setting, Walk> = {
  id: 'listings',
  keys: KEYS,
  Draw({ stage }: StageProps<Setting, Walk, unknown>) {
    const { result } = currentRun(stage.runs);
    const at = useAt(stage.playhead);
    const live = useLive();
    const snapshot = standingAt(result, at);
    return (
      <section
        className={styles.threads}
        aria-label="Both threads and their memory"
        tabIndex={live ? 0 : undefined}
        onKeyDown={(event) => stage.press(event, KEYS)}
      >
        <Thread stage={stage} snapshot={snapshot} thread={0} at={at} />
        <Memory snapshot={snapshot} />
        <Thread stage={stage} snapshot={snapshot} thread={1} at={at} />
      </section>
    );
  },
};

interface ThreadProps {
  stage: OwnStage;
  snapshot: Snapshot;
  thread: number;
  at: number;
}

function Thread({ stage, snapshot, thread, at }: ThreadProps) {
  const name = NAMES[thread] as string;
  const canGoOn = snapshot.canGoOn.includes(thread);
  return (
    <div className={styles.thread} data-thread={name}>
      <p>
        <b>{`Thread ${name}`}</b> <span>{stateOf(snapshot, thread)}</span>
      </p>
      <Listing walk={currentRun(stage.runs).result} at={at} thread={thread} />
      <button
        type="button"
        className={button.step}
        data-live="only"
        inert={!useLive()}
        // Who steps a thread to its end by keyboard stays where they are.
        aria-disabled={!canGoOn}
        onClick={() => canGoOn && step(stage, thread)}
      >
        {`Step ${name}`}
      </button>
    </div>
  );
}

function stateOf(snapshot: Snapshot, thread: number): string {
  const following = next(snapshot, thread);
  return following === 'has ended' ? following : `next: ${following}`;
}

/** Every step with what it leaves and when, in the whole order; what is done at the playhead stands out. */
function Listing({ walk, at, thread }: { walk: Walk; at: number; thread: number }) {
  const moves = walk.snapshots.flatMap(({ move }, i) =>
    move?.thread === thread ? [{ move, number: i }] : [],
  );
  const counter = standingAt(walk, at).counters[thread];
  return (
    <table className={styles.listing}>
      <thead>
        <tr>
          <th scope="col">instruction</th>
          <th scope="col">r</th>
          <th scope="col">at</th>
        </tr>
      </thead>
      <tbody>
        {THREADS[thread]?.steps.map((instruction, i) => {
          const made = moves[i];
          const text = 'variable' in instruction ? instruction.variable : '1';
          return (
            <tr
              key={instruction.kind}
              className={made !== undefined && made.number <= at ? styles.done : undefined}
              aria-current={counter === i ? 'step' : undefined}
            >
              <td>
                <b>{instruction.kind}</b> {text}
              </td>
              <td>{made === undefined ? '' : String(made.move.register.after)}</td>
              <td>
                <span className={made?.number === at ? styles.now : undefined}>
                  {made === undefined ? '' : String(made.number)}
                </span>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Memory({ snapshot: { registers, variables, move } }: { snapshot: Snapshot }) {
  const stored = move !== null && move.written !== null;
  const before = stored ? move.variable?.before : undefined;
  return (
    <dl className={styles.memory}>
      {NAMES.map((name, thread) => (
        <div
          key={name}
          className={move?.thread === thread && !stored ? styles.written : undefined}
          data-thread={name}
        >
          <dt>{`${name}’s r`}</dt>
          <dd>{String(registers[thread])}</dd>
        </div>
      ))}
      <div className={stored ? `${styles.shared} ${styles.written}` : styles.shared}>
        <dt>
          <b>counter</b>
          <span>, shared</span>
        </dt>
        <dd>
          <span>{String(variables.counter)}</span>
          <small>{before === undefined ? '' : `was ${before}`}</small>
        </dd>
      </div>
    </dl>
  );
}
