// The second simulator's tasks: how one goes on from step to step, waits, comes back, and ends.
import { join } from './policy.ts';
import { fresh, type Job, type Lock, type State, type Worker } from './state.ts';

/** Does steps up to the first that takes time, and begins that. Says whether the task needs a core. */
export function goOn(state: State, job: Job): boolean {
  for (;;) {
    const step = job.todo[0];
    if (!step) {
      end(state, job);
      return false;
    }
    if (step.kind === 'cpu') return true;
    if (step.kind === 'lock') {
      const lock = step.lock as Lock;
      if (lock.holder) {
        lock.waiters.push(job);
        job.state = 'blocked';
        leave(job, state.scenario.waiting === 'frees');
        return false;
      }
      lock.holder = job;
      job.todo.shift();
    } else if (step.kind === 'unlock') {
      job.todo.shift();
      handOver(state, step.lock as Lock);
    } else {
      job.state = 'waiting';
      job.wait = { ends: Infinity, order: 0 };
      leave(job, step.kind === 'io' && state.scenario.waiting === 'frees');
      if (!step.device) begin(state, job);
      else if (step.device.serving.length === step.device.capacity) step.device.queue.push(job);
      else serve(state, job);
      return false;
    }
  }
}

/** After a wait: the task does what it can, and then stands in line for what it needs. */
export function comeBack(state: State, job: Job): void {
  job.ran = 0;
  job.todo.shift();
  if (!goOn(state, job)) return;
  job.state = 'ready';
  if (job.worker) join(state, job.worker, 'waited');
  else state.taskQueue.push(job);
}

/** Begins the operation of a task on the device that its step names. */
export function serve(state: State, job: Job): void {
  job.todo[0]?.device?.serving.push(job);
  begin(state, job);
}

/** A user thinks; a pause of no length is skipped. */
export function think(state: State, job: Job): void {
  const { now } = state;
  const pause = job.task.think;
  if (typeof pause !== 'number') throw new RangeError('A random pause.');
  if (pause === 0) {
    beginRound(state, job);
    return;
  }
  job.state = 'waiting';
  job.thinks = true;
  job.wait = { ends: now + pause, order: state.waitsBegun++ };
}

/** A user has thought. */
export function beginRound(state: State, job: Job): void {
  job.thinks = false;
  job.todo = fresh(job.program);
  job.roundBegan = state.now;
  job.state = 'queued';
  state.taskQueue.push(job);
}

export function offCore(worker: Worker): void {
  if (worker.core) worker.core.worker = null;
  worker.core = null;
}

function begin(state: State, job: Job): void {
  job.wait = { ends: state.now + (job.todo[0]?.left ?? 0), order: state.waitsBegun++ };
}

function handOver(state: State, lock: Lock): void {
  const next = lock.waiters.shift() ?? null;
  lock.holder = next;
  if (next) comeBack(state, next);
}

/** A task that does not compute either frees its worker, on its core, or takes it off the core. */
function leave(job: Job, frees: boolean): void {
  const { worker } = job;
  if (!worker) return;
  if (frees) {
    worker.job = null;
    job.worker = null;
  } else {
    offCore(worker);
  }
}

function end(state: State, job: Job): void {
  leave(job, true);
  if (job.task.think === undefined) {
    job.state = 'ended';
    job.ended = state.now;
  } else {
    job.rounds.push({ start: job.roundBegan, end: state.now });
    think(state, job);
  }
}
