// The second simulator's dispatch: tasks take workers, workers take cores, and some are preempted.
import { sliceHasEnded } from './fair.ts';
import { join, preempted } from './policy.ts';
import type { Core, Job, State, Worker } from './state.ts';
import { goOn, offCore } from './steps.ts';
import { costOfSwitch } from './switch-cost.ts';

export function dispatch(state: State): void {
  const { taskQueue, runQueue, cores } = state;
  while (taskQueue.length > 0) {
    const job = taskQueue[0] as Job;
    const worker = workerFor(state, job);
    if (!worker) break;
    taskQueue.shift();
    take(state, worker, job);
  }
  for (const { worker } of cores) if (worker && !worker.job) offCore(worker);
  while (runQueue.length > 0) {
    const { lastCore } = runQueue[0] as Worker;
    const core = preferred(
      cores.filter((one) => !one.worker),
      (one) => one !== lastCore,
    );
    if (!core) break;
    start(state, core, runQueue.shift() as Worker);
  }
  for (;;) {
    const off = preempted(state);
    if (!off) break;
    const core = off.core as Core;
    const first = runQueue.shift() as Worker;
    offCore(off);
    join(state, off, 'preempted');
    start(state, core, first);
  }
}

/** The worker, on a core, begins to work for its task: with a switch, unless it is the one it last went to. */
export function goToTask(state: State, core: Core): void {
  const worker = core.worker as Worker;
  const other = worker.lastJob !== worker.job && !state.ownWorkers;
  worker.lastJob = worker.job;
  core.does = 'computes';
  if (!other) return;
  state.runtimeSwitches += 1;
  core.left = state.scenario.runtimeSwitchCost;
  if (core.left > 0) core.does = 'runtime switch';
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

const workerFor = ({ workers, ownWorkers }: State, job: Job) =>
  preferred(
    workers.filter((one) => !one.job && (!ownWorkers || one.id === job.id)),
    (one) => !one.core,
    (one) => one !== job.lastWorker,
  );

/** A worker takes a task, which does its first steps. */
function take(state: State, worker: Worker, job: Job): void {
  worker.job = job;
  job.worker = worker;
  job.lastWorker = worker;
  job.ran = 0;
  if (!goOn(state, job)) return;
  job.state = 'ready';
  if (!worker.core) {
    join(state, worker, 'waited');
  } else if (sliceHasEnded(state, worker.core)) {
    offCore(worker);
    join(state, worker, 'gives way');
  } else {
    goToTask(state, worker.core);
  }
}

function start(state: State, core: Core, worker: Worker): void {
  const other = core.lastWorker !== worker;
  core.worker = worker;
  core.lastWorker = worker;
  worker.core = core;
  worker.lastCore = core;
  core.slice = state.scenario.slice ?? Infinity;
  core.computed = 0;
  if (other) state.switches += 1;
  core.left = other ? costOfSwitch(state.scenario, state.runQueue.length + 1) : 0;
  if (core.left > 0) core.does = 'switch';
  else goToTask(state, core);
}
