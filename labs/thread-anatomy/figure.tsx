// Two threads taken apart: stacks at the sides, what they share between them, and below what the core holds and what is
// saved. Two buttons, and two keys, go on by a line or to the next switch.
import { useAt } from '../../src/lab-kit/frame/playhead.ts';
import button from '../../src/lab-kit/frame/step.module.css';
import { useLive } from '../../src/lab-kit/frame/use-live.ts';
import { currentRun } from '../../src/lab-kit/lab.ts';
import type { Figure, Keys, Stage, StageProps } from '../../src/lab-kit/view.ts';
import { type Anatomy, endOf, type Setting, switchesOf } from './anatomy.ts';
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
    const first = nextSwitch(result, 0);
    return (
      <section
        className={styles.anatomy}
        aria-label="The threads, their stacks, and what they share"
        tabIndex={live ? 0 : undefined}
        onKeyDown={(event) => stage.press(event, KEYS)}
      >
        <Instant anatomy={result} at={at} />
        {!live && first !== undefined && <Instant anatomy={result} at={first} spare />}
        <Buttons stage={stage} at={at} live={live} />
      </section>
    );
  },
  Reasons({ stage }: StageProps<Setting, Anatomy, unknown>) {
    return <Reasons anatomy={currentRun(stage.runs).result} at={useAt(stage.playhead)} />;
  },
};

/**
 * How everything stands after a step, which it names where nothing can be pressed.
 *
 * @param spare drawn besides for those without scripts, who cannot step to it; on paper the page is the same for all
 */
function Instant({
  anatomy,
  at,
  spare = false,
}: {
  anatomy: Anatomy;
  at: number;
  spare?: boolean;
}) {
  const { threads } = anatomy;
  return (
    <div
      className={spare ? `${styles.instant} ${styles.spare}` : styles.instant}
      data-live={spare ? 'never' : undefined}
    >
      <p className={styles.when} data-live="never">
        <b>{at === 0 ? 'Before the first step' : `After step ${at} of ${endOf(anatomy)}`}</b>
      </p>
      <div className={styles.threads}>
        <Stack anatomy={anatomy} thread={0} at={at} />
        <div className={styles.shared}>
          <p className={styles.owner}>
            <b>{threads === 1 ? 'in the same memory' : 'shared'}</b>{' '}
            <span>{threads === 1 ? '' : 'by both threads'}</span>
          </p>
          <Heap anatomy={anatomy} at={at} />
          <Listing anatomy={anatomy} at={at} />
        </div>
        {threads === 2 && <Stack anatomy={anatomy} thread={1} at={at} />}
      </div>
      <RegisterSets anatomy={anatomy} at={at} />
    </div>
  );
}

function Buttons({ stage, at, live }: { stage: OwnStage; at: number; live: boolean }) {
  const { result } = currentRun(stage.runs);
  const atEnd = at >= endOf(result);
  const last = nextSwitch(result, at) === undefined;
  return (
    <div className={styles.buttons} data-live="only" inert={!live}>
      {/* Who steps to the end by keyboard stays where they are. */}
      <button
        type="button"
        className={button.step}
        aria-disabled={atEnd}
        onClick={() => !atEnd && stage.playhead.stepForward()}
      >
        Step one line
      </button>
      <button
        type="button"
        className={button.step}
        aria-disabled={last}
        onClick={() => goToSwitch(stage)}
      >
        To the next switch
      </button>
    </div>
  );
}
