// Where a drawing of work that goes on and on opens: on a part from the middle of its run in which single segments can be
// seen. The whole of such a run is a texture.
import type { Nanos } from '@interleave/simulation';
import type { Stretch } from '../../scales/percent.ts';
import { type Drawing, isThin, reachOf, rowsOf } from './drawing.ts';

/** So many segments of a row at most, on average, are to be seen at once. */
const SEGMENTS = 12;
/** A run that is not so many times as long as the part is shown whole. */
const LEAST_TIMES = 8;

/** The part of a drawing of thin rows that it opens on; undefined where any task ends, as when that is shows in the whole. */
export function steadyPart(drawing: Drawing): Stretch | undefined {
  const tasks = rowsOf(drawing).filter(({ task }) => task !== null);
  if (!isThin(drawing) || tasks.some(({ endsAt }) => endsAt !== null)) return undefined;
  // Of two runs on one clock the part lies where both still go on.
  const reach = reachOf(drawing);
  const segments = tasks.reduce((sum, { spans }) => sum + spans.length, 0);
  const taken = tasks.reduce((sum, { spans }) => sum + (spans.at(-1)?.end ?? 0), 0);
  const length = roundDown((taken * SEGMENTS) / segments);
  if (length > reach || length * LEAST_TIMES > drawing.end) return undefined;
  const start = Math.floor(reach / 2 / length) * length;
  return { start: start as Nanos, end: (start + length) as Nanos };
}

/** The greatest of 1, 2, 5, 10, 20 … that is not more. */
function roundDown(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return power * ([5, 2].find((factor) => factor * power <= value) ?? 1);
}
