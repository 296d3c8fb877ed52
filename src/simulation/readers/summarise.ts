// One plain sentence about a whole run: when its tasks end, how busy the cores were, what lacked a core or a worker.

import { type Nanos, toMs } from '../scenario/nanos.ts';
import type { Trace } from '../trace/trace.ts';
import { columnsOf } from '../trace/trace-data.ts';
import { type TaskMetrics, taskMetrics, totalsOf } from './metrics.ts';
import { enumerate, grouped, milliseconds, type Names, named, type Sentence } from './sentence.ts';

/**
 * Summarises a run in words.
 *
 * @param subjects the indices of the tasks that the sentence speaks of, in its order
 */
export function summarise(trace: Trace, names: Names, subjects: readonly number[]): Sentence {
  const figures = totalsOf(trace);
  const data = columnsOf(trace);
  const name = (task: number) => named(names, task);

  const ends = enumerate(
    subjects.map((task, i): Sentence => {
      const end = data.ends[task] as Nanos;
      if (trace.scenario.tasks[data.of[task] as number]?.think !== undefined) {
        const rounds = data.rounds.filter((of, at) => at % 3 === 0 && of === task).length;
        return [name(task), ` did ${rounds} round${rounds === 1 ? '' : 's'}`];
      }
      if (Number.isNaN(end)) return [name(task), ' has not ended'];
      return [name(task), i === 0 ? ' ends at ' : ' at ', { figure: milliseconds(end) }];
    }),
  );

  const busy = figures.cores.reduce((sum, core) => sum + core.busy, 0) as Nanos;
  const cores = figures.cores.length;
  const span = milliseconds(trace.end);
  const work: Sentence =
    cores === 1
      ? [`. The core was busy for ${grouped(toMs(busy))} of those ${span}`]
      : [
          `. The ${cores} cores were busy for ${milliseconds(busy)} in all, of ${cores}\u00a0×\u00a0${span}`,
        ];

  const spent = (way: (of: TaskMetrics) => Nanos) =>
    subjects.flatMap((task): Sentence[] => {
      const time = way(taskMetrics(trace, task, names.tasks[task] as string));
      return time > 0 ? [[name(task), ` ${milliseconds(time)}`]] : [];
    });
  const list = (what: string, times: readonly Sentence[]): Sentence =>
    times.length === 0 ? [] : [` ${what}: `, ...enumerate(times), '.'];
  const noCore = spent((of) => of.noCore);
  const lacking: Sentence = [
    noCore.length > 0 ? '.' : `, and nothing waited for ${cores === 1 ? 'it' : 'one'}.`,
    ...list('Runnable, no free core', noCore),
    ...list(
      'Queued, no free worker',
      spent((of) => of.noWorker),
    ),
    ...list(
      'Blocked by locks',
      spent((of) => of.blocked),
    ),
  ];

  const cut: Sentence = trace.truncated ? [` ${trace.truncated.reason}`] : [];
  return [...ends, ...work, ...lacking, ...cut];
}
