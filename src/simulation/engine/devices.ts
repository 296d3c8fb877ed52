// The devices: how many operations each serves, who stands in line for it, and what that comes to.

import { RunQueue } from '../queues/run-queue.ts';
import { crowdedLength } from '../scenario/crowding.ts';
import type { Crowding, Scenario } from '../scenario/scenario.ts';
import { NEVER, NONE } from '../trace/codes.ts';
import type { TraceData } from '../trace/trace-data.ts';

/** Times in ns. */
class Device {
  readonly capacity: number;
  readonly crowding: Crowding | undefined;
  readonly line = new RunQueue();
  /** The operations that it serves, and when that or its line last changed. */
  serving = 0;
  #changed = 0;
  /** Operations done; and those in service and in line, summed over time. */
  operations = 0;
  busy = 0;
  queued = 0;

  constructor({ capacity, crowding }: Scenario['devices'][number]) {
    this.capacity = capacity ?? NEVER;
    this.crowding = crowding;
  }

  /** Adds up what it did since it last changed. */
  account(at: number): void {
    const passed = at - this.#changed;
    this.busy += passed * this.serving;
    this.queued += passed * this.line.length;
    this.#changed = at;
  }
}

/** Operations are known by the numbers of their waits. Times in ns. */
export class Devices {
  readonly #devices: readonly Device[];

  constructor(devices: Scenario['devices']) {
    this.#devices = devices.map((device) => new Device(device));
  }

  /** Serves an operation at once, and returns true, or sends it to the end of the line. */
  begin(index: number, operation: number, at: number): boolean {
    const device = this.#devices[index] as Device;
    device.account(at);
    if (device.serving >= device.capacity) {
      device.line.join(operation);
      return false;
    }
    device.serving += 1;
    return true;
  }

  /** How long an operation of this length takes that is now served, with all others that are. */
  takes(index: number, length: number): number {
    const { crowding, serving } = this.#devices[index] as Device;
    return crowdedLength(length, crowding, serving);
  }

  /** An operation is done. Returns the one that is served next, or NONE. */
  complete(index: number, at: number): number {
    const device = this.#devices[index] as Device;
    device.account(at);
    device.operations += 1;
    if (device.line.length > 0) return device.line.take();
    device.serving -= 1;
    return NONE;
  }

  /** What each has done by the clock's end. */
  sums(end: number): TraceData['devices'] {
    for (const device of this.#devices) device.account(end);
    const column = (of: (device: Device) => number) => new Float64Array(this.#devices.map(of));
    return {
      operations: column(({ operations }) => operations),
      busy: column(({ busy }) => busy),
      queued: column(({ queued }) => queued),
    };
  }
}
