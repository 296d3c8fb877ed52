// Two threads taken apart: stacks at the sides, what they share between them, and below what the core holds and what is
// saved. Two buttons, and two keys, go on by a line or to the next switch.
import { useAt } from '../../src/lab-kit/frame/playhead.ts';
import { useLive } from '../../src/lab-kit/frame/use-live.ts';
import { currentRun } from '../../src/lab-kit/lab.ts';
import type { Figure, Keys, Stage, StageProps } from '../../src/lab-kit/view.ts';
import { type Anatomy, type Setting, switchesOf } from './anatomy.ts';
import { Heap } from './heap.tsx';
import { Listing } from './listing.tsx';
import { Reasons } from './reasons.tsx';
import { RegisterSets } from './register-sets.tsx';
import { Stack } from './stack.tsx';
import styles from './thread-anatomy.module.css';

type OwnStage = Stage<Setting, Anatomy, unknown>;

/** The step that is the next switch after another step, or undefined. */
const nextSwitch = (anatomy: Anatomy, at: number) => switchesOf(anatomy).find((step) => step > at);

function goToSwitch({ runs, playhead }: OwnStage) {
  const step = nextSwitch(currentRun(runs).result, playhead.at());
  if (step !== undefined) playhead.seek(step);
}

const KEYS: readonly Keys<OwnStage>[] = [
  {
    keys: 'L',
    does: 'one line, or one switch, further',
    press: {
      l: ({ playhead }) => playhead.stepForward(),
      L: ({ playhead }) => playhead.stepForward(),
    },
  },
  {
    keys: 'S',
    does: 'to the next switch',
    press: { s: goToSwitch, S: goToSwitch },
  },
];

export const anatomy: Figure<Setting, Anatomy> = {
  id: 'anatomy',
  keys: KEYS,
  Draw({ stage }: StageProps<Setting, Anatomy, unknown>) {
    const { result } = currentRun(stage.runs);
    const at = useAt(stage.playhead);
    const live = useLive();
    return (
      <section
        className={styles.anatomy}
        aria-label="The threads, their stacks, and what they share"
        tabIndex={live ? 0 : undefined}
        onKeyDown={(event) => stage.press(event, KEYS)}
      >
        <div className={styles.threads} data-threads={result.threads}>
          <Stack anatomy={result} thread={0} at={at} />
          <div className={styles.shared}>
            <p className={styles.owner}>
              <b>{result.threads === 1 ? 'in the same memory' : 'shared'}</b>{' '}
              <span>{result.threads === 1 ? '' : 'by both threads'}</span>
            </p>
            <Heap anatomy={result} at={at} />
            <Listing anatomy={result} at={at} />
          </div>
          {result.threads === 2 && <Stack anatomy={result} thread={1} at={at} />}
        </div>
        <RegisterSets anatomy={result} at={at} />
        <Buttons stage={stage} at={at} live={live} />
      </section>
    );
  },
  Reasons({ stage }: StageProps<Setting, Anatomy, unknown>) {
    return <Reasons anatomy={currentRun(stage.runs).result} at={useAt(stage.playhead)} />;
  },
};

function Buttons({ stage, at, live }: { stage: OwnStage; at: number; live: boolean }) {
  const { result } = currentRun(stage.runs);
  const atEnd = at >= result.snapshots.length - 1;
  const last = nextSwitch(result, at) === undefined;
  return (
    <div className={styles.buttons} data-live="only" inert={!live}>
      {/* Who steps to the end by keyboard stays where they are. */}
      <button
        type="button"
        aria-disabled={atEnd}
        onClick={() => !atEnd && stage.playhead.stepForward()}
      >
        Step one line
      </button>
      <button type="button" aria-disabled={last} onClick={() => goToSwitch(stage)}>
        To the next switch
      </button>
    </div>
  );
}
