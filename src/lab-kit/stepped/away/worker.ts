// Counts a program's orders away from the page, and tells between its parts how far it is.
import { Exploration, type Interleavings } from '@interleave/simulation/interleavings';
import type { Counted } from './start.ts';

/** What the page is told: how much is done (0..1), or, at the end, the count, or why there is none. */
export type Message =
  | { readonly progress: number }
  | { readonly count: Interleavings }
  | { readonly failed: string };

/** About a twentieth of a second's work: often enough for a bar that moves. */
const STATES_AT_ONCE = 5_000;

/** The compiler takes this file for one of a page, whose messages go elsewhere. */
const page = globalThis as unknown as { postMessage(message: Message): void };

addEventListener('message', ({ data }: MessageEvent<Counted>) => {
  try {
    page.postMessage({ count: count(data) });
  } catch (error) {
    page.postMessage({ failed: (error as Error).message });
  }
});

function count({ threads, initial, invariant }: Counted): Interleavings {
  const exploration = new Exploration(threads, initial, invariant);
  const steps = threads.reduce((sum, thread) => sum + thread.steps.length, 0);
  // How many states there will be is not known. One call goes on from those that were found before it: from those after
  // as many steps, where these are not too many. So the share is one of the steps, and a round is given no end.
  for (let parts = 1; !exploration.advance(STATES_AT_ONCE); parts += 1) {
    page.postMessage({ progress: Math.min(parts / steps, 0.99) });
  }
  return exploration.finish();
}
