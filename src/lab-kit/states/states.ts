// The one table of states: what each is called and how it looks. A new state is a row here, and its colours in tokens.css.
import type { CoreState, TaskState } from '@interleave/simulation';

/** How a state looks wherever one is drawn. Colours are names of tokens in tokens.css; `paint` turns them to values. */
export interface StateLook {
  /** The word in tables, legends and accessible names. */
  readonly word: string;
  /** Empty: the drawing shows the word itself, and its legend needs none. */
  readonly letter: string;
  /** How near it is to a core: at full height it has or wants one, at half of that it wants a worker first, a low band neither. */
  readonly height: 'full' | 'mid' | 'low';
  /** The fill: solid, or a pattern's name. */
  readonly pattern: 'solid' | PatternName;
  /** What is solid, the lines of a pattern and its edges; none: what lies below shows. */
  readonly ink?: string;
  /** In place of the ink where the task is assumed. */
  readonly assumed?: string;
  /** Under a pattern. */
  readonly ground?: string;
  /** Letters and words on the stretch or above it. */
  readonly text: string;
}

export type PatternName = 'diagonals' | 'dots' | 'crosshatch' | 'verticals' | 'horizontals';
export type DrawnState = TaskState | Exclude<CoreState, 'running'>;

/** In the order of legends. */
export const STATES: Readonly<Record<DrawnState, StateLook>> = {
  running: {
    word: 'running',
    letter: 'R',
    height: 'full',
    pattern: 'solid',
    ink: 'run',
    assumed: 'run-2',
    text: 'on-run',
  },
  waiting: {
    word: 'waiting for IO',
    letter: 'W',
    height: 'low',
    pattern: 'diagonals',
    ink: 'wait',
    ground: 'wait-ground',
    text: 'wait-text',
  },
  runnable: {
    word: 'runnable',
    letter: 'Q',
    height: 'full',
    pattern: 'dots',
    ink: 'queue',
    ground: 'queue-ground',
    text: 'queue',
  },
  queued: {
    word: 'in line',
    letter: 'L',
    height: 'mid',
    pattern: 'horizontals',
    ink: 'line',
    ground: 'line-ground',
    text: 'line-text',
  },
  blocked: {
    word: 'blocked',
    letter: 'B',
    height: 'low',
    pattern: 'verticals',
    ink: 'block',
    ground: 'block-ground',
    text: 'block-text',
  },
  switching: {
    word: 'switching',
    letter: 'S',
    height: 'full',
    pattern: 'crosshatch',
    ink: 'switch',
    ground: 'page',
    text: 'ink',
  },
  idle: { word: 'idle', letter: '', height: 'full', pattern: 'solid', text: 'soft' },
};

/** The states in the order of the table. */
export const DRAWN_STATES = Object.keys(STATES) as readonly DrawnState[];

/** The CSS value of a colour of the table. */
export const paint = (token: string | undefined) =>
  token === undefined ? 'none' : `var(--${token})`;
