// A second simulator, written from the README's rules as plainly as can be and sharing nothing with the engine: slow,
// with no causes. What the engine must agree with.
import type { Scenario } from '../scenario/scenario.ts';
import type { Outcome, Stretch } from './outcome.ts';
import { dispatch, goToTask } from './reference/dispatch.ts';
import { charge, nextTick, sliceHasEnded, ticks } from './reference/fair.ts';
import { drawAll, stuck } from './reference/lines.ts';
import { join } from './reference/policy.ts';
import { resends, resendsAt, send } from './reference/resends.ts';
import { type Core, initial, type State, type Worker } from './reference/state.ts';
import { beginRound, comeBack, goOn, offCore, serve, think } from './reference/steps.ts';

/** Runs a scenario, small ones only: every instant looks at everything. @throws RangeError if anything in it is random */
export function reference(scenario: Scenario): Outcome {
  const state = initial(scenario);
  const { jobs, cores } = state;
  const horizon = scenario.horizon ?? Infinity;
  const lines = {
    tasks: jobs.map((): Stretch[] => []),
    cores: cores.map((): Stretch[] => []),
  };
  let deadlock: Outcome['deadlock'] = null;
  for (;;) {
    endsOnCores(state);
    endsOfWaits(state);
    arrivals(state);
    resends(state);
    for (const _ of jobs.slice(lines.tasks.length)) lines.tasks.push([]);
    if (state.now === horizon) break;
    dispatch(state);
    const next = nextInstant(state);
    const allEnded = jobs.every(({ ended }) => ended !== null);
    if (next === Infinity && !allEnded) deadlock = stuck(state);
    if (next === Infinity && (!allEnded || horizon === Infinity)) break;
    const until = Math.min(next, horizon);
    drawAll(state, lines, until);
    pass(state, until);
  }
  return {
    end: state.now,
    switches: state.switches,
    runtimeSwitches: state.runtimeSwitches,
    deadlock,
    ends: jobs.map(({ ended }) => ended),
    rounds: jobs.map(({ rounds }) => rounds),
    resends: jobs.map(({ arrival, resend }) => resend && { ...resend, arrival }),
    ...lines,
    devices: state.devices.map(({ operations, busy, queued }) => ({ operations, busy, queued })),
  };
}

function endsOnCores(state: State): void {
  for (const core of state.cores) {
    if (!core.worker) continue;
    if (core.does !== 'computes') {
      if (core.left > 0) continue;
      if (core.does === 'switch') goToTask(state, core);
      else core.does = 'computes';
    }
    if (core.does === 'computes') endsOfComputing(state, core);
  }
}

function endsOfComputing(state: State, core: Core): void {
  const { scenario, taskQueue } = state;
  const worker = core.worker as Worker;
  const job = worker.job;
  if (!job) return;
  if (job.todo[0]?.left === 0) {
    charge(state, worker);
    job.todo.shift();
    if (!goOn(state, job)) return;
  }
  if (!state.ownWorkers && job.ran >= (scenario.runtimeSlice ?? Infinity)) {
    charge(state, worker);
    worker.job = null;
    job.worker = null;
    taskQueue.push(job);
    return;
  }
  if (ticks(state, core)) charge(state, worker);
  if (sliceHasEnded(state, core)) {
    offCore(worker);
    join(state, worker, 'gives way');
  }
}

function endsOfWaits(state: State): void {
  const done = state.jobs.flatMap(({ waits }) => waits.filter(({ ends }) => ends === state.now));
  done.sort((a, b) => a.order - b.order);
  for (const wait of done) {
    const { job, device } = wait;
    job.waits.splice(job.waits.indexOf(wait), 1);
    if (job.thinks) {
      beginRound(state, job);
      continue;
    }
    if (device) {
      device.serving.splice(device.serving.indexOf(wait), 1);
      device.operations += 1;
      const next = device.queue.shift();
      if (next) serve(state, next);
    }
    if (job.waits.length === 0) comeBack(state, job);
  }
}

function arrivals(state: State): void {
  for (const job of state.jobs) {
    if (job.state !== 'future' || job.arrival !== state.now) continue;
    if (job.task.think === undefined) beginRound(state, job);
    else think(state, job);
    send(state, job);
  }
}

/** When something happens next; infinity when nothing is left to happen. */
function nextInstant(state: State): number {
  const { scenario, jobs, cores, now, ownWorkers } = state;
  const times = jobs.flatMap(({ state: does, arrival, waits }) =>
    does === 'future' ? [arrival] : waits.map(({ ends }) => ends),
  );
  times.push(...state.requests.map(resendsAt));
  const runtimeSlice = ownWorkers ? Infinity : (scenario.runtimeSlice ?? Infinity);
  for (const { worker, does, left, slice } of cores) {
    const job = worker?.job;
    if (!job) continue;
    if (does !== 'computes') {
      times.push(now + left);
    } else {
      times.push(now + Math.min(job.todo[0]?.left ?? 0, slice, runtimeSlice - job.ran));
      times.push(nextTick(state, now));
    }
  }
  return Math.min(...times);
}

/** Lets time pass in which nothing happens. */
function pass(state: State, until: number): void {
  const time = until - state.now;
  state.now = until;
  for (const core of state.cores) {
    const { worker } = core;
    const step = worker?.job?.todo[0];
    if (!worker?.job || !step) continue;
    if (core.does === 'computes') {
      step.left -= time;
      worker.job.ran += time;
      worker.uncharged += time;
      core.computed += time;
      core.ticked = false;
    } else {
      core.left -= time;
      core.ticked ||= nextTick(state, until - time) <= until;
    }
    if (core.computed > 0) core.slice -= time;
  }
  for (const device of state.devices) {
    device.busy += device.serving.length * time;
    device.queued += device.queue.length * time;
  }
}
