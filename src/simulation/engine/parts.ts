// The parts of a machine, made for one scenario: what all the rules work on.
import { POLICIES } from '../policies/policies.ts';
import type { Policy } from '../policies/policy.ts';
import { EventQueue } from '../queues/event-queue.ts';
import { RunQueue } from '../queues/run-queue.ts';
import type { Scenario, Task } from '../scenario/scenario.ts';
import { NEVER } from '../trace/codes.ts';
import { Cores } from './cores.ts';
import { Devices } from './devices.ts';
import { type Expanded, expand } from './expand.ts';
import { Locks } from './locks.ts';
import { Operations } from './operations.ts';
import { Programs } from './programs.ts';
import { Recorder } from './recorder.ts';
import { Resends } from './resends.ts';
import { CPU, END, IO_WITH_NEXT } from './step-columns.ts';
import { WorkerPool } from './worker-pool.ts';

export interface Parts {
  readonly scenario: Scenario;
  readonly expanded: Expanded;
  readonly record: Recorder;
  readonly programs: Programs;
  readonly workers: WorkerPool;
  readonly cores: Cores;
  readonly devices: Devices;
  readonly operations: Operations;
  readonly locks: Locks;
  /** Null where nothing is sent again. */
  readonly resends: Resends | null;
  /** Tasks that want a worker. */
  readonly taskQueue: RunQueue;
  /** Workers that want a core. */
  readonly policy: Policy;
  /** The ends of waits, by their numbers. */
  readonly waits: EventQueue;
}

export function partsOf(scenario: Scenario): Parts {
  const expanded = expand(scenario);
  /** With all that may be sent again. */
  const tasks = expanded.of.length;
  const own = scenario.workers === 'per-task';
  // The lowest-numbered free worker is taken first, so that those beyond the number of tasks never are.
  const count = own ? tasks : Math.min(scenario.workers, tasks);
  const record = new Recorder(
    expanded.firsts,
    tasks,
    scenario.cores,
    expectedRows(scenario, expanded),
  );
  const programs = new Programs(expanded, scenario.policy === 'shortest-remaining');
  const workers = new WorkerPool(count, tasks, own, own ? NEVER : (scenario.runtimeSlice ?? NEVER));
  const taskOf = (worker: number) =>
    scenario.tasks[expanded.of[workers.taskOf[worker] as number] as number] as Task;
  return {
    scenario,
    expanded,
    record,
    programs,
    workers,
    cores: new Cores(scenario.cores, count, record),
    devices: new Devices(scenario.devices),
    operations: new Operations(tasks, programs),
    locks: new Locks(expanded.locks.length, tasks),
    resends: tasks > expanded.firsts ? new Resends(scenario.tasks, expanded) : null,
    taskQueue: new RunQueue(),
    policy: POLICIES[scenario.policy].make(
      {
        slice: scenario.slice ?? NEVER,
        tick: scenario.tick ?? NEVER,
        cores: scenario.cores,
      },
      {
        weight: (worker) => taskOf(worker).weight ?? 1,
        priority: (worker) => taskOf(worker).priority ?? 0,
        cpuLeft: (worker) => programs.cpuLeft[workers.taskOf[worker] as number] as number,
      },
    ),
    waits: new EventQueue(),
  };
}

/** More rows, or more for one burst, are never made room for at once: it may be that they are never written. */
const MOST_ROWS = 2 ** 24;
const MOST_TURNS = 64;

/** About how many segments the tasks will have, for each turn of a burst and each wait two; and the room to make. */
function expectedRows({ slice, runtimeSlice }: Scenario, { firsts, steps }: Expanded) {
  const turn = Math.min(slice ?? NEVER, runtimeSlice ?? NEVER);
  let turns = 0;
  let atOnce = 0;
  let programs = 0;
  for (let row = 0; row < steps.size; row += 1) {
    const kind = steps.kind[row] as number;
    if (kind >= END) {
      programs += 1;
      continue;
    }
    // Operations that begin together are one wait.
    if (kind === IO_WITH_NEXT) continue;
    const its = kind === CPU ? Math.max(1, Math.ceil((steps.length[row] as number) / turn)) : 1;
    turns += its;
    atOnce += its < MOST_TURNS ? its : MOST_TURNS;
  }
  // Copies may share their steps.
  const copies = programs === 0 ? 0 : firsts / programs;
  return {
    rows: Math.ceil(2 * turns * copies),
    room: Math.min(MOST_ROWS, Math.ceil(2 * atOnce * copies)),
  };
}
