// What is measured, each in a process of its own, so that none disturbs another and each has its own peak of memory.
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
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

/** Does a job in a new process; its errors go to the standard error. @throws Error when the process fails */
export function measured(job: RunJob): RunMeasured {
  const file = fileURLToPath(new URL('measure-run.ts', import.meta.url));
  const output = execFileSync(process.execPath, [file, JSON.stringify(job)], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return JSON.parse(output);
}
