// What the second simulator keeps: the scenario's tasks written out, and where everyone is.
import type { Crowding, Scenario, Step, Task } from '../../scenario/scenario.ts';

export interface Device {
  readonly capacity: number;
  readonly crowding: Crowding | undefined;
  readonly serving: Wait[];
  readonly queue: Wait[];
  operations: number;
  busy: number;
  queued: number;
}

export interface Lock {
  readonly name: string;
  holder: Job | null;
  readonly waiters: Job[];
}

/** A step with no repeats in it; `left` is the time that is left of it, `parts` is what begins together. */
export interface Todo {
  readonly kind: Exclude<Step['kind'], 'repeat'>;
  left: number;
  readonly device: Device | null;
  readonly lock: Lock | null;
  readonly parts: readonly Todo[];
}

/** IO that is served or stands in line, a block or a pause: when it ends, and how many were served before. */
export interface Wait {
  readonly job: Job;
  readonly takes: number;
  readonly device: Device | null;
  ends: number;
  order: number;
}

export interface Job {
  readonly id: number;
  readonly task: Task;
  readonly arrival: number;
  /** What it does, a user in each round. */
  readonly program: readonly Todo[];
  todo: Todo[];
  state: 'future' | 'queued' | 'ready' | 'waiting' | 'blocked' | 'ended';
  worker: Worker | null;
  lastWorker: Worker | null;
  /** All that it waits for now. */
  readonly waits: Wait[];
  thinks: boolean;
  /** Its running time since it took its worker or came back from a wait. */
  ran: number;
  ended: number | null;
  roundBegan: number;
  /** Where it was sent again: what it repeats, and its number. */
  readonly resend: { readonly of: number; readonly number: number } | null;
  readonly rounds: { readonly start: number; readonly end: number }[];
}

/** A request whose answer is awaited: all its sendings, and the place of the last among all sendings of the run. */
export interface Request {
  readonly sendings: Job[];
  place: number;
}

export interface Worker {
  readonly id: number;
  job: Job | null;
  lastJob: Job | null;
  core: Core | null;
  lastCore: Core | null;
  /** The policy fair: its virtual runtime, and what it has computed since it was last charged, ns. */
  virtual: number;
  uncharged: number;
  joinedOnce: boolean;
  /** When it last joined the run queue, if that was after a wait and not for the first time. */
  woke: number | null;
}

export interface Core {
  readonly id: number;
  worker: Worker | null;
  lastWorker: Worker | null;
  does: 'switch' | 'runtime switch' | 'computes';
  /** What is left of a switch. */
  left: number;
  /** What is left of the worker's slice; it can run out during a runtime switch, and is then less than 0. */
  slice: number;
  /** What the worker has computed since it took this core. */
  computed: number;
  /** The policy fair: whether a tick fell into its switch. */
  ticked: boolean;
}

export interface State {
  readonly scenario: Scenario;
  readonly ownWorkers: boolean;
  /** More come when some are sent again. */
  readonly jobs: Job[];
  readonly workers: Worker[];
  readonly requests: Request[];
  sendings: number;
  readonly cores: readonly Core[];
  readonly devices: readonly Device[];
  readonly locks: ReadonlyMap<string, Lock>;
  readonly taskQueue: Job[];
  readonly runQueue: Worker[];
  now: number;
  waitsBegun: number;
  switches: number;
  runtimeSwitches: number;
  floor: number;
}

/** A machine before anything has happened. Lengths and arrivals must not be random. */
export function initial(scenario: Scenario): State {
  const devices = new Map(scenario.devices.map((device) => [device.name, deviceOf(device)]));
  const locks = new Map<string, Lock>();
  const jobs = scenario.tasks
    .flatMap((task) => arrivals(task).map((arrival) => ({ task, arrival })))
    .map(({ task, arrival }, id): Job => {
      const program = written(task.steps, devices, locks);
      return { ...newJob, id, task, arrival, program, todo: fresh(program), waits: [], rounds: [] };
    });
  const ownWorkers = scenario.workers === 'per-task';
  const workers = ownWorkers ? jobs.length : (scenario.workers as number);
  return {
    scenario,
    ownWorkers,
    jobs,
    workers: Array.from({ length: workers }, (_, id): Worker => ({ ...newWorker, id })),
    requests: [],
    sendings: 0,
    cores: Array.from({ length: scenario.cores }, (_, id): Core => ({ ...newCore, id })),
    devices: [...devices.values()],
    locks,
    taskQueue: [],
    runQueue: [],
    now: 0,
    waitsBegun: 0,
    switches: 0,
    runtimeSwitches: 0,
    floor: 0,
  };
}

/** One more job like another, which arrives now; with a worker of its own, where each job has one. */
export function sendAgain(state: State, like: Job, number: number): Job {
  const id = state.jobs.length;
  const own = { waits: [], rounds: [], todo: fresh(like.program), resend: { of: like.id, number } };
  const job: Job = { ...like, ...newJob, ...own, id, arrival: state.now };
  state.jobs.push(job);
  if (state.ownWorkers) state.workers.push({ ...newWorker, id });
  return job;
}

/** A program to be used up. */
export const fresh = (program: readonly Todo[]): Todo[] => program.map((step) => ({ ...step }));

const newTodo = { left: 0, device: null, lock: null, parts: [] } as const;

const newJob = {
  state: 'future',
  worker: null,
  lastWorker: null,
  thinks: false,
  ran: 0,
  ended: null,
  roundBegan: 0,
  resend: null,
} as const;

const newWorker = {
  job: null,
  lastJob: null,
  core: null,
  lastCore: null,
  virtual: 0,
  uncharged: 0,
  joinedOnce: false,
  woke: null,
} as const;

const newCore = {
  worker: null,
  lastWorker: null,
  does: 'computes',
  left: 0,
  slice: 0,
  computed: 0,
  ticked: false,
} as const;

const deviceOf = ({ capacity, crowding }: Scenario['devices'][number]): Device => ({
  capacity: capacity ?? Infinity,
  crowding,
  serving: [],
  queue: [],
  operations: 0,
  busy: 0,
  queued: 0,
});

function arrivals({ arrival, count = 1, spacing }: Task): number[] {
  if (spacing !== undefined && !('every' in spacing)) throw new RangeError('Random arrivals.');
  return Array.from({ length: count }, (_, i) => arrival + i * (spacing?.every ?? 0));
}

/** Steps with repeats written out and what has no length left out. */
function written(
  steps: readonly Step[],
  devices: ReadonlyMap<string, Device>,
  locks: Map<string, Lock>,
): Todo[] {
  return steps.flatMap((step): Todo[] => {
    if (step.kind === 'repeat') {
      const once = written(step.steps, devices, locks);
      return Array.from({ length: step.times }, () => once).flat();
    }
    if ('lock' in step) {
      const lock = locks.get(step.lock) ?? { name: step.lock, holder: null, waiters: [] };
      locks.set(step.lock, lock);
      return [{ ...newTodo, kind: step.kind, lock }];
    }
    if (step.kind === 'together') {
      const parts = written(step.steps, devices, locks);
      return parts.length === 0 ? [] : [{ ...newTodo, kind: 'together', parts }];
    }
    if (typeof step.duration !== 'number') throw new RangeError('A random length.');
    if (step.duration === 0) return [];
    const named = step.kind === 'io' ? step.device : undefined;
    const device = named === undefined ? null : (devices.get(named) as Device);
    return [{ ...newTodo, kind: step.kind, left: step.duration, device }];
  });
}
