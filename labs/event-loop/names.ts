// What is called what in this lab: lanes, waits, and the rows of loops, cores and pool threads.
import type { TaskSegment, Trace } from '@interleave/simulation';
import type { LaneName, Naming } from '../../src/lab-kit/timeline/naming.ts';
import { hasThreads, isPoolCore, readsFiles } from './run.ts';
import { PROMISES, QUERIES, READS } from './setting.ts';

const numbered = (count: number, named: (number: number) => [string, LaneName]) =>
  Array.from({ length: count }, (_, i) => named(i + 1));

export const naming: Naming = {
  tasks: Object.fromEntries<LaneName>([
    ...['A', 'B', 'C', 'D', 'E'].map((name): [string, LaneName] => [
      name,
      { label: `request ${name}`, name },
    ]),
    ['timer', { label: 'timer', name: 'the timer', short: 'timer' }],
    ['request', { label: 'request', name: 'the request', short: 'request' }],
    ['tick', { label: 'nextTick', name: 'the nextTick callback', short: 'tick' }],
    ['immediate', { label: 'immediate', name: 'the immediate', short: 'immed.' }],
    ...numbered(PROMISES, (number) => [
      `promise ${number}`,
      { label: `promise ${number}`, short: `pr. ${number}` },
    ]),
    ...numbered(READS, (number) => [`read ${number}`, { label: `read ${number}` }]),
    ...numbered(QUERIES, (number) => [`query ${number}`, { label: `query ${number}` }]),
  ]),
  awaited: 'the database',
  many: 'callbacks',
  subjects: ['A', 'B', 'C', 'D', 'E', 'read 1', 'read 5', 'read 6', 'request', 'timer'],
};

/** Whether a segment is of a timer that is set. */
export const isTimer = (name: string, { state }: Pick<TaskSegment, 'state'>) =>
  name === 'timer' && state === 'waiting';

/** Whether a work is in line for a thread of the pool: after it has run, and before the pool begins with it. */
export const isForPool = ({ state, cause }: Pick<TaskSegment, 'state' | 'cause'>) =>
  state === 'queued' && cause === 'io-started';

/** Whether a thread of the pool does it. */
export const isOnPool = (
  trace: Trace,
  { state, core, worker }: Pick<TaskSegment, 'state' | 'core' | 'worker'>,
) =>
  (core !== null && isPoolCore(trace, core)) ||
  (state === 'waiting' && worker !== null && readsFiles(trace));

/** What a work waits for in a segment, beside its letter: "database". */
export function awaitedIn(trace: Trace, name: string, segment: TaskSegment): string {
  if (isTimer(name, segment)) return 'timer';
  if (name === 'request') return 'queries';
  return readsFiles(trace) ? 'disk' : 'database';
}

/** What computes, by the number of the core: "the loop", "loop 2", "pool thread", "the core". */
export function coreName(trace: Trace, core: number): string {
  if (hasThreads(trace)) return 'the core';
  if (isPoolCore(trace, core)) return 'pool thread';
  return trace.cores.length > 1 && !isPoolCore(trace, 1) ? `loop ${core + 1}` : 'the loop';
}
