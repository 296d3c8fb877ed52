// The buttons that move the playhead, and what is so where it stands.
import type { Run } from '../lab.ts';
import joined from '../parameters/joined.module.css';
import type { Clock } from '../view.ts';
import labStyles from './lab.module.css';
import { type Playhead, useAt, usePlaying } from './playhead.ts';
import { Sentence } from './Sentence.tsx';
import styles from './transport.module.css';
import { useLive } from './use-live.ts';

interface TransportProps {
  clock: Clock<unknown, unknown>;
  playhead: Playhead;
  /** Where the clock ends. */
  end: number;
  /** A question holds everything back: there is nowhere to go, as where the clock has no length. */
  off: boolean;
  runs: readonly Run<unknown>[];
  onHelp: () => void;
}

export function Transport({ clock, playhead, end, off, runs, onHelp }: TransportProps) {
  const at = useAt(playhead);
  const playing = usePlaying(playhead);
  const live = useLive();
  return (
    <div className={styles.transport} data-live="only">
      <fieldset
        className={`${joined.joined} ${styles.buttons}`}
        inert={!live}
        disabled={off || end === 0}
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
      </fieldset>
      {/* Announced when it rests, not at every frame of playing. */}
      <p className={styles.instant} aria-live={playing ? 'off' : 'polite'}>
        <strong>{clock.say(at, end)}</strong>{' '}
        {runs.map((run, i) => (
          <span key={run.tag}>
            <span>{`${i > 0 ? '; ' : ''}${run.tag === '' ? '' : `${run.tag}: `}`}</span>
            <Sentence of={clock.describe(run, at)} />
          </span>
        ))}
      </p>
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

function Icon({ path }: { path: string }) {
  return (
    <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
      <path d={path} fill="currentColor" />
    </svg>
  );
}
