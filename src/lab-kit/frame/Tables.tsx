// A lab's exact figures behind a disclosure: what happened, the lab's own tables, the points of its charts.
import { type RefObject, useEffect, useRef, useState } from 'react';
import type { Chart } from '../extras.ts';
import { ChartTables } from '../figures/curves/ChartTables.tsx';
import type { AnyLab } from '../lab.ts';
import { EventTable, eventCount } from '../timeline/EventTable.tsx';
import { TaskTable } from '../timeline/TaskTable.tsx';
import { LabTables } from './LabTables.tsx';
import type { LabState } from './use-lab.ts';
import { usePrint } from './use-print.ts';

interface TablesProps {
  lab: AnyLab;
  state: LabState;
  charts: readonly Chart[];
}

export function Tables({ lab, state, charts }: TablesProps) {
  const details = useRef<HTMLDetailsElement>(null);
  const wanted = useWanted(details);
  const { runs, drawing } = state;
  const dense = drawing.panels !== null;
  const count = runs.reduce(
    (sum, { trace }) => sum + (dense ? trace.tasks.length : eventCount(trace)),
    0,
  );
  return (
    <details ref={details} className={dense ? 'tables long' : 'tables'}>
      <summary>{`${dense ? `Table of ${lab.view.many}` : 'Event table'}, ${count} rows`}</summary>
      {wanted &&
        runs.map((run) => {
          const { trace, words, tag } = run;
          const caption = tag === '' ? 'Times in ms' : `${tag}; times in ms`;
          return (
            <div key={tag}>
              {dense ? (
                <TaskTable trace={trace} words={words} caption={caption} />
              ) : (
                <EventTable lab={lab} trace={trace} caption={caption} />
              )}
              <LabTables lab={lab} runs={[run]} shown="asked" />
            </div>
          );
        })}
      {wanted && charts.length > 0 && (
        <div>
          <ChartTables charts={charts} />
        </div>
      )}
    </details>
  );
}

/**
 * Whether the tables are to be there: in the page as it was built, for readers without scripts; then only while they
 * are open, or the page is printed, since a row for each of a hundred requests would slow down every drag.
 */
function useWanted(details: RefObject<HTMLDetailsElement | null>): boolean {
  const [open, setOpen] = useState(true);
  const printing = usePrint();
  useEffect(() => {
    const element = details.current;
    const update = () => setOpen(element?.open === true);
    // They may have been opened before the page was live.
    update();
    element?.addEventListener('toggle', update);
    return () => element?.removeEventListener('toggle', update);
  }, [details]);
  return open || printing;
}
