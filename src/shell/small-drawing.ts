// What of a lab is drawn in small, where labs are listed: the first of its presets that gives its own readers something
// to draw. A timeline or a strip where its bars can be told apart in small, else a chart.
import type { Nanos } from '@interleave/simulation';
import type { Chart } from '../lab-kit/figures/curves/chart.ts';
import type { CurvesFigure } from '../lab-kit/figures/curves/curves.tsx';
import type { Strip } from '../lab-kit/figures/strip/strip.ts';
import type { StripFigure } from '../lab-kit/figures/strip/strip.tsx';
import { type AnyLab, presetRun, type Run } from '../lab-kit/lab.ts';
import type { Values } from '../lab-kit/parameters/kinds.ts';
import { type Bar, type Drawing, plainRow, rowsOf } from '../lab-kit/timeline/drawing/drawing.ts';
import { timelineOf } from '../lab-kit/timeline/trace-view.tsx';
import { type DrawnInSmall, figuresOf } from '../lab-kit/view.ts';

export type SmallDrawing =
  | { readonly drawing: Drawing; readonly lanes: number }
  | { readonly chart: Chart };

/** Rows of a drawing that is not to be higher than the text beside it. */
const MOST_LANES = 4;
/** More bars in a row than that cannot be told apart. */
const MOST_BARS = 60;

/** @throws Error naming the lab when there is nothing of it to draw */
export function smallDrawing(lab: AnyLab): SmallDrawing {
  for (const preset of Object.keys(lab.presets)) {
    const found = inSmall(lab, presetRun(lab, preset));
    if (found !== null) return found;
  }
  throw new Error(`Lab ${lab.id}: found nothing to draw in small; a figure with inSmall would do.`);
}

function inSmall(lab: AnyLab, run: Run<Values>): SmallDrawing | null {
  const figures = figuresOf(lab.view);
  const drawings = [
    ...('naming' in lab.view ? [timelineOf(lab).drawing([run])] : []),
    ...figures.flatMap((figure) =>
      'strip' in figure ? [asDrawing((figure as StripFigure<Values, unknown>).strip(run))] : [],
    ),
  ];
  const drawing = drawings.find(isLegible);
  if (drawing !== undefined) return inOnePanel(drawing);
  const [chart] = figures.flatMap((figure) => chartsOf(figure, run));
  return chart === undefined ? null : { chart };
}

function chartsOf(
  figure: ReturnType<typeof figuresOf>[number],
  run: Run<Values>,
): readonly Chart[] {
  if ('charts' in figure) return (figure as CurvesFigure<Values>).charts(run.values);
  return 'inSmall' in figure ? [(figure as DrawnInSmall<Values, unknown, Chart>).inSmall(run)] : [];
}

/** Whether there is something in its first rows, and not too much. */
function isLegible(drawing: Drawing): boolean {
  const bars = rowsOf(drawing)
    .slice(0, MOST_LANES)
    .map(({ spans }) => spans.length);
  return bars.some((count) => count > 0) && bars.every((count) => count <= MOST_BARS);
}

/** Its first rows under each other, whatever panels they are of. */
function inOnePanel(drawing: Drawing): SmallDrawing {
  const rows = rowsOf(drawing)
    .slice(0, MOST_LANES)
    .map((row, line) => ({ ...row, line }));
  const panel = { of: 'tasks', size: 'lane', heading: null, rows } as const;
  return { drawing: { ...drawing, panels: [panel] }, lanes: rows.length };
}

/** The lanes and bands of a strip as a timeline whose clock counts steps. */
function asDrawing({ rows }: Strip): Drawing {
  const drawn = rows.filter(({ kind }) => kind !== 'shared');
  const end = Math.max(...drawn.flatMap(({ cells }) => cells.map(({ to }) => to)), 0) as Nanos;
  return {
    end,
    pair: false,
    marks: [],
    path: [],
    panels: [
      {
        of: 'tasks',
        size: 'lane',
        heading: null,
        rows: drawn.map(({ label, cells }, line) =>
          plainRow(
            line,
            label,
            cells.map(
              ({ from, to, state, text, said }): Bar => ({
                state,
                start: (from - 1) as Nanos,
                end: to as Nanos,
                task: null,
                segment: null,
                text,
                beside: '',
                assumed: false,
                said,
              }),
            ),
          ),
        ),
      },
    ],
  };
}
