// What is measured, each in a process of its own, so that none disturbs another and each has its own peak of memory.
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { QueueName } from './queues.ts';
import type { Timing } from './timing.ts';
import type { Variant } from './workload.ts';
import type { Yardstick } from './yardsticks.ts';

/** Who runs the workload. */
export interface RunJob {
  readonly who: 'engine' | Yardstick;
  readonly tasks: number;
  readonly cores: number;
  readonly variant: Variant;
}

export interface RunMeasured extends Timing {
  /** Segments of tasks and cores together. */
  readonly segments: number;
  /** How long it took to make the scenario, ms. */
  readonly made: number;
  /** How long it took to read all segments as objects, ms; null where that was not tried. */
  readonly read: number | null;
  /** In what its segments differ from the engine's, or null. */
  readonly difference: string | null;
}

/** Which queue, with so many waits pending. */
export interface QueueJob {
  readonly queue: QueueName;
  readonly pending: number;
}

export interface QueueMeasured extends Timing {
  /** How many times an entry was taken out and another put in, in one run. */
  readonly moves: number;
}

/** Does a job in a new process; its errors go to the standard error. @throws Error when the process fails */
export function measured(job: RunJob): RunMeasured;
export function measured(job: QueueJob): QueueMeasured;
export function measured(job: RunJob | QueueJob): RunMeasured | QueueMeasured {
  const script = 'who' in job ? 'measure-run.ts' : 'measure-queue.ts';
  const file = fileURLToPath(new URL(script, import.meta.url));
  const output = execFileSync(process.execPath, [file, JSON.stringify(job)], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return JSON.parse(output);
}
