// Counts a program's orders in parts, so that others have a turn between them.
import {
  Exploration,
  type Interleavings,
  type Invariant,
  type SteppedThread,
} from '@interleave/simulation/interleavings';

/** A program whose orders are counted: plain data. */
export interface Counted {
  readonly threads: readonly SteppedThread[];
  /** What variables hold at first; those left out hold 0. */
  readonly initial: Readonly<Record<string, number>>;
  /** What must be so, or null. */
  readonly invariant: Invariant | null;
}

/** About a twentieth of a second's work: often enough for a bar that moves. */
const STATES_AT_ONCE = 5_000;

/** Yields after each part how much is done (0..1), and returns the count. @throws as `Exploration` does */
export function* countInParts({
  threads,
  initial,
  invariant,
}: Counted): Generator<number, Interleavings> {
  const exploration = new Exploration(threads, initial, invariant);
  const steps = threads.reduce((sum, thread) => sum + thread.steps.length, 0);
  // How many states there will be is not known, so the share is one of the steps, and a round is given no end.
  for (let parts = 1; !exploration.advance(STATES_AT_ONCE); parts += 1) {
    yield Math.min(parts / steps, 0.99);
  }
  return exploration.finish();
}
