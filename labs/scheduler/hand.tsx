// You are the scheduler: at each instant at which the core is free, the reader says who has it, and for how long.
import type { Trace } from '@interleave/simulation';
import { useId, useState } from 'react';
import { useAt } from '../../src/lab-kit/frame/playhead.ts';
import button from '../../src/lab-kit/frame/step.module.css';
import { useLive } from '../../src/lab-kit/frame/use-live.ts';
import { currentRun } from '../../src/lab-kit/lab.ts';
import joined from '../../src/lab-kit/parameters/joined.module.css';
import { withMove } from '../../src/lab-kit/parameters/values.ts';
import { inMs } from '../../src/lab-kit/units.ts';
import type { Figure, Keys, Stage, StageProps } from '../../src/lab-kit/view.ts';
import { follow, LETTERS, type Schedule, type Standing } from './by-hand.ts';
import styles from './hand.module.css';
import { isByHand, type Setting } from './work.ts';

type OwnStage = Stage<Setting, Trace, unknown>;

/** How long a turn may be, ms; null: until the thread waits or ends. */
const LENGTHS = [1, 2, 4, null] as const;
type Length = (typeof LENGTHS)[number];

const lengthName = (length: Length) => (length === null ? 'until it waits' : inMs(length));

/** How many of the moves are over at an instant (ns), and how everything stands after them. */
function soFar({ work, moves }: Setting, at: number): { made: number; schedule: Schedule } {
  const made = follow(work, moves).begins.filter((begin) => (begin + 1) * 1e6 <= at).length;
  return { made, schedule: follow(work, moves.slice(0, made)) };
}

/** A thread has the core from where the playhead stands; what followed is replaced. */
function give(stage: OwnStage, letter: string, length: Length) {
  const { values } = currentRun(stage.runs);
  if (!isByHand(values)) return;
  const { made, schedule } = soFar(values, stage.playhead.at());
  const thread = schedule.threads.find((one) => one.letter === letter);
  if (thread?.state !== 'ready') return;
  const turn = letter.repeat(Math.min(length ?? thread.burst, thread.burst));
  const moves = withMove(values.moves, made, turn);
  stage.set('moves', moves);
  stage.playhead.seek(follow(values.work, moves).now * 1e6);
}

const KEYS: readonly Keys<OwnStage>[] = [
  {
    keys: 'A B C D H',
    does: 'where you are the scheduler: that thread has the core for 1 ms',
    press: Object.fromEntries(
      LETTERS.flatMap((letter) =>
        [letter, letter.toLowerCase()].map((key) => [
          key,
          (stage: OwnStage) => give(stage, letter, 1),
        ]),
      ),
    ),
  },
];

export const hand: Figure<Setting, Trace> = {
  id: 'hand',
  keys: KEYS,
  Draw({ stage }: StageProps<Setting, Trace, unknown>) {
    return isByHand(currentRun(stage.runs).values) ? <Hand stage={stage} /> : null;
  },
};

function Hand({ stage }: { stage: OwnStage }) {
  const { values } = currentRun(stage.runs);
  const { made, schedule } = soFar(values, useAt(stage.playhead));
  const [length, setLength] = useState<Length>(1);
  const live = useLive();
  const name = useId();
  const { threads } = schedule;
  return (
    <div
      className={styles.hand}
      role="group"
      aria-labelledby={`${name}-title`}
      onKeyDown={(event) => stage.press(event, KEYS)}
    >
      <p id={`${name}-title`}>
        <b>{question(schedule, values.moves[made])}</b>{' '}
        <span>{hint(made, values.moves.length)}</span>
      </p>
      <div className={styles.length} role="radiogroup" aria-label="For how long" data-live="only">
        <span aria-hidden="true">For</span>
        <div className={joined.joined}>
          {LENGTHS.map((one) => (
            <label key={one}>
              <input
                type="radio"
                name={name}
                checked={one === length}
                disabled={!live}
                onChange={() => setLength(one)}
              />
              <span>{lengthName(one)}</span>
            </label>
          ))}
        </div>
      </div>
      <p data-live="never">
        {`${threads.map((thread) => `${thread.name}: ${wants(thread)}`).join('; ')}.`}
      </p>
      <ul className={styles.threads} data-live="only">
        {threads.map((thread) => (
          <li key={thread.letter}>
            <button
              type="button"
              className={button.step}
              inert={!live}
              // Who gives a thread its last turn by keyboard stays where they are.
              aria-disabled={thread.state !== 'ready'}
              onClick={() => give(stage, thread.letter, length)}
            >
              <b>{`Run ${thread.name}`}</b> <span>{wants(thread)}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** @param next who has been given the core then; undefined where that is still to be said */
function question({ threads, now }: Schedule, next: string | undefined): string {
  const at = `At ${inMs(now)}`;
  if (threads.every(({ state }) => state === 'ended')) return `${at} all is done.`;
  const given = threads.find(({ letter }) => letter === next);
  return given === undefined
    ? `${at} the core is free. Who runs?`
    : `${at} you gave the core to ${given.name}.`;
}

/** How a choice is taken back. */
function hint(made: number, all: number): string {
  if (made < all) return 'Another choice replaces what follows.';
  return made > 0 ? 'To take a turn back, step back and choose again.' : '';
}

/** What a thread still has to do, or why it cannot run. */
function wants({ state, until, burst, left }: Standing): string {
  switch (state) {
    case 'coming':
      return `comes at ${inMs(until)}`;
    case 'waiting':
      return `waits until ${inMs(until)}`;
    case 'ended':
      return 'has ended';
    case 'ready':
      return burst === left ? `${inMs(left)} left` : `${inMs(burst)}, then it waits`;
  }
}
