// The devices: how many operations each serves, who stands in line for it, and what that comes to.

import { RunQueue } from '../queues/run-queue.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { NEVER, NONE } from '../trace/codes.ts';

/** Operations are known by the task whose they are: a task has one at a time. Times in ns. */
export class Devices {
  readonly #capacity: Float64Array;
  readonly #lines: RunQueue[];
  /** The operations that each serves, and when that or its line last changed. */
  readonly #serving: Float64Array;
  readonly #changed: Float64Array;
  readonly operations: Float64Array;
  /** Operations in service and in line, summed over time. */
  readonly busy: Float64Array;
  readonly queued: Float64Array;

  constructor(devices: Scenario['devices']) {
    const zeros = () => new Float64Array(devices.length);
    this.#capacity = Float64Array.from(devices, ({ capacity }) => capacity ?? NEVER);
    this.#lines = devices.map(() => new RunQueue());
    this.#serving = zeros();
    this.#changed = zeros();
    this.operations = zeros();
    this.busy = zeros();
    this.queued = zeros();
  }

  /** Serves a task's operation at once, and returns true, or sends it to the end of the line. */
  begin(device: number, task: number, at: number): boolean {
    this.account(device, at);
    if ((this.#serving[device] as number) >= (this.#capacity[device] as number)) {
      this.#lines[device]?.join(task);
      return false;
    }
    this.#serving[device] = (this.#serving[device] as number) + 1;
    return true;
  }

  /** An operation is done. Returns the task whose operation is served next, or NONE. */
  complete(device: number, at: number): number {
    this.account(device, at);
    this.operations[device] = (this.operations[device] as number) + 1;
    const line = this.#lines[device] as RunQueue;
    if (line.length > 0) return line.take();
    this.#serving[device] = (this.#serving[device] as number) - 1;
    return NONE;
  }

  /** Adds up what a device did since it last changed. */
  account(device: number, at: number): void {
    const passed = at - (this.#changed[device] as number);
    const inLine = this.#lines[device]?.length ?? 0;
    this.busy[device] = (this.busy[device] as number) + passed * (this.#serving[device] as number);
    this.queued[device] = (this.queued[device] as number) + passed * inLine;
    this.#changed[device] = at;
  }
}
