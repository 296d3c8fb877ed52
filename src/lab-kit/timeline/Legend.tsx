// The legend of the states that a timeline shows.
import { StateLegend } from '../states/StateLegend.tsx';
import { type Drawing, rowsOf } from './drawing/drawing.ts';

export function Legend({ drawing }: { drawing: Drawing }) {
  const states = new Set(rowsOf(drawing).flatMap(({ spans }) => spans.map(({ state }) => state)));
  return <StateLegend states={states} />;
}
