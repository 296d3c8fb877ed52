// The legend of the states that a timeline shows.
import { StateLegend } from '../states/StateLegend.tsx';
import type { DrawnState } from '../states/states.ts';
import { type Drawing, rowsOf } from './drawing/drawing.ts';

export function Legend({ drawing }: { drawing: Drawing }) {
  const states = new Set<DrawnState>();
  for (const { spans } of rowsOf(drawing)) for (const { state } of spans) states.add(state);
  return <StateLegend states={states} lettered />;
}
