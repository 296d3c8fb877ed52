// Draws a simulated and a recorded run, or one of them.
import type { Trace } from '@interleave/simulation';
import { drawPair, drawRun } from '../timeline/drawing/draw.ts';
import type { Drawing, Mark, Panel } from '../timeline/drawing/drawing.ts';
import type { Naming, TracedRun } from '../timeline/naming.ts';

export const TAGS = ['simulated', 'recorded'] as const;
/** One of the two runs by itself, or both on one clock. */
export type WhichRuns = 'both' | (typeof TAGS)[number];

/** @param runs the simulated and the recorded run, or one of them */
export function drawShown(naming: Naming, runs: readonly TracedRun[]): Drawing {
  const [first, second] = runs as [TracedRun, TracedRun | undefined];
  if (second !== undefined) {
    const pair = drawPair(naming, [first, second]);
    return { ...pair, panels: pair.panels.map((panel) => withTaggedCores(panel, first.trace)) };
  }
  const drawing = drawRun(naming, first);
  return { ...drawing, marks: drawing.marks.filter((mark) => !hadCore(first.trace, mark)) };
}

/** Both runs have as many cores: a core's label says which run it is of. */
function withTaggedCores(panel: Panel, { cores }: Trace): Panel {
  if (panel.of !== 'cores') return panel;
  const rows = panel.rows.map((row) => {
    const number = row.run === 0 ? row.line : row.line - cores.length;
    return { ...row, label: `core ${number + 1}, ${TAGS[row.run]}` };
  });
  return { ...panel, rows };
}

/**
 * Whether a core was free for most of a stretch in which a task was ready. A bracket would say that none was; but what
 * passed there is the time that the kernel took to wake the task.
 */
function hadCore({ cores }: Trace, { start, end }: Mark): boolean {
  const free = cores.map(({ segments }) =>
    segments.reduce(
      (sum, segment) =>
        segment.state === 'idle'
          ? sum + Math.max(0, Math.min(end, segment.end) - Math.max(start, segment.start))
          : sum,
      0,
    ),
  );
  return Math.max(...free) * 2 > end - start;
}
