// The one table of states: what each is called, its letter, and whether it stands full height or lies on the floor.
import type { CoreState, TaskState } from '@interleave/simulation';

/** A state as the timeline draws it; colours and patterns hang on the name, in timeline.css and Patterns.tsx. */
export interface StateLook {
  /** The word in tables, legends and accessible names. */
  readonly word: string;
  readonly letter: string;
  /** Full height: uses or wants a core. A low band: neither. */
  readonly height: 'full' | 'low';
  /** The fill: solid, or a pattern's name. */
  readonly pattern: 'solid' | 'diagonals' | 'dots' | 'crosshatch' | 'verticals';
}

export type DrawnState = TaskState | Exclude<CoreState, 'running'>;

export const STATES: Readonly<Record<DrawnState, StateLook>> = {
  running: { word: 'running', letter: 'R', height: 'full', pattern: 'solid' },
  waiting: { word: 'waiting for IO', letter: 'W', height: 'low', pattern: 'diagonals' },
  runnable: { word: 'runnable', letter: 'Q', height: 'full', pattern: 'dots' },
  queued: { word: 'queued', letter: 'Q', height: 'full', pattern: 'dots' },
  blocked: { word: 'blocked', letter: 'B', height: 'low', pattern: 'verticals' },
  switching: { word: 'switching', letter: 'S', height: 'full', pattern: 'crosshatch' },
  idle: { word: 'idle', letter: '', height: 'full', pattern: 'solid' },
};
