// The reference workload: requests that compute, wait and compute again, each with lengths of its own.
import { type Nanos, type Scenario, type Step, scenario } from '../index.ts';

/** 0.1 ms, in ns: what lengths differ by. */
const TENTH = 1e5;

/** A step that differs from task to task. Each length is made once: a million tasks share some hundreds of steps. */
function varied(
  step: { kind: 'cpu' | 'io'; device?: string },
  mean: number,
  factor: number,
  count: number,
) {
  const middle = (count - 1) / 2;
  const steps = Array.from({ length: count }, (_, i) =>
    Object.freeze({ ...step, duration: (mean + (i - middle) * TENTH) as Nanos }),
  );
  return (task: number) => steps[(task * factor) % count] as Step;
}

/** The steps of a task by its index: 5, 35, 5, 50 and 2 ms on average. */
function programs(device?: string): (task: number) => readonly Step[] {
  const cpu = { kind: 'cpu' } as const;
  const io = device === undefined ? ({ kind: 'io' } as const) : ({ kind: 'io', device } as const);
  const steps = [
    varied(cpu, 5e6, 7919, 11),
    varied(io, 35e6, 104_729, 101),
    varied(cpu, 5e6, 31, 7),
    varied(io, 50e6, 17, 51),
    varied(cpu, 2e6, 13, 5),
  ];
  return (task) => steps.map((of) => of(task));
}

const stepsOf = programs();

/** How many tasks there are to a lock, on average. */
const TASKS_A_LOCK = 100;

export const VARIANT_NAMES = ['plain', 'device of 10', 'locks', '8 workers'] as const;
export type Variant = (typeof VARIANT_NAMES)[number];

interface Shape {
  readonly machine?: Partial<Scenario>;
  readonly steps?: (task: number, tasks: number) => readonly Step[];
}

/** The same work in other ways: what is special of the machine, and of a task's steps. */
const VARIANTS: Record<Variant, Shape> = {
  plain: {},
  'device of 10': {
    machine: { devices: [{ name: 'db', capacity: 10 }] },
    steps: programs('db'),
  },
  locks: {
    steps: (task: number, tasks: number) => {
      const [first, io, inside, ...rest] = stepsOf(task) as [Step, Step, Step, ...Step[]];
      const lock = `m${task % Math.ceil(tasks / TASKS_A_LOCK)}`;
      return [first, io, { kind: 'lock', lock }, inside, { kind: 'unlock', lock }, ...rest];
    },
  },
  '8 workers': {
    machine: {
      workers: 8,
      waiting: 'frees',
      runtimeSlice: 4e6 as Nanos,
      runtimeSwitchCost: 200 as Nanos,
    },
  },
};

/**
 * So many tasks, all there from the beginning, on so many cores: a thread per request, in slices of 4 ms, a switch of
 * 5 µs.
 */
export function workload(tasks: number, cores: number, variant: Variant = 'plain'): Scenario {
  const { machine, steps = stepsOf } = VARIANTS[variant];
  return scenario({
    cores,
    slice: 4e6 as Nanos,
    switchCost: 5e3 as Nanos,
    workers: 'per-task',
    waiting: 'holds',
    ...machine,
    // What is frozen throughout is kept and not copied: of a million tasks that would be as much memory again.
    tasks: Object.freeze(
      Array.from({ length: tasks }, (_, i) =>
        Object.freeze({
          name: `t${i}`,
          arrival: 0 as Nanos,
          steps: Object.freeze(steps(i, tasks)),
        }),
      ),
    ),
  });
}
