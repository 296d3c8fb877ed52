// Counts a program's orders away from the page, and tells between its parts how far it is.
import type { Interleavings } from '@interleave/simulation/interleavings';
import { type Counted, countInParts } from './in-parts.ts';

/** What the page is told: how much is done (0..1), or, at the end, the count, or why there is none. */
export type Message =
  | { readonly progress: number }
  | { readonly count: Interleavings }
  | { readonly failed: string };

/** The compiler takes this file for one of a page, whose messages go elsewhere. */
const page = globalThis as unknown as { postMessage(message: Message): void };

addEventListener('message', ({ data }: MessageEvent<Counted>) => {
  try {
    const parts = countInParts(data);
    let part = parts.next();
    for (; !part.done; part = parts.next()) page.postMessage({ progress: part.value });
    page.postMessage({ count: part.value });
  } catch (error) {
    page.postMessage({ failed: (error as Error).message });
  }
});
