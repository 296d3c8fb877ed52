// Starts a run in a worker: the page stays responsive, hears how far it is, and can give it up.
import { type Scenario, type Trace, traceOf } from '@interleave/simulation';
import type { Listener } from '../../lab.ts';
import type { Message } from './worker.ts';

/** Runs a scenario that has been checked. Returns what gives the run up: after that nothing more is heard of it. */
export function startRun(scenario: Scenario, listener: Listener<Trace>): () => void {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  worker.onmessage = ({ data: message }: MessageEvent<Message>) => {
    if ('progress' in message) {
      listener.onProgress(message.progress);
    } else {
      worker.terminate();
      listener.onDone(traceOf({ ...message.data, scenario }));
    }
  };
  worker.onerror = ({ message }) => {
    worker.terminate();
    // A worker that cannot even be loaded has no message.
    listener.onFailed(message || 'The browser could not start a worker for a run of this size.');
  };
  worker.postMessage(scenario);
  return () => worker.terminate();
}
