// The instants at which something changes, and what every core does at one of them: what a playhead steps through.
import type { Nanos } from '../scenario/nanos.ts';
import type { CoreSegment, Trace } from '../trace/trace.ts';
import { capitalise, enumerate, type Names, named, type Sentence } from './sentence.ts';

/** Every instant (ns) at which a task or a core changes its state, ascending, each once, with 0 and the end. */
export function instants(trace: Trace): Nanos[] {
  const found = new Set<Nanos>([0 as Nanos, trace.end]);
  for (const { segments } of [...trace.tasks, ...trace.cores]) {
    for (const { start, end } of segments) {
      found.add(start);
      found.add(end);
    }
  }
  return [...found].sort((a, b) => a - b);
}

/** The segment that covers instant `at` (its start belongs to it, its end to the next), if any. */
export function segmentAt<S extends { readonly start: Nanos; readonly end: Nanos }>(
  segments: readonly S[],
  at: Nanos,
): S | undefined {
  return segments.find(({ start, end }) => start <= at && at < end);
}

function coreAt(segment: CoreSegment | undefined, core: number, names: Names): Sentence {
  const subject = `core ${core + 1} `;
  if (segment === undefined || segment.state === 'idle') return [`${subject}is idle`];
  const task = segment.task as number;
  const name = named(names, task);
  return segment.state === 'switching'
    ? [`${subject}switches to `, name]
    : [`${subject}runs `, name];
}

function ending({ truncated, tasks }: Trace): string {
  if (truncated) return 'The run is cut off here';
  return tasks.some(({ end }) => end === null) ? 'The clock stops here' : 'The run is over';
}

/** What the cores do at one instant (ns), in words: "Core 1 runs A and core 2 is idle". */
export function describeInstant(trace: Trace, at: Nanos, names: Names): Sentence {
  if (at >= trace.end) return [ending(trace)];
  return capitalise(
    enumerate(
      trace.cores.map(({ segments, index }) => coreAt(segmentAt(segments, at), index, names)),
    ),
  );
}
