// Runs a scenario away from the page, and tells between its parts how far it is.
import { type Scenario, Simulation, type TraceData } from '@interleave/simulation';

/** What the page is told: how much is done (0..1), or, at the end, the trace as data without its scenario. */
export type Message =
  | { readonly progress: number }
  | { readonly data: Omit<TraceData, 'scenario'> };

/** About a fiftieth of a second's work: often enough for a bar that moves. */
const EVENTS_AT_ONCE = 50_000;

/** The compiler takes this file for one of a page, whose messages go elsewhere. */
const page = globalThis as unknown as {
  postMessage(message: Message, transfer?: readonly ArrayBufferLike[]): void;
};

addEventListener('message', ({ data: scenario }: MessageEvent<Scenario>) => {
  const run = new Simulation(scenario);
  while (!run.advance(EVENTS_AT_ONCE)) page.postMessage({ progress: run.progress });
  const { scenario: _, ...data } = run.finish();
  // Several columns may lie in one buffer, which can be handed over once.
  page.postMessage({ data }, [...new Set(buffersOf(data))]);
});

/** The memory of all typed arrays in a value: handed over, not copied. */
function buffersOf(value: object): ArrayBufferLike[] {
  return Object.values(value).flatMap((part) => {
    if (ArrayBuffer.isView(part)) return [part.buffer];
    return typeof part === 'object' && part !== null ? buffersOf(part) : [];
  });
}
