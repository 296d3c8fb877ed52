// Every state that two threads can be in, as a board: A's moves across, B's up; choose a neighbouring square to step.
import { type CSSProperties, type KeyboardEvent, useId } from 'react';
import { useAt } from '../../src/lab-kit/frame/playhead.ts';
import { useLive } from '../../src/lab-kit/frame/use-live.ts';
import { currentRun } from '../../src/lab-kit/lab.ts';
import { Patterns, patternOf } from '../../src/lab-kit/states/Patterns.tsx';
import { standingAt, stepThread } from '../../src/lab-kit/stepped/program.ts';
import { codeOf } from '../../src/lab-kit/stepped/words.ts';
import type { Figure, Keys, Stage, StageProps } from '../../src/lab-kit/view.ts';
import { Way } from './BoardWay.tsx';
import styles from './board.module.css';
import { boardOf, type Square, squareAt, wayOf } from './board.ts';
import { choiceAt, labelsOf, squareInWords } from './board-words.ts';
import { Counts } from './Counts.tsx';
import { hasBoard, type Made, type Setting } from './setting.ts';

type OwnStage = Stage<Setting, Made, unknown>;

const KEYS: readonly Keys<OwnStage>[] = [
  {
    keys: '→ ↑',
    does: 'on the board: A does its next step, or B',
    press: {
      ArrowRight: (stage) => stepThread(stage, 0),
      ArrowUp: (stage) => stepThread(stage, 1),
    },
  },
  {
    keys: '← ↓',
    does: 'on the board: a move back',
    press: {
      ArrowLeft: ({ playhead }) => playhead.stepBack(),
      ArrowDown: ({ playhead }) => playhead.stepBack(),
    },
  },
];

export const board: Figure<Setting, Made> = {
  id: 'board',
  // Other moves lead to other squares.
  looksAhead: true,
  keys: KEYS,
  Draw({ stage }: StageProps<Setting, Made, unknown>) {
    const { result } = currentRun(stage.runs);
    return (
      <section className={styles.section} aria-label="All states">
        {hasBoard(result) && (
          <div className={styles.whole}>
            <p>
              <b>Every state they can be in</b> <span>A’s progress across, B’s up</span>
              <span data-live="only">; choose a neighbouring square to step</span>
            </p>
            <Drawn stage={stage} />
          </div>
        )}
        <Counts stage={stage} />
      </section>
    );
  },
};

function Drawn({ stage }: { stage: OwnStage }) {
  const { result } = currentRun(stage.runs);
  const { walk, explored, program } = result;
  const id = useId();
  const live = useLive();
  const at = useAt(stage.playhead);
  const drawn = boardOf(explored);
  const { columns, rows } = drawn;
  const way = wayOf(walk);
  const here = squareAt(drawn, standingAt(walk, at).counters);
  const nameOf = ({ a, b }: Square) => `${id}-${a}-${b}`;
  const choose = (square: Square) => {
    const choice = choiceAt(result, at, square);
    if (choice === null) return;
    if (choice.kind === 'step') stepThread(stage, choice.thread);
    else stage.playhead.seek(choice.to);
  };
  const grid = live
    ? {
        tabIndex: 0,
        'aria-activedescendant': nameOf(here),
        onKeyDown: (event: KeyboardEvent) => stage.press(event, KEYS),
      }
    : {};
  return (
    <div
      className={styles.board}
      data-many={columns > 7 || undefined}
      style={{ '--columns': columns, '--rows': rows } as CSSProperties}
    >
      <div
        className={styles.squares}
        role="grid"
        aria-label={`The board: ${columns} steps of A across, ${rows} of B up`}
        aria-rowcount={rows}
        aria-colcount={columns}
        {...grid}
      >
        {Array.from({ length: rows }, (_, down) => rows - 1 - down).map((b) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus
          <div key={b} className={styles.row} role="row">
            {Array.from({ length: columns }, (_, a) => squareAt(drawn, [a, b])).map((square) => (
              // biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus
              // biome-ignore lint/a11y/useKeyWithClickEvents: and the keys
              <div
                key={square.a}
                id={nameOf(square)}
                role="gridcell"
                className={styles[square.kind]}
                aria-label={squareInWords(square)}
                aria-selected={square === here}
                data-edges={edgesOf(drawn, square)}
                data-goes={live && choiceAt(result, at, square) !== null ? '' : undefined}
                onClick={() => choose(square)}
              >
                {square.kind === 'deadlock' && (
                  <svg aria-hidden="true">
                    <Patterns id={`${id}-${square.a}`} />
                    <rect
                      width="100%"
                      height="100%"
                      style={{ fill: patternOf(`${id}-${square.a}`, 'blocked') }}
                    />
                  </svg>
                )}
              </div>
            ))}
          </div>
        ))}
      </div>
      <div className={styles.over} aria-hidden="true">
        {labelsOf(drawn, way).map(({ a, b, text, place: at }) => (
          <span
            key={text}
            style={place(a, b)}
            data-place={at}
            data-under-disc={(here.a === a && here.b === b) || undefined}
          >
            {text}
          </span>
        ))}
        <svg viewBox={`0 0 ${columns} ${rows}`} preserveAspectRatio="none" aria-hidden="true">
          <g transform={`translate(0 ${rows}) scale(1 -1)`}>
            <g className={styles.later}>
              <Way board={drawn} hops={way.slice(at)} />
            </g>
            <Way board={drawn} hops={way.slice(0, at)} />
          </g>
        </svg>
        {way.slice(0, at).map(({ from: [a, b] }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a move is its place in the order
          <i key={i} className={styles.been} style={place(a + 0.5, b + 0.5)} />
        ))}
        <i className={styles.here} data-live="only" style={place(here.a + 0.5, here.b + 0.5)} />
      </div>
      <div className={styles.ticks} aria-hidden="true">
        {program.threads.map(({ name, steps }, thread) =>
          steps.map((_, step) => (
            <span
              // biome-ignore lint/suspicious/noArrayIndexKey: a step is its place in the program
              key={`${name}${step}`}
              data-thread={name}
              style={{ '--step': step + 1 } as CSSProperties}
            >
              <Stacked text={codeOf(program, thread, step)} />
            </span>
          )),
        )}
      </div>
    </div>
  );
}

/** A line of code in narrow room: a word over the other, without what it says of another way. */
const Stacked = ({ text }: { text: string }) => {
  const [verb, ...rest] = text.replace(/( if|,).*/, '').split(' ');
  return (
    <>
      <span>{verb}</span>
      <br />
      <span>{rest.join(' ')}</span>
    </>
  );
};

const place = (a: number, b: number) => ({ '--a': a, '--b': b }) as CSSProperties;

/** Where what is doomed borders on what is not: "top left". */
function edgesOf(drawn: ReturnType<typeof boardOf>, { a, b, kind }: Square): string | undefined {
  const lost = (one: Square | undefined) => one?.kind === 'doomed' || one?.kind === 'deadlock';
  if (kind !== 'doomed' && kind !== 'deadlock') return undefined;
  const beside = { top: [a, b + 1], right: [a + 1, b], bottom: [a, b - 1], left: [a - 1, b] };
  return Object.entries(beside)
    .filter(([, place]) => !lost(squareAt(drawn, place)))
    .map(([side]) => side)
    .join(' ');
}
