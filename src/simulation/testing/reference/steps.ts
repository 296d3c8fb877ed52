// The second simulator's tasks: how one goes on from step to step, waits, comes back, and ends.
import { join } from './policy.ts';
import {
  fresh,
  type Job,
  type Lock,
  type State,
  type Todo,
  type Wait,
  type Worker,
} from './state.ts';

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
      leave(job, step.kind !== 'block' && state.scenario.waiting === 'frees');
      for (const one of step.kind === 'together' ? step.parts : [step]) awaits(state, job, one);
      return false;
    }
  }
}

/** The task waits for this too, from now on or when its turn on the device has come. */
function awaits(state: State, job: Job, { left, device }: Todo): void {
  const wait = { job, takes: left, device, ends: Infinity, order: 0 };
  job.waits.push(wait);
  if (device && device.serving.length === device.capacity) device.queue.push(wait);
  else serve(state, wait);
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

/** Begins what is waited for, on its device if it has one. */
export function serve(state: State, wait: Wait): void {
  wait.device?.serving.push(wait);
  wait.ends = state.now + crowded(wait);
  wait.order = state.waitsBegun++;
}

/** How long it takes, in whole numbers of any size: more on a device that serves more than it can without slowing down. */
function crowded({ takes, device }: Wait): number {
  const { crowding = { from: 0, by: 0 }, serving = [] } = device ?? {};
  const more = BigInt(Math.max(0, serving.length - crowding.from));
  const millionths = BigInt(crowding.by.toFixed(6).replace('.', ''));
  return takes + Number((BigInt(takes) * millionths * more) / 1_000_000n);
}

/** A user thinks; a pause of no length is skipped. */
export function think(state: State, job: Job): void {
  const pause = job.task.think;
  if (typeof pause !== 'number') throw new RangeError('A random pause.');
  if (pause === 0) {
    beginRound(state, job);
    return;
  }
  job.state = 'waiting';
  job.thinks = true;
  const wait = { job, takes: pause, device: null, ends: Infinity, order: 0 };
  job.waits.push(wait);
  serve(state, wait);
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
