// A timeline as a chapter states it, row by row, held against what the model computes.
import { type Trace, toMs } from '@interleave/simulation';
import { type AnyLab, wordsFor } from './lab.ts';

/** A row that an author wrote. */
export interface StatedRow {
  readonly task: string;
  readonly state: string;
  /** Instants in ms. */
  readonly from: number;
  readonly to: number;
  /** Where the row stands: "content/chapter.mdx:57". */
  readonly place: string;
}

const inWords = (state: string, from: number, to: number) => `${state} ${from}–${to} ms`;

/**
 * Says where stated rows and a run differ, a line each; nothing when they agree. Of each task that is stated, every
 * segment must be.
 */
export function disagreements(lab: AnyLab, trace: Trace, rows: readonly StatedRow[]): string[] {
  const names = wordsFor(lab, trace).tasks;
  const seen = new Map<string, number>();
  const found = rows.flatMap(({ task, state, from, to, place }): string[] => {
    const computed = trace.tasks[names.indexOf(task)];
    if (computed === undefined) {
      return [`${place}: found task "${task}"; the tasks of this run are ${names.join(', ')}.`];
    }
    const index = seen.get(task) ?? 0;
    seen.set(task, index + 1);
    const segment = computed.segments[index];
    const stated = inWords(state, from, to);
    const got =
      segment === undefined
        ? 'nothing more of this task'
        : inWords(segment.state, toMs(segment.start), toMs(segment.end));
    return stated === got
      ? []
      : [`${place}: ${task}, row ${index + 1}: expected ${stated}, got ${got}.`];
  });
  const last = rows.at(-1)?.place ?? '';
  for (const [task, count] of seen) {
    const segments = trace.tasks[names.indexOf(task)]?.segments ?? [];
    for (const { state, start, end } of segments.slice(count)) {
      found.push(
        `${last}: ${task}: expected no more rows, got ${inWords(state, toMs(start), toMs(end))}.`,
      );
    }
  }
  return found;
}
