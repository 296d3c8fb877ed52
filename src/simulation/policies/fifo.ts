// First in, first out: workers get a core in the order in which they joined, and keep it until they wait, or, where
// there is a slice, until they have computed for so long.
import { RunQueue } from '../queues/run-queue.ts';
import { Policy, type PolicyDefinition } from './policy.ts';

/** A line in order of joining: round robin is the same one with a slice, and a class less keeps the engine's calls fast. */
export class Fifo extends Policy {
  readonly #line = new RunQueue();
  readonly #slice: number;

  /** @param slice ns; infinity for none */
  constructor(slice: number) {
    super();
    this.#slice = slice;
  }

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

  override allowance(): number {
    return this.#slice;
  }
}

export const fifo: PolicyDefinition = {
  slice: 'senseless',
  tick: 'senseless',
  make: ({ slice }) => new Fifo(slice),
};
