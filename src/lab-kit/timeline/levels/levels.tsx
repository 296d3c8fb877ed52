// The timeline of a lab whose tasks share workers: these are a level of their own, between the tasks and the cores.
import type { Explanation, Trace } from '@interleave/simulation';
import { type Bar, barAt, type Panel, type Row, rowAt } from '../drawing/drawing.ts';
import { taskChooser } from '../keys.ts';
import type { Naming, TracedRun } from '../naming.ts';
import { Told } from '../Told.tsx';
import type { ReasonsProps, TraceView } from '../trace-view.tsx';
import { timelineFrom, timelineReading } from '../view.tsx';
import { carriers } from './carriers.ts';
import { inLine, ofWorker } from './worker-reasons.ts';
import { carriersOf, withWorkers } from './worker-rows.ts';
import { workerTable } from './worker-table.ts';

export function timelineWithWorkers(naming: Naming): TraceView<Trace> {
  const { Reasons: TaskReasons, ...reading } = timelineReading(naming);
  function Reasons(props: ReasonsProps) {
    const { scene, chosen, choose } = props;
    const { drawing, traced } = scene;
    const bar = barAt(drawing, chosen);
    const found = chosen === null ? undefined : rowAt(drawing, chosen.row);
    const of = bar && found && reasonsOf(traced, bar, found);
    if (of === undefined) return <TaskReasons {...props} />;
    const { row, panel } = found as { row: Row; panel: Panel };
    return (
      <>
        {drawing.pair && <TaskReasons {...props} chosen={null} />}
        <Told
          row={row}
          bar={bar as Bar}
          clock={drawing.end}
          of={of}
          self={panel.of === 'tasks' ? row.task : null}
          onTask={taskChooser(drawing, choose)}
        />
      </>
    );
  }
  return timelineFrom({
    ...reading,
    draw: (runs) => withWorkers(reading.draw(runs), runs),
    ringed: carriers,
    Reasons,
    tables: (runs, scene) => [
      ...reading.tables(runs, scene),
      workerTable(scene.drawing, carriersOf(scene.traced)),
    ],
  });
}

/** The reasons of a bar where workers have a part in it; undefined where the task's own say all. */
function reasonsOf(
  runs: readonly TracedRun[],
  bar: Bar,
  { row, panel }: { readonly row: Row; readonly panel: Panel },
): Explanation | undefined {
  const run = runs[row.run] as TracedRun;
  if (panel.of === 'workers') {
    const worker = panel.rows.filter((one) => one.run === row.run).indexOf(row);
    return ofWorker(run, worker, bar);
  }
  return panel.of === 'tasks' && bar.state === 'queued' ? inLine(run, bar) : undefined;
}
