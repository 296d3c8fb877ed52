// The tracks of the figure of places: who stands over, on and under each, in tokens that can be chosen.
import type { Stay } from '@interleave/simulation';
import { type CSSProperties, memo, useId } from 'react';
import { useLive } from '../../frame/use-live.ts';
import { Patterns } from '../../states/Patterns.tsx';
import { STATES } from '../../states/states.ts';
import { useFocus } from './focus.ts';
import type { linkedTo } from './linked.ts';
import styles from './places.module.css';
import { Labels, Rails } from './Rails.tsx';
import { shown } from './shown.ts';
import { Standing, stateOf, Token, type TokensProps } from './Tokens.tsx';
import { type Place, ROOMS, type Track } from './track.ts';

interface TracksProps {
  figure: { readonly current: HTMLElement | null };
  linked: ReturnType<ReturnType<typeof linkedTo>>;
  tracks: readonly Track[];
  /** A question holds back what follows. */
  covered: boolean;
}

/** Drawn again only where a task has moved: while it plays the playhead moves at each frame. */
export const Tracks = memo(function Tracks({ figure, linked, tracks, covered }: TracksProps) {
  const { held, ...focus } = useFocus(figure);
  const tasks = tracks.flatMap(inSight).map(({ task }) => task);
  const tokens = {
    live: useLive(),
    tabbed: held !== null && tasks.includes(held) ? held : tasks[0],
    ...linked,
    ...focus,
  };
  return tracks.map((track) => (
    <OneTrack key={track.coresLabel} track={track} of={tokens} covered={covered} />
  ));
});

/** Those that have a token of their own, in the order in which they are come upon. */
function inSight({ above: [next, ...others], cores, below }: Track): Stay[] {
  const tokensIn = ({ stays, room }: Place) =>
    stays.slice(0, shown(stays.length, ROOMS[room].narrow).tokens);
  return [
    ...(next === undefined ? [] : tokensIn(next)),
    ...cores.flatMap(({ stay }) => stay ?? []),
    ...[...others, ...below].flatMap(tokensIn),
  ];
}

interface OneTrackProps {
  track: Track;
  of: Omit<TokensProps, 'patterns'>;
  covered: boolean;
}

function OneTrack({ track, of, covered }: OneTrackProps) {
  const { above, cores, coresLabel, below, caption } = track;
  const id = useId();
  const tokens: TokensProps = { patterns: id, ...of };
  const place = (one: Place, ordered: boolean) => (
    <div key={one.id} className={styles.place} data-place={one.id} data-room={one.room}>
      <p className={styles.heading} id={`${id}-at-${one.id}`}>
        {heading(one)}
      </p>
      <Standing
        stays={one.stays}
        room={ROOMS[one.room]}
        ordered={ordered}
        labelledBy={`${id}-at-${one.id}`}
        tokens={tokens}
      />
    </div>
  );
  return (
    <>
      <div className={styles.track} style={{ '--cores': cores.length } as CSSProperties}>
        <svg className={styles.patterns} aria-hidden="true">
          <Patterns id={id} />
        </svg>
        <Rails track={track} />
        <div className={styles.above}>{above.map((one) => place(one, true))}</div>
        <ol className={styles.cores} aria-label={coresLabel}>
          {cores.map(({ name, stay }, core) => (
            <li key={name} className={styles.core} style={{ '--core': core } as CSSProperties}>
              <OneCore stay={stay} name={name} alone={cores.length === 1} tokens={tokens} />
            </li>
          ))}
        </ol>
        <div className={styles.below}>{below.map((one) => place(one, false))}</div>
        <Labels track={track} covered={covered} />
      </div>
      <p className={styles.caption}>{caption}</p>
    </>
  );
}

const heading = ({
  state,
  word = STATES[state].word,
  where,
}: Pick<Place, 'state' | 'word' | 'where'>) => (
  <span>
    <b>{STATES[state].letter}</b> <span>{word}</span>
    {where && <span className={styles.where}>{`: ${where}`}</span>}
  </span>
);

interface CoreProps {
  stay: Stay | null;
  name: string;
  /** It is the only one. */
  alone: boolean;
  tokens: TokensProps;
}

function OneCore({ stay, name, alone, tokens }: CoreProps) {
  if (stay === null) {
    return (
      <>
        <p className={styles.heading}>{name}</p>
        <span className={styles.idle}>{STATES.idle.word}</span>
      </>
    );
  }
  const state = stateOf(stay);
  return (
    <>
      <p className={styles.heading}>
        {alone ? (
          heading({ state, where: name })
        ) : (
          <span>
            <b>{STATES[state].letter}</b> <span>{name}</span>
          </span>
        )}
      </p>
      <Token stay={stay} place={0} tokens={tokens} />
    </>
  );
}
