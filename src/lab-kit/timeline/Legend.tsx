// The legend of the states that a drawing shows.

import { Swatch } from '../states/Patterns.tsx';
import { type DrawnState, STATES } from '../states/states.ts';
import type { Drawing } from './drawing.ts';

const ORDER: readonly DrawnState[] = [
  'running',
  'waiting',
  'runnable',
  'queued',
  'blocked',
  'switching',
];

export function Legend({ drawing }: { drawing: Drawing }) {
  const shown = new Set(drawing.rows.flatMap(({ bars }) => bars.map(({ state }) => state)));
  return (
    <ul className="legend" aria-label="States">
      {ORDER.filter((state) => shown.has(state)).map((state) => (
        <li key={state}>
          <Swatch state={state} />
          <b>{STATES[state].letter}</b> {STATES[state].word}
        </li>
      ))}
    </ul>
  );
}
