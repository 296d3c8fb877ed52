// Who runs may have to make way at once: under policies that preempt.

import { NONE } from '../trace/codes.ts';
import type { Bursts } from './bursts.ts';
import { COMPUTES, type Core } from './core.ts';
import type { Parts } from './parts.ts';
import type { Processor } from './processor.ts';

/** Times in ns. */
export class Preemption {
  readonly #cores: Parts['cores'];
  readonly #workers: Parts['workers'];
  readonly #policy: Parts['policy'];
  readonly #record: Parts['record'];
  readonly #bursts: Bursts;
  readonly #processor: Processor;

  constructor(parts: Parts, bursts: Bursts, processor: Processor) {
    this.#cores = parts.cores;
    this.#workers = parts.workers;
    this.#policy = parts.policy;
    this.#record = parts.record;
    this.#bursts = bursts;
    this.#processor = processor;
  }

  /** The first in line takes the core of the last of those who run, while it comes before them. */
  attempt(at: number): void {
    while (this.#policy.length > 0) {
      let last: Core | null = null;
      let standing = Number.NEGATIVE_INFINITY;
      for (let i = 0; i < this.#cores.list.length; i += 1) {
        const core = this.#cores.list[i] as Core;
        if (core.worker === NONE || core.phase !== COMPUTES) continue;
        const its = this.#policy.standing(core.worker, at - core.since);
        if (its > standing) {
          last = core;
          standing = its;
        }
      }
      if (last === null || !this.#policy.comesBefore(standing, at)) return;
      const { worker } = last;
      const task = this.#workers.taskOf[worker] as number;
      this.#bursts.charge(last, task, at);
      last.leave(task, at);
      this.#record.isPreempted(task, at, worker);
      this.#cores.vacate(last);
      const first = this.#policy.take();
      this.#policy.join(worker, at, 'preempted');
      this.#processor.start(last, first, at);
    }
  }
}
