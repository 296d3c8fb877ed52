// The view of this lab: its timeline in the words of an event loop, on the kit's clock.
import {
  enumerate,
  type Nanos,
  placesAt,
  type Sentence,
  type Stay,
  type Trace,
} from '@interleave/simulation';
import { tablesOfEach } from '../../src/lab-kit/tables.ts';
import { namesIn } from '../../src/lab-kit/timeline/naming.ts';
import type { TraceView } from '../../src/lab-kit/timeline/trace-view.tsx';
import { timelineFrom, timelineReading } from '../../src/lab-kit/timeline/view.tsx';
import type { Clock } from '../../src/lab-kit/view.ts';
import { inLoopWords } from './drawing.ts';
import { coreName, naming } from './names.ts';
import { segmentTables } from './tables.ts';

const reading = timelineReading(naming);

const timeline = timelineFrom({
  ...reading,
  draw: (runs) => inLoopWords(reading.draw(runs), runs),
  tables: (runs, { drawing, traced }) =>
    tablesOfEach(runs, (run) => {
      const at = runs.indexOf(run) as 0 | 1;
      return segmentTables(drawing, at, traced[at]?.names.tasks ?? []);
    }),
});

/** What runs, and what is in line, at an instant. */
function describeInstant(trace: Trace, at: Nanos): Sentence {
  if (at >= trace.end) return ['All callbacks are done'];
  const { tasks } = namesIn(naming, trace);
  const { cores, line, queue } = placesAt(trace, at);
  const who = ({ task }: Stay): Sentence => [{ task, name: tasks[task] as string }];
  const does = cores.flatMap((stay, core): Sentence[] => {
    const name = coreName(trace, core);
    return [stay === null ? [`${name} is idle`] : [`${name} runs `, ...who(stay)]];
  });
  const stand = [...queue, ...line];
  const [first = '', ...rest] = enumerate(does);
  const begun = typeof first === 'string' ? first.charAt(0).toUpperCase() + first.slice(1) : first;
  return [
    begun,
    ...rest,
    ...(stand.length === 0
      ? []
      : ['; ', ...enumerate(stand.map(who)), `${stand.length === 1 ? ' is' : ' are'} in line`]),
  ];
}

const clock: Clock<unknown, Trace> = {
  ...(timeline.clock as Clock<unknown, Trace>),
  opensAt: 26e6,
  describe: ({ result, tag }, at) => [
    ...(tag === '' ? [] : [`${tag}: `]),
    ...describeInstant(result, at as Nanos),
  ],
};

export const lanes: TraceView<Trace> = { ...timeline, clock };
