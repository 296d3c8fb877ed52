// How far rows and marks have come at an instant: what of each is over, how many have ended or stand in line.
import type { Nanos } from '@interleave/simulation';
import type { Mark, Row, Span } from './drawing.ts';

/** The last of a row's spans that has begun at an instant. */
function lastBegun(spans: readonly Span[], at: number): Span | undefined {
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle] as Span).start <= at) low = middle + 1;
    else high = middle;
  }
  return spans[low - 1];
}

/** Up to when what a row shows is over at an instant: to the beginning of what goes on, or to its own end. */
export function overUntil({ spans }: Pick<Row, 'spans'>, at: number): Nanos {
  const last = lastBegun(spans, at);
  if (last === undefined) return 0 as Nanos;
  return last.end <= at ? last.end : last.start;
}

/**
 * Up to when a mark shows of a run that is drawn to an instant, or whole, where that is null; nothing of it shows where
 * that is its beginning. A bracket grows as the bars below it do; what two runs differ by is known once both have ended.
 */
export function markedUntil({ kind, start, end }: Mark, drawnTo: number | null): Nanos {
  if (drawnTo === null || drawnTo >= end) return end;
  return kind === 'bracket' ? (Math.max(start, drawnTo) as Nanos) : start;
}

/** How many rows have come to their ends, of those that have one, and how many are in line: "7 of 100 ended, 92 in line". */
export function countAt(rows: readonly Pick<Row, 'spans' | 'endsAt'>[], at: number): string {
  let [ending, ended, inLine] = [0, 0, 0];
  for (const { spans, endsAt } of rows) {
    if (endsAt !== null) ending += 1;
    if (endsAt !== null && endsAt <= at) ended += 1;
    const last = lastBegun(spans, at);
    if (last?.state === 'queued' && last.end > at) inLine += 1;
  }
  return [
    ...(ending === 0 ? [] : [`${ended} of ${rows.length} ended`]),
    ...(inLine === 0 ? [] : [`${inLine} in line`]),
  ].join(', ');
}
