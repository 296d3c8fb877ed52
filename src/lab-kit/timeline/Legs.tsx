// Where each of two runs is drawn.
import { isThin } from './drawing/drawing.ts';
import type { Scene } from './trace-view.tsx';

export function Legs({ scene: { traced: runs, drawing } }: { scene: Scene }) {
  const [first, second] = runs;
  return (
    <p>
      {isThin(drawing) ? (
        <span key="stacked">
          Pinned for comparison, below: <b>{first?.tag}</b>.{' '}
          <span data-live="only">The knobs set the other.</span>
        </span>
      ) : (
        <span key="mirrored">
          <b>{first?.tag}</b> above the line, <b>{second?.tag}</b> below it, on one clock
        </span>
      )}
    </p>
  );
}
