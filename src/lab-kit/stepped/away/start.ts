// Starts to count a program's orders: the page stays responsive, hears how far it is, and can give it up.
import type { Interleavings } from '@interleave/simulation/interleavings';
import type { Listener } from '../../lab.ts';
import { type Counted, countInParts } from './in-parts.ts';
import type { Message } from './worker.ts';

/** Counts in a worker. Returns what gives it up: after that nothing more is heard of it. */
export function startCounting(
  { threads, initial, invariant }: Counted,
  listener: Listener<Interleavings>,
): () => void {
  const program = { threads, initial, invariant };
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  let giveUp = () => worker.terminate();
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
    if (message) listener.onFailed(message);
    // A worker that cannot even be loaded has no message. These counts are short enough for the page itself.
    else giveUp = countBetween(program, listener);
  };
  worker.postMessage(program);
  return () => giveUp();
}

/** Counts on the page, which has a turn between the parts. Returns what gives it up. */
function countBetween(program: Counted, listener: Listener<Interleavings>): () => void {
  const parts = countInParts(program);
  let timer = setTimeout(function go() {
    try {
      const { done, value } = parts.next();
      if (done) {
        listener.onDone(value);
        return;
      }
      listener.onProgress(value);
      timer = setTimeout(go);
    } catch (error) {
      listener.onFailed((error as Error).message);
    }
  });
  return () => clearTimeout(timer);
}
