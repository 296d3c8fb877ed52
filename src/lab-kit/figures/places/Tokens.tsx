// Who stands in a place, in order: tokens cut from the timeline, buttons that choose their segment there.
import type { PlaceName, Stay } from '@interleave/simulation';
import { StateBar } from '../../states/Patterns.tsx';
import { type DrawnState, paint, STATES } from '../../states/states.ts';
import styles from './places.module.css';
import { ordinal, type Room, shown } from './shown.ts';

/** How a task in each place is drawn. */
const STATE_OF: Readonly<Record<PlaceName, DrawnState>> = {
  line: 'queued',
  queue: 'runnable',
  core: 'running',
  waiting: 'waiting',
  blocked: 'blocked',
};

export const stateOf = ({ place, switching }: Pick<Stay, 'place' | 'switching'>): DrawnState =>
  switching ? 'switching' : STATE_OF[place];

/** So many signs have room under a token: in a narrow figure, and in a wide one. Tokens on cores are wider. */
const SIGNS = { narrow: 8, wide: 10, core: 2 };

/** What a token says. */
export interface Told {
  readonly name: string;
  /** What fits on a token. */
  readonly short: string;
  readonly assumed: boolean;
  /** Until or since when, a number on the clock. */
  readonly word: 'since' | 'until';
  readonly time: number;
  /** The clock's unit. */
  readonly unit: string;
}

/** What the tokens of a figure have in common. */
export interface TokensProps {
  /** The id given to Patterns. */
  readonly patterns: string;
  readonly live: boolean;
  /** The task whose token Tab leads to. */
  readonly tabbed: number | undefined;
  tell(stay: Stay): Told;
  isChosen(stay: Stay): boolean;
  onChoose(stay: Stay): void;
  onFocus(stay: Stay): void;
  onBlur(): void;
}

export function Token({
  stay,
  place,
  tokens,
}: {
  stay: Stay;
  /** Which in line; 0 where there is no order to tell. */
  place: number;
  tokens: TokensProps;
}) {
  const { patterns, live, tabbed, tell, isChosen, onChoose, onFocus, onBlur } = tokens;
  const { name, short, assumed, word, time, unit } = tell(stay);
  const state = stateOf(stay);
  const signs = `${word} ${time}`.length - (stay.place === 'core' ? SIGNS.core : 0);
  return (
    <button
      type="button"
      className={styles.token}
      disabled={!live}
      tabIndex={tabbed === stay.task ? 0 : -1}
      data-task={stay.task}
      aria-pressed={isChosen(stay)}
      onClick={() => onChoose(stay)}
      onFocus={() => onFocus(stay)}
      onBlur={onBlur}
    >
      {place > 0 && (
        <span className={styles.ordinal} aria-hidden="true">
          {ordinal(place)}
        </span>
      )}
      <Piece state={state} patterns={patterns} assumed={assumed} name={name} short={short} />
      <span className={styles.unseen}>{`, ${STATES[state].word}, `}</span>
      <span className={styles.time}>
        <span
          className={[
            signs > SIGNS.narrow ? styles['unseen-narrow'] : '',
            signs > SIGNS.wide ? styles['unseen-wide'] : '',
          ].join(' ')}
        >
          {`${word} `}
        </span>
        <span>{String(time)}</span>
        <span className={styles.unseen}>{` ${unit}`}</span>
      </span>
    </button>
  );
}

/** A piece of the timeline with a few words on it, or over a low band. */
function Piece({
  state,
  patterns,
  assumed,
  name,
  short = name,
}: {
  state: DrawnState;
  patterns: string;
  assumed: boolean;
  name: string;
  /** What is written where there is no room for the name. */
  short?: string;
}) {
  const { height, pattern, ground, text: ink } = STATES[state];
  const patterned = pattern !== 'solid' && height !== 'low';
  return (
    <span className={`${styles.piece} ${styles[height]}`}>
      <svg aria-hidden="true">
        <StateBar
          state={state}
          patterns={patterns}
          assumed={assumed}
          x="0px"
          width="100%"
          solid={false}
        />
      </svg>
      <span
        className={styles.name}
        style={{ color: paint(ink), background: patterned ? paint(ground) : undefined }}
      >
        {short !== name && <span className={styles.unseen}>{name}</span>}
        <span aria-hidden={short !== name || undefined}>{short}</span>
      </span>
    </span>
  );
}

interface StandingProps {
  stays: readonly Stay[];
  room: Room;
  /** Whether their order is that of a line. */
  ordered: boolean;
  labelledBy: string;
  tokens: TokensProps;
}

/** All that stand in a place: as many as there is room for, and a token that stands for the others. */
export function Standing({ stays, room, ordered, labelledBy, tokens }: StandingProps) {
  const narrow = shown(stays.length, room.narrow);
  const wide = shown(stays.length, room.wide);
  const [first] = stays;
  if (first === undefined) return <p className={styles.none}>none</p>;
  const more = (count: number, className: string | undefined) =>
    count > 0 && (
      <li key={className} className={className}>
        <span className={count === stays.length ? styles.crowd : styles.token}>
          <Piece
            state={stateOf(first)}
            patterns={tokens.patterns}
            assumed={false}
            name={`${count === stays.length ? 'all' : '+'}\u00a0${count.toLocaleString('en')}`}
          />
        </span>
      </li>
    );
  return (
    <ol className={ordered ? styles.queued : undefined} aria-labelledby={labelledBy}>
      {stays.slice(0, wide.tokens).map((stay, i) => (
        <li key={stay.task} className={i < narrow.tokens ? undefined : styles['in-wide']}>
          <Token stay={stay} place={ordered ? i + 1 : 0} tokens={tokens} />
        </li>
      ))}
      {more(narrow.more, styles['in-narrow'])}
      {more(wide.more, styles['in-wide'])}
    </ol>
  );
}
