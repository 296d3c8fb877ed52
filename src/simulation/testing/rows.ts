// A trace as a table that a test can state: rows of state, from and to in ms.
import { toMs } from '../scenario/nanos.ts';
import type { Trace } from '../trace/trace.ts';

type StateRow = readonly [state: string, from: number, to: number];

/** What one task goes through. */
export function rows(trace: Trace, name: string): StateRow[] {
  const task = trace.tasks.find((one) => one.name === name);
  return (task?.segments ?? []).map(({ state, start, end }) => [state, toMs(start), toMs(end)]);
}

/** What one core, from 0, goes through: the task's name for what it runs. */
export function coreRows(trace: Trace, core: number): StateRow[] {
  return (trace.cores[core]?.segments ?? []).map(({ state, task, start, end }) => {
    const name = task === null ? '' : trace.tasks[task]?.name;
    return [state === 'running' ? `${name}` : `${state} ${name}`.trim(), toMs(start), toMs(end)];
  });
}
