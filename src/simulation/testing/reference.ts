// A second simulator, written from the README's rules as plainly as can be and sharing nothing with the engine:
// slow, with no causes. What the engine must agree with.
import type { Nanos } from '../nanos.ts';
import type { Scenario, Step } from '../scenario.ts';

/** A stretch in one state; `on` is a task's core, or a core's task. */
export interface Stretch {
  readonly state: string;
  readonly start: number;
  end: number;
  readonly on: number | null;
}

/** What both simulators say of a run. Times in ns. */
export interface Outcome {
  readonly end: number;
  readonly switches: number;
  readonly ends: readonly (number | null)[];
  readonly tasks: readonly Stretch[][];
  readonly cores: readonly Stretch[][];
}

interface Job {
  id: number;
  arrival: number;
  /** Steps still to do; of the first, the time that is left. */
  todo: { kind: Step['kind']; left: number }[];
  state: 'future' | 'queued' | 'ready' | 'waiting' | 'ended';
  worker: Worker | null;
  lastWorker: Worker | null;
  /** When its IO ends, and how many IOs began before. */
  io: { ends: number; order: number };
  ended: number | null;
}

interface Worker {
  id: number;
  job: Job | null;
  core: Core | null;
  lastCore: Core | null;
}

interface Core {
  id: number;
  worker: Worker | null;
  lastWorker: Worker | null;
  /** What is left of the switch and of the slice. */
  switching: number;
  slice: number;
}

/** Runs a scenario, small ones only: every instant looks at everything. */
export function reference(scenario: Scenario): Outcome {
  const { switchCost, waiting, horizon } = scenario;
  const slice = scenario.slice ?? Infinity;
  const own = scenario.workers === 'per-task';
  const workerCount = own ? scenario.tasks.length : (scenario.workers as number);
  const jobs = scenario.tasks.map(
    ({ arrival, steps }, id): Job => ({
      id,
      arrival,
      todo: steps
        .map(({ kind, duration }) => ({ kind, left: duration }))
        .filter(({ left }) => left),
      state: 'future',
      worker: null,
      lastWorker: null,
      io: { ends: Infinity, order: 0 },
      ended: null,
    }),
  );
  const workers = Array.from(
    { length: workerCount },
    (_, id): Worker => ({ id, job: null, core: null, lastCore: null }),
  );
  const cores = Array.from(
    { length: scenario.cores },
    (_, id): Core => ({ id, worker: null, lastWorker: null, switching: 0, slice: 0 }),
  );
  const taskQueue: Job[] = [];
  const runQueue: Worker[] = [];
  let switches = 0;
  let iosBegun = 0;
  let now = 0;
  const drawn = {
    tasks: jobs.map((): Stretch[] => []),
    cores: cores.map((): Stretch[] => []),
  };

  const computing = (core: Core) => (core.switching === 0 ? (core.worker?.job ?? null) : null);
  const firstStep = (job: Job) => job.todo[0] as { kind: Step['kind']; left: number };

  /** Ends the task or begins its IO, when it stands before one of these; says whether it goes on computing. */
  function settle(job: Job): boolean {
    if (job.todo[0]?.kind === 'cpu') return true;
    if (job.todo.length === 0) {
      job.state = 'ended';
      job.ended = now;
    } else {
      job.state = 'waiting';
      job.io = { ends: now + firstStep(job).left, order: iosBegun++ };
    }
    const { worker } = job;
    if (worker && (job.state === 'ended' || waiting === 'frees')) {
      worker.job = null;
      job.worker = null;
    } else if (worker?.core) {
      offCore(worker);
    }
    return false;
  }

  function offCore(worker: Worker) {
    (worker.core as Core).worker = null;
    worker.core = null;
  }

  function endsOnCores() {
    for (const core of cores) {
      const job = computing(core);
      if (!job || !core.worker) continue;
      const before = job.todo.length;
      if (firstStep(job).left === 0) job.todo.shift();
      const sliceEnded = core.slice === 0;
      if (before === job.todo.length && !sliceEnded) continue;
      if (settle(job) && sliceEnded) {
        runQueue.push(core.worker);
        offCore(core.worker);
      }
    }
  }

  function completions() {
    const done = jobs.filter(({ state, io }) => state === 'waiting' && io.ends === now);
    done.sort((a, b) => a.io.order - b.io.order);
    for (const job of done) {
      job.todo.shift();
      if (!settle(job)) continue;
      job.state = 'ready';
      if (job.worker) runQueue.push(job.worker);
      else taskQueue.push(job);
    }
  }

  function arrivals() {
    for (const job of jobs) {
      if (job.state !== 'future' || job.arrival !== now) continue;
      job.state = 'queued';
      taskQueue.push(job);
    }
  }

  /** The first by what is preferred: false sorts before true. */
  function preferred<T>(from: T[], ...dislikes: ((one: T) => boolean)[]): T | undefined {
    let best = from;
    for (const dislike of dislikes) {
      const liked = best.filter((one) => !dislike(one));
      if (liked.length > 0) best = liked;
    }
    return best[0];
  }

  function dispatch() {
    while (taskQueue.length > 0) {
      const job = taskQueue[0] as Job;
      const free = workers.filter((one) => !one.job && (!own || one.id === job.id));
      const worker = preferred(
        free,
        (one) => !one.core,
        (one) => one !== job.lastWorker,
      );
      if (!worker) break;
      taskQueue.shift();
      worker.job = job;
      job.worker = worker;
      job.lastWorker = worker;
      job.state = 'ready';
      if (!settle(job)) continue;
      if (worker.core && worker.core.slice > 0) continue;
      if (worker.core) offCore(worker);
      runQueue.push(worker);
    }
    for (const { worker } of cores) if (worker && !worker.job) offCore(worker);
    while (runQueue.length > 0) {
      const worker = runQueue[0] as Worker;
      const free = cores.filter((core) => !core.worker);
      const core = preferred(free, (one) => one !== worker.lastCore);
      if (!core) break;
      runQueue.shift();
      core.slice = slice;
      if (core.lastWorker !== worker) {
        switches += 1;
        core.switching = switchCost;
      }
      core.worker = worker;
      core.lastWorker = worker;
      worker.core = core;
      worker.lastCore = core;
    }
  }

  function draw(line: Stretch[], state: string, on: number | null, until: number) {
    const last = line.at(-1);
    if (last?.state === state && last.on === on) last.end = until;
    else line.push({ state, start: now, end: until, on });
  }

  /** Lets time pass up to the next instant at which something happens, and draws what it looks like. */
  function pass(until: number) {
    for (const job of jobs) {
      if (job.state === 'future' || job.state === 'ended') continue;
      const core = job.worker?.core ?? null;
      const line = drawn.tasks[job.id] as Stretch[];
      if (job.state !== 'ready') draw(line, job.state, null, until);
      else if (core && core.switching === 0) draw(line, 'running', core.id, until);
      else draw(line, 'runnable', null, until);
    }
    for (const core of cores) {
      const line = drawn.cores[core.id] as Stretch[];
      const job = core.worker?.job;
      if (!job) {
        draw(line, 'idle', null, until);
      } else if (core.switching > 0) {
        draw(line, 'switching', job.id, until);
        core.switching -= until - now;
      } else {
        draw(line, 'running', job.id, until);
        firstStep(job).left -= until - now;
        core.slice -= until - now;
      }
    }
    now = until;
  }

  function nextInstant(): number {
    const times = jobs.flatMap(({ state, arrival, io }) => {
      if (state === 'future') return [arrival];
      return state === 'waiting' ? [io.ends] : [];
    });
    for (const core of cores) {
      const job = computing(core);
      if (core.switching > 0) times.push(now + core.switching);
      else if (job) times.push(now + Math.min(firstStep(job).left, core.slice));
    }
    return Math.min(...times);
  }

  for (;;) {
    endsOnCores();
    completions();
    arrivals();
    if (now === horizon) break;
    dispatch();
    const next = nextInstant();
    if (next === Infinity && horizon === null) break;
    pass(Math.min(next, horizon ?? (Infinity as Nanos)));
  }
  return { end: now, switches, ends: jobs.map(({ ended }) => ended), ...drawn };
}
