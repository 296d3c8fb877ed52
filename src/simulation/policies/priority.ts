// Fixed priorities with preemption: the highest first, equals in order of joining, or in turns when there is a slice
// (POSIX.1-2017, Scheduling Policies: SCHED_FIFO and SCHED_RR).
import type { Joining, PolicyDefinition, Workers } from './policy.ts';
import { Ranked } from './ranked.ts';

class Priority extends Ranked {
  readonly #workers: Workers;
  readonly #slice: number;
  #preempted = 0;

  constructor(workers: Workers, slice: number) {
    super();
    this.#workers = workers;
    this.#slice = slice;
  }

  override join(worker: number, _at: number, why: Joining): void {
    const rank = -this.#workers.priority(worker);
    if (why === 'preempted') {
      this.#preempted -= 1;
      this.line.push(rank, worker, this.#preempted);
    } else {
      this.line.push(rank, worker);
    }
  }

  override allowance(): number {
    return this.#slice;
  }

  override standing(worker: number): number {
    return -this.#workers.priority(worker);
  }
}

export const priority: PolicyDefinition = {
  slice: 'possible',
  tick: 'senseless',
  make: ({ slice }, workers) => new Priority(workers, slice),
};
