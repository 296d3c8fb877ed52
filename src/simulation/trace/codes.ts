// The numbers that stand for states, causes and nothing in the columns of a trace, and while a run is under way.
import { CAUSES, CORE_STATES, TASK_STATES } from './trace.ts';

/** Stands for "none" where an index is expected. */
export const NONE = -1;
/** Stands for the time of what does not happen. */
export const NEVER = Number.POSITIVE_INFINITY;

export const QUEUED = TASK_STATES.indexOf('queued');
export const RUNNABLE = TASK_STATES.indexOf('runnable');
export const RUNNING = TASK_STATES.indexOf('running');
export const WAITING = TASK_STATES.indexOf('waiting');
export const BLOCKED = TASK_STATES.indexOf('blocked');

export const CORE_RUNNING = CORE_STATES.indexOf('running');
export const CORE_SWITCHING = CORE_STATES.indexOf('switching');
export const CORE_IDLE = CORE_STATES.indexOf('idle');

export const ARRIVED = CAUSES.indexOf('arrived');
export const TAKEN = CAUSES.indexOf('taken');
export const DISPATCHED = CAUSES.indexOf('dispatched');
export const SLICE_EXPIRED = CAUSES.indexOf('slice-expired');
export const PREEMPTED = CAUSES.indexOf('preempted');
export const RUNTIME_SLICE_EXPIRED = CAUSES.indexOf('runtime-slice-expired');
export const IO_STARTED = CAUSES.indexOf('io-started');
export const IO_DONE = CAUSES.indexOf('io-done');
export const LOCK_AWAITED = CAUSES.indexOf('lock-awaited');
export const LOCK_GRANTED = CAUSES.indexOf('lock-granted');
export const THINKING = CAUSES.indexOf('thinking');
