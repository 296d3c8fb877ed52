// Starts to count a program's orders in a worker: the page stays responsive, hears how far it is, and can give it up.
import type { Interleavings, Invariant, SteppedThread } from '@interleave/simulation/interleavings';
import type { Listener } from '../../lab.ts';
import type { Message } from './worker.ts';

/** A program whose orders are counted: plain data. */
export interface Counted {
  readonly threads: readonly SteppedThread[];
  /** What variables hold at first; those left out hold 0. */
  readonly initial: Readonly<Record<string, number>>;
  /** What must be so, or null. */
  readonly invariant: Invariant | null;
}

/** Counts. Returns what gives it up: after that nothing more is heard of it. */
export function startCounting(
  { threads, initial, invariant }: Counted,
  listener: Listener<Interleavings>,
): () => void {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  worker.onmessage = ({ data: message }: MessageEvent<Message>) => {
    if ('progress' in message) {
      listener.onProgress(message.progress);
      return;
    }
    worker.terminate();
    if ('failed' in message) listener.onFailed(message.failed);
    else listener.onDone(message.count);
  };
  worker.onerror = ({ message }) => {
    worker.terminate();
    // A worker that cannot even be loaded has no message.
    listener.onFailed(message || 'The browser could not start a worker to count this many orders.');
  };
  worker.postMessage({ threads, initial, invariant } satisfies Counted);
  return () => worker.terminate();
}
