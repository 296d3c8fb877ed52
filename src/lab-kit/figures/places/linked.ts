// What links the places to the timeline: the same names, the same clock, and the same segment chosen in both.
import type { TaskTrace, Trace } from '@interleave/simulation';
import { oncePer } from '../../once-per.ts';
import { unitOf } from '../../timeline/clock.ts';
import { barAt, type Place, rowAt, rowsOf } from '../../timeline/drawing/drawing.ts';
import { chooseBar } from '../../timeline/keys.ts';
import { laneName, namesIn } from '../../timeline/naming.ts';
import type { TraceView } from '../../timeline/trace-view.tsx';
import type { Stage } from '../../view.ts';
import { lasting } from './shown.ts';
import type { TokensProps } from './Tokens.tsx';

type Link = Pick<TokensProps, 'tell' | 'isChosen' | 'onChoose'>;

/** Links the places of a trace, of two runs of the second, which the knobs set, to the timeline of the view. */
export function linkedTo<V>(view: TraceView<Trace>) {
  const namesOf = oncePer((trace: Trace) => namesIn(view.naming, trace).tasks);
  return (stage: Stage<V, Trace, Place>, trace: Trace): Link => {
    const { runs, coveredFrom } = stage;
    const drawing = view.drawing(runs);
    const run = runs.length - 1;
    // What is chosen may lie in what is covered.
    const place = coveredFrom === null ? stage.chosen : null;
    const chosen = barAt(drawing, place);
    const ofRun = place !== null && rowAt(drawing, place.row)?.row.run === run;
    return {
      tell: (stay) => {
        const name = namesOf(trace)[stay.task] as string;
        const { of, name: own } = trace.tasks[stay.task] as TaskTrace;
        const isCopy = trace.scenario.tasks[of]?.count !== undefined;
        const { short = name, assumed = false } = laneName(view.naming, trace, stay.task);
        return {
          name,
          // Of many that have one name, their number.
          short: (isCopy && /\d+$/.exec(own)?.[0]) || short,
          assumed,
          ...lasting(trace, stay, drawing.end, coveredFrom),
          unit: unitOf(drawing.end).name,
        };
      },
      isChosen: ({ task, segment }) => ofRun && chosen?.task === task && chosen.segment === segment,
      onChoose: ({ task, segment }) => {
        const row = rowsOf(drawing).findIndex((one) => one.run === run && one.task === task);
        // What begins just now is drawn nowhere yet: the one before it is chosen.
        const last = (rowAt(drawing, row)?.row.spans.length ?? 0) - 1;
        chooseBar(stage, drawing, { row, bar: Math.min(segment, last) });
      },
    };
  };
}
