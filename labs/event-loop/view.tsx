// The view of this lab: its timeline in the words of an event loop, on the kit's clock.
import {
  capital,
  enumerate,
  type Nanos,
  type Sentence,
  segmentAt,
  type Trace,
} from '@interleave/simulation';
import { tablesOfEach } from '../../src/lab-kit/tables.ts';
import type { ChangeWords } from '../../src/lab-kit/timeline/changed.ts';
import { drawPair, drawRun } from '../../src/lab-kit/timeline/drawing/draw.ts';
import { barAt, rowAt } from '../../src/lab-kit/timeline/drawing/drawing.ts';
import { taskChooser } from '../../src/lab-kit/timeline/keys.ts';
import { namesIn, type TracedRun, traced } from '../../src/lab-kit/timeline/naming.ts';
import { Told } from '../../src/lab-kit/timeline/Told.tsx';
import {
  Legs,
  type ReasonsProps,
  type TraceView,
  traceView,
} from '../../src/lab-kit/timeline/trace-view.tsx';
import type { Clock } from '../../src/lab-kit/view.ts';
import { Differences } from './Differences.tsx';
import { inLoopWords } from './drawing.ts';
import { coreName, isForPool, isOnPool, isTimer, naming } from './names.ts';
import { hasThreads } from './run.ts';
import { loopsIn, standingAt } from './standing.ts';
import { segmentTables } from './tables.ts';
import { reasonsOf } from './why.ts';

/** What happens, in the words of a loop: it takes what is ready, and hands on what needs a thread. */
const words: ChangeWords = {
  core: coreName,
  lacks: (trace, segment) => {
    if (isForPool(segment)) return 'all threads of the pool are busy';
    return hasThreads(trace) ? 'no core is free' : 'the loop is busy';
  },
  begins: ({ run: { trace }, task, now, before }) => {
    const { name } = trace.tasks[task] as Trace['tasks'][number];
    const isQuery = name === 'request';
    if (isForPool(now)) return (who, s) => `${who} need${s} a thread of the pool`;
    if (isOnPool(trace, now)) return (who) => `a thread of the pool takes ${who}`;
    if (isTimer(name, now)) return (who) => `${who} is set`;
    if (now.cause === 'runtime-slice-expired') return (who, s) => `${who} end${s} a piece`;
    if (isQuery && now.state === 'waiting') return (who, s) => `${who} wait${s} for its queries`;
    if (before === undefined) {
      return /^(tick|promise|immediate)/.test(name)
        ? (who, s) => `${who} join${s} the queue`
        : undefined;
    }
    if (isTimer(name, before)) return (who) => `${who} is due`;
    if (isQuery && before.state === 'waiting')
      return (who) => `the last query of ${who} is answered`;
    return undefined;
  },
};

const timeline = traceView<Trace>({
  naming,
  words,
  tracedOf: ({ result, tag }) => [traced(naming, result, tag)],
  draw: (runs) => {
    const [first, second] = runs as [TracedRun, TracedRun?];
    const drawing =
      second === undefined ? drawRun(naming, first) : drawPair(naming, [first, second]);
    return inLoopWords(drawing, runs);
  },
  Reasons,
  Legs,
  tables: (runs, { drawing, traced: all }) =>
    tablesOfEach(runs, (run) => {
      const at = runs.indexOf(run) as 0 | 1;
      return segmentTables(drawing, at, all[at]?.names.tasks ?? []);
    }),
});

function Reasons(props: ReasonsProps) {
  const { drawing, traced: runs } = props.scene;
  return (
    <>
      {drawing.pair && <Differences runs={runs} />}
      <Why {...props} />
    </>
  );
}

function Why({ scene: { drawing, traced: runs }, chosen, choose }: ReasonsProps) {
  const bar = barAt(drawing, chosen);
  const row = chosen === null ? undefined : rowAt(drawing, chosen.row)?.row;
  if (bar === undefined || row === undefined) return null;
  return (
    <Told
      row={row}
      bar={bar}
      clock={drawing.end}
      of={reasonsOf(runs[row.run] as TracedRun, bar)}
      self={row.task}
      onTask={taskChooser(drawing, choose)}
    />
  );
}

/** What runs, and what is in line for the loop or, of threads, runnable, at an instant. */
function describeInstant(trace: Trace, at: Nanos): Sentence {
  if (at >= trace.end) return ['All callbacks are done'];
  const { tasks } = namesIn(naming, trace);
  const who = ({ task }: { readonly task: number | null }): Sentence => [
    { task: task as number, name: tasks[task as number] as string },
  ];
  const does = trace.cores.map(({ segments }, core): Sentence => {
    const ran = segmentAt(segments, at);
    const name =
      core === 0 ? capital(coreName(trace, 0)) : coreName(trace, core).replace(/^pool/, 'the pool');
    return ran?.state === 'running' ? [`${name} runs `, ...who(ran)] : [`${name} is idle`];
  });
  const stand = Array.from(
    { length: loopsIn(trace) },
    (_, loop) => standingAt(trace, loop, at).line,
  ).flat();
  return [
    ...enumerate(does),
    ...(stand.length === 0
      ? []
      : [
          '; ',
          ...enumerate(stand.map(who)),
          `${stand.length === 1 ? ' is' : ' are'} ${hasThreads(trace) ? 'runnable' : 'in line'}`,
        ]),
  ];
}

/** Where it opens, ns: C's callback computes, and others are in line, wait for IO, or are set. */
const OPENS_AT = 26e6;

const clock: Clock<unknown, Trace> = {
  ...(timeline.clock as Clock<unknown, Trace>),
  opensAt: OPENS_AT,
  describe: ({ result }, at) => describeInstant(result, at as Nanos),
};

export const lanes: TraceView<Trace> = { ...timeline, clock };
