// The buttons that move the playhead, and what the cores do at its instant.
import { describeInstant, type Nanos, type Trace, type Words } from '@interleave/simulation';
import { onClock } from '../timeline/clock.ts';
import { Sentence } from './Sentence.tsx';
import { useLive } from './use-live.ts';
import type { Playhead } from './use-playhead.ts';
import '../parameters/joined.css';
import './transport.css';

interface TransportProps {
  playhead: Playhead;
  /** The runs on the clock, with what each is called where there are two. */
  runs: readonly { readonly trace: Trace; readonly words: Words; readonly tag: string }[];
  onHelp: () => void;
}

export function Transport({ playhead, runs, onHelp }: TransportProps) {
  const { at, playing } = playhead;
  const live = useLive();
  const end = Math.max(...runs.map(({ trace }) => trace.end)) as Nanos;
  return (
    <div className="transport">
      <div className="joined buttons" inert={!live}>
        <button type="button" onClick={playhead.toStart} aria-label="To the start">
          <Icon path="M2 1h2v10H2zM12 1v10L5 6z" />
        </button>
        <button type="button" onClick={playhead.stepBack} aria-label="Step back">
          <Icon path="M9 1v10L2 6z" />
        </button>
        <button type="button" className="play" onClick={playhead.togglePlay}>
          <Icon path={playing ? 'M2 1h3v10H2zM7 1h3v10H7z' : 'M3 1v10l7-5z'} />
          <span>{playing ? 'Pause' : 'Play'}</span>
        </button>
        <button type="button" onClick={playhead.stepForward} aria-label="Step forward">
          <Icon path="M3 1v10l7-5z" />
        </button>
      </div>
      {/* Announced when it rests, not at every frame of playing. */}
      <p className="instant" aria-live={playing ? 'off' : 'polite'}>
        <strong>{onClock(at, end)}</strong>{' '}
        {runs.map(({ trace, words, tag }, i) => (
          <span key={tag}>
            <span>{`${i > 0 ? '; ' : ''}${tag === '' ? '' : `${tag}: `}`}</span>
            <Sentence of={describeInstant(trace, at, words)} />
          </span>
        ))}
      </p>
      <button type="button" className="link keys" inert={!live} onClick={onHelp}>
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
