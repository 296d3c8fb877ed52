// The yardsticks: who else runs the reference workload, each up to as many tasks as it can bear.
import type { Scenario } from '../index.ts';
import { withObjects } from './objects.ts';
import type { Outcome } from './same.ts';
import { withSimjs } from './with-simjs.ts';
import { withSimscript } from './with-simscript.ts';

export const YARDSTICKS = {
  // A million tasks would need more memory than Node has by default.
  objects: { run: withObjects, most: 100_000 },
  simjs: { run: withSimjs, most: 10_000 },
  // It looks through all that is pending at each event.
  simscript: { run: withSimscript, most: 1000 },
} as const satisfies Record<
  string,
  { readonly run: (scenario: Scenario) => Outcome | Promise<Outcome>; readonly most: number }
>;

export type Yardstick = keyof typeof YARDSTICKS;
export const YARDSTICK_NAMES = Object.keys(YARDSTICKS) as Yardstick[];
