// Shortest remaining processing time first, preemptive: no other order has a smaller mean turnaround on one core
// without IO (L. Schrage, A Proof of the Optimality of the Shortest Remaining Processing Time Discipline, 1968).
import { EventQueue } from '../engine/event-queue.ts';
import { Policy, type PolicyDefinition, type Workers } from './policy.ts';

/** Ranks workers by the CPU time left in the programs of their tasks. */
class ShortestRemaining extends Policy {
  override readonly preempts = true;
  readonly #line = new EventQueue();
  readonly #workers: Workers;

  constructor(workers: Workers) {
    super();
    this.#workers = workers;
  }

  override get length(): number {
    return this.#line.length;
  }

  override get first(): number {
    return this.#line.next;
  }

  override join(worker: number): void {
    this.#line.push(this.#workers.cpuLeft(worker), worker);
  }

  override take(): number {
    return this.#line.pop();
  }

  override standing(worker: number, ran: number): number {
    return this.#workers.cpuLeft(worker) - ran;
  }

  override comesBefore(standing: number): boolean {
    return this.#line.earliest < standing;
  }
}

export const shortestRemaining: PolicyDefinition = {
  slice: 'senseless',
  tick: 'senseless',
  make: (_, workers) => new ShortestRemaining(workers),
};
