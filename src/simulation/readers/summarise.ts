// One plain sentence about a whole run: when its tasks end, how busy the cores were, who was ready without a core.

import { type Nanos, toMs } from '../scenario/nanos.ts';
import type { Trace } from '../trace/trace.ts';
import { metrics, type TaskMetrics } from './metrics.ts';
import { readyTime } from './ready.ts';
import { enumerate, milliseconds, type Names, named, type Sentence } from './sentence.ts';

/**
 * Summarises a run in words.
 *
 * @param subjects the indices of the tasks that the sentence speaks of, in its order
 */
export function summarise(trace: Trace, names: Names, subjects: readonly number[]): Sentence {
  const figures = metrics(trace);
  const name = (task: number) => named(names, task);

  const ends = enumerate(
    subjects.map((task, i): Sentence => {
      const { end, of, rounds } = trace.tasks[task] as Trace['tasks'][number];
      if (trace.scenario.tasks[of]?.think !== undefined) {
        return [name(task), ` did ${rounds.length} round${rounds.length === 1 ? '' : 's'}`];
      }
      if (end === null) return [name(task), ' has not ended'];
      return [name(task), i === 0 ? ' ends at ' : ' at ', { figure: milliseconds(end) }];
    }),
  );

  const busy = figures.cores.reduce((sum, core) => sum + core.busy, 0) as Nanos;
  const cores = figures.cores.length;
  const span = milliseconds(trace.end);
  const work: Sentence =
    cores === 1
      ? [`. The core was busy for ${toMs(busy)} of those ${span}`]
      : [
          `. The ${cores} cores were busy for ${milliseconds(busy)} in all, of ${cores}\u00a0×\u00a0${span}`,
        ];

  const spent = (way: (of: TaskMetrics) => Nanos) =>
    subjects.flatMap((task): Sentence[] => {
      const time = way(figures.tasks[task] as TaskMetrics);
      return time > 0 ? [[name(task), ` ${milliseconds(time)}`]] : [];
    });
  const ready = spent(readyTime);
  const waits: Sentence =
    ready.length === 0
      ? [cores === 1 ? ', and nobody waited for it.' : ', and nobody waited for one.']
      : ['. Ready, but not running: ', ...enumerate(ready), '.'];
  const blocked = spent((of) => of.blocked);
  const locks: Sentence =
    blocked.length === 0 ? [] : [' Blocked by locks: ', ...enumerate(blocked), '.'];

  const cut: Sentence = trace.truncated ? [` ${trace.truncated.reason}`] : [];
  return [...ends, ...work, ...waits, ...locks, ...cut];
}
