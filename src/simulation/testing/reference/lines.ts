// How the second simulator draws what everyone does, and who is stuck.
import type { Stuck } from '../../trace/trace.ts';
import { draw, type Stretch } from '../outcome.ts';
import type { Job, State } from './state.ts';

/** What everyone does from now until an instant. */
export function drawAll(
  { jobs, cores, now }: State,
  lines: { readonly tasks: Stretch[][]; readonly cores: Stretch[][] },
  until: number,
): void {
  for (const job of jobs) {
    if (job.state === 'future' || job.state === 'ended') continue;
    const core = job.worker?.core ?? null;
    const runs = job.state === 'ready' && core?.does === 'computes';
    draw(lines.tasks[job.id] as Stretch[], {
      state: job.state !== 'ready' ? job.state : runs ? 'running' : 'runnable',
      start: now,
      end: until,
      on: runs ? core.id : null,
      worker: job.worker?.id ?? null,
    });
  }
  for (const core of cores) {
    const job = core.worker?.job;
    const busy = core.does === 'computes' ? 'running' : 'switching';
    draw(lines.cores[core.id] as Stretch[], {
      state: job ? busy : 'idle',
      start: now,
      end: until,
      on: job?.id ?? null,
      worker: null,
    });
  }
}

/** Who can never go on. */
export function stuck({ jobs, locks }: State): Stuck[] {
  const awaited = (job: Job) => [...locks.values()].find(({ waiters }) => waiters.includes(job));
  return jobs
    .filter(({ state }) => state !== 'ended')
    .map((job) => {
      const lock = awaited(job);
      return {
        task: job.id,
        awaits: lock?.name ?? null,
        heldBy: lock?.holder?.id ?? null,
      };
    });
}
