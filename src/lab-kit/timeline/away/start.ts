// Starts a run in a worker: the page stays responsive, hears how far it is, and can give it up.
import { type Scenario, type Trace, traceOf } from '@interleave/simulation';
import type { Message } from './worker.ts';

/** What is heard of a run in a worker. */
export interface Listener {
  /** 0..1, again and again. */
  readonly onProgress: (share: number) => void;
  /** Once, at the end; or else the next. */
  readonly onDone: (trace: Trace) => void;
  /** @param reason what went wrong, in a sentence */
  readonly onFailed: (reason: string) => void;
}

/** Runs a scenario that has been checked. Returns what gives the run up: after that nothing more is heard of it. */
export function startRun(
  scenario: Scenario,
  { onProgress, onDone, onFailed }: Listener,
): () => void {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  worker.onmessage = ({ data: message }: MessageEvent<Message>) => {
    if ('progress' in message) {
      onProgress(message.progress);
    } else {
      worker.terminate();
      onDone(traceOf({ ...message.data, scenario }));
    }
  };
  worker.onerror = ({ message }) => {
    worker.terminate();
    // A worker that cannot even be loaded has no message.
    onFailed(message || 'The browser could not start a worker for a run of this size.');
  };
  worker.postMessage(scenario);
  return () => worker.terminate();
}
