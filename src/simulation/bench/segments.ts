// How the yardsticks write down what happens: plain objects, pushed as they begin and ended by the next.

/** A stretch in one state, ns; `core` and `cause` are a task's, `task` is a core's. */
interface Stretch {
  readonly state: string;
  readonly start: number;
  end: number;
  readonly core?: number | null;
  readonly task?: number | null;
  readonly cause?: string;
}

/** Adds a segment that begins: the one before ends. Like goes on with like. */
export function begin<S extends Stretch>(segments: S[], next: S): void {
  end(segments, next.start);
  const last = segments.at(-1);
  const alike =
    last?.state === next.state &&
    last.core === next.core &&
    last.task === next.task &&
    last.cause === next.cause;
  if (!alike) segments.push(next);
}

/** Ends the last segment, at a time in ns; one that lasted no time is forgotten. */
export function end<S extends Stretch>(segments: S[], at: number): void {
  const last = segments.at(-1);
  if (last === undefined) return;
  if (last.start === at) segments.pop();
  else last.end = at;
}
