// First in, first out: workers get a core in the order in which they joined, and keep it until they wait.
import { RunQueue } from '../engine/run-queue.ts';
import { Policy, type PolicyDefinition } from './policy.ts';

/** A line in order of joining. */
export class Fifo extends Policy {
  readonly #line = new RunQueue();

  override get length(): number {
    return this.#line.length;
  }

  override get first(): number {
    return this.#line.peek();
  }

  override join(worker: number): void {
    this.#line.join(worker);
  }

  override take(): number {
    return this.#line.take();
  }
}

export const fifo: PolicyDefinition = {
  slice: 'senseless',
  tick: 'senseless',
  make: () => new Fifo(),
};
