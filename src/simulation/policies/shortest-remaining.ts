// Shortest remaining processing time first, preemptive: no other order has a smaller mean turnaround on one core
// without IO (L. Schrage, A Proof of the Optimality of the Shortest Remaining Processing Time Discipline, 1968).
import type { PolicyDefinition, Workers } from './policy.ts';
import { Ranked } from './ranked.ts';

/** Ranks workers by the CPU time left in the programs of their tasks. */
class ShortestRemaining extends Ranked {
  readonly #workers: Workers;

  constructor(workers: Workers) {
    super();
    this.#workers = workers;
  }

  override join(worker: number): void {
    this.line.push(this.#workers.cpuLeft(worker), worker);
  }

  override standing(worker: number, ran: number): number {
    return this.#workers.cpuLeft(worker) - ran;
  }
}

export const shortestRemaining: PolicyDefinition = {
  slice: 'senseless',
  tick: 'senseless',
  make: (_, workers) => new ShortestRemaining(workers),
};
