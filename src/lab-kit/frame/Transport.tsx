// The buttons that move the playhead, how fast it plays, and what is so, or has just changed, where it stands.
import { eachByName, type Sentence as Words } from '@interleave/simulation';
import { useEffect } from 'react';
import type { AnyLab, Run } from '../lab.ts';
import joined from '../parameters/joined.module.css';
import type { Clock } from '../view.ts';
import labStyles from './lab.module.css';
import { type Playhead, useOf, usePlaying } from './playhead.ts';
import { Sentence } from './Sentence.tsx';
import { SPEEDS, setSpeed, useSpeed } from './speed.ts';
import styles from './transport.module.css';
import { useLive } from './use-live.ts';

interface TransportProps {
  view: AnyLab['view'];
  clock: Clock<unknown, unknown>;
  playhead: Playhead;
  /** Where the clock ends. */
  end: number;
  /** The instant from which on a question holds back what happens, or null. */
  coveredFrom: number | null;
  runs: readonly Run[];
  choose: (part: unknown) => void;
  drop: (part: unknown) => void;
  onHelp: () => void;
}

export function Transport(props: TransportProps) {
  const { playhead, end, coveredFrom, onHelp } = props;
  const playing = usePlaying(playhead);
  const live = useLive();
  return (
    <div className={styles.transport} data-live="only" data-runs={props.runs.length}>
      <fieldset
        className={`${joined.joined} ${styles.buttons}`}
        inert={!live}
        // There is nowhere to go.
        disabled={coveredFrom === 0 || end === 0}
      >
        <button type="button" onClick={playhead.toStart} aria-label="To the start">
          <Icon path="M2 1h2v10H2zM12 1v10L5 6z" />
        </button>
        <button type="button" onClick={playhead.stepBack} aria-label="Step back">
          <Icon path="M9 1v10L2 6z" />
        </button>
        <button type="button" className={styles.play} onClick={playhead.togglePlay}>
          <Icon path={playing ? 'M2 1h3v10H2zM7 1h3v10H7z' : 'M3 1v10l7-5z'} />
          <span>{playing ? 'Pause' : 'Play'}</span>
        </button>
        <button type="button" onClick={playhead.stepForward} aria-label="Step forward">
          <Icon path="M3 1v10l7-5z" />
        </button>
        <Speed />
      </fieldset>
      <Instant {...props} playing={playing} />
      <button
        type="button"
        className={`${labStyles.link} ${styles.keys}`}
        inert={!live}
        onClick={onHelp}
      >
        Keys
      </button>
    </div>
  );
}

function Speed() {
  return (
    <label className={styles.speed}>
      <span>Speed</span>
      <select value={useSpeed()} onChange={({ target }) => setSpeed(Number(target.value))}>
        {SPEEDS.map((speed) => (
          <option key={speed} value={speed}>{`${speed}×`}</option>
        ))}
      </select>
    </label>
  );
}

/**
 * Where the playhead stands, and what is so there; where a step has brought it, what has changed, which it chooses for as
 * long as it stands there.
 */
function Instant({
  view: { changes },
  clock,
  playhead,
  end,
  coveredFrom,
  runs,
  choose,
  drop,
  playing,
}: Omit<TransportProps, 'onHelp'> & { playing: boolean }) {
  const at = useOf(playhead, playhead.toldAt);
  const hasStepped = useOf(playhead, playhead.hasStepped);
  // What begins where a question holds back is held back.
  const tells = hasStepped && (coveredFrom === null || at < coveredFrom);
  const change = tells ? (changes?.(runs, at) ?? null) : null;
  const part = change?.part ?? null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once where a step has led, not for another run there
  useEffect(() => {
    if (part === null) return;
    choose(part);
    return () => drop(part);
  }, [tells, at]);
  return (
    // Announced when it rests, not at every frame of playing.
    <p className={styles.instant} aria-live={playing ? 'off' : 'polite'}>
      <strong>{clock.say(at, end)}</strong>{' '}
      <span>
        <Sentence of={change?.said ?? soIn(clock, runs, at)} />
      </span>
    </p>
  );
}

/** What is so in each run at an instant. */
const soIn = (clock: Clock<unknown, unknown>, runs: readonly Run[], at: number): Words =>
  eachByName(runs.map((run) => ({ name: run.tag, said: clock.describe(run, at) })));

function Icon({ path }: { path: string }) {
  return (
    <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
      <path d={path} fill="currentColor" />
    </svg>
  );
}
