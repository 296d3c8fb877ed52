// The second simulator's accounts for the policy fair: charging, the floor, and a worker's share.
import type { Core, State, Worker } from './state.ts';

/** A millisecond in ns. */
export const MS = 1_000_000;

/** What a worker has computed and was not yet charged for, in virtual ns. */
export const virtualTime = ({ uncharged, job }: Worker) =>
  Math.floor(uncharged / (job?.task.weight ?? 1));

/** Adds what the worker has computed to its virtual runtime, and raises the floor. */
export function charge(state: State, worker: Worker): void {
  if (worker.uncharged === 0) return;
  worker.virtual += virtualTime(worker);
  worker.uncharged = 0;
  const first = state.runQueue[0]?.virtual ?? Infinity;
  state.floor = Math.max(state.floor, Math.min(worker.virtual, first));
}

/** The first tick after an instant; infinity if there is none. */
export const nextTick = ({ scenario: { tick } }: State, after: number) =>
  tick === null ? Infinity : (Math.floor(after / tick) + 1) * tick;

/** Whether it is time to see who has had its share. */
export const ticks = ({ scenario, now }: State, core: Core) =>
  scenario.tick !== null && (core.ticked || now % scenario.tick === 0);

/** Whether the worker on a core, with its task, must let others go first: its slice has ended or, at a tick, its share. */
export function sliceHasEnded(state: State, core: Core): boolean {
  return core.slice <= 0 || (ticks(state, core) && hasHadItsShare(state, core));
}

/** Whether a worker has computed its share of 6 ms since it took its core. */
function hasHadItsShare({ cores, runQueue }: State, { worker, computed }: Core): boolean {
  const weight = (one: Worker | null) => (one?.job ? (one.job.task.weight ?? 1) : 0);
  const all = [...cores.map((core) => core.worker), ...runQueue];
  const sum = all.reduce((weights, one) => weights + weight(one), 0);
  return computed >= 0.75 * MS && computed * sum >= 6 * MS * cores.length * weight(worker);
}
