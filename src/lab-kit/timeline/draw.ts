// Reads traces into drawings: one run in lanes, or two runs mirrored on one clock.
import {
  compare,
  longestReady,
  milliseconds,
  type Nanos,
  type Trace,
} from '@interleave/simulation';
import { clockEnd } from './clock.ts';
import { drawDense, isDense } from './draw-dense.ts';
import type { Drawing, Handover, Mark, Row } from './drawing.ts';
import type { Naming, TracedRun } from './naming.ts';
import { coreRow, taskRow } from './read-rows.ts';

/** Above this many lanes the core's path is a tangle and is left out. */
const MOST_LANES_WITH_PATH = 8;

/** Where the core's path goes: with one core everywhere, with several only from task to task. */
function handovers(trace: Trace): Handover[] {
  if (trace.tasks.length > MOST_LANES_WITH_PATH) return [];
  const single = trace.cores.length === 1;
  return trace.cores.flatMap(({ segments }) =>
    segments.flatMap((segment, i): Handover[] => {
      const before = segments[i - 1];
      const left = before?.state === 'running' ? before.task : null;
      const taken = segment.state === 'running' ? segment.task : null;
      if (before === undefined || left === taken) return [];
      return single || (left !== null && taken !== null)
        ? [{ at: segment.start, from: left, to: taken }]
        : [];
    }),
  );
}

/** One run: a lane per task, a row per core; with many, dense. */
export function drawRun(naming: Naming, run: TracedRun): Drawing {
  const { trace, words } = run;
  if (isDense(trace)) return drawDense(naming, [{ ...run, run: 0 }]);
  const lanes = trace.tasks.map(
    ({ index }): Row => ({
      ...taskRow(naming, trace, index, words),
      kind: 'lane',
      run: 0,
      index,
    }),
  );
  const cores = trace.cores.map(
    ({ index }): Row => ({
      ...coreRow(naming, trace, index, words, `core ${index + 1}`),
      run: 0,
      index,
    }),
  );
  const longest = longestReady(
    trace,
    trace.tasks.map(({ index }) => index),
  );
  const marks: Mark[] =
    longest === undefined
      ? []
      : [
          {
            kind: 'bracket',
            lane: longest.task,
            start: longest.start,
            end: longest.end,
            words: longest.state === 'queued' ? 'queued, no free worker' : 'runnable, no free core',
          },
        ];
  return {
    end: clockEnd(trace.end),
    rows: [...lanes, ...cores],
    lanes: lanes.length,
    cores: cores.length,
    pair: false,
    marks,
    path: handovers(trace),
    panels: null,
  };
}

/** What fits beside a lane; the whole tag stands above the timeline. */
const LONGEST_NOTE = 23;
const cut = (tag: string) =>
  tag.length > LONGEST_NOTE ? `${tag.slice(0, LONGEST_NOTE - 1)}…` : tag;

/**
 * Two runs mirrored: each task that both have stands on its line in the first run and hangs below it in the
 * second; tasks that only one run has keep a half lane of their own. With many tasks they stand below each other, the
 * second above, next to the knobs that set it.
 *
 * @param runs with what each is called beside its half: "1 core", "2 cores"
 */
export function drawPair(naming: Naming, runs: readonly [TracedRun, TracedRun]): Drawing {
  const [first, second] = runs;
  if (isDense(first.trace) || isDense(second.trace)) {
    return drawDense(naming, [
      { ...second, run: 1 },
      { ...first, run: 0 },
    ]);
  }
  const subjects = [
    ...new Set([
      ...naming.subjects,
      ...runs.flatMap(({ trace }) => trace.tasks.map(({ name }) => name)),
    ]),
  ].filter((name) => runs.some(({ trace }) => trace.tasks.some((task) => task.name === name)));
  const rows = subjects.flatMap((name, lane) =>
    runs.flatMap(({ trace, words, tag }, run): Row[] => {
      const task = trace.tasks.find((candidate) => candidate.name === name);
      if (task === undefined) return [];
      const row = taskRow(naming, trace, task.index, words);
      return [
        {
          ...row,
          title: `${tag}, ${row.title}`,
          note: cut(tag),
          kind: run === 0 ? 'upper' : 'lower',
          run: run as 0 | 1,
          index: lane,
        },
      ];
    }),
  );
  const coreRows = runs
    .flatMap(({ trace, words, tag }, run) =>
      trace.cores.map(({ index }) => {
        const label = `core ${index + 1} of ${trace.cores.length}`;
        const row = coreRow(naming, trace, index, words, label);
        return { ...row, title: `${tag}, ${row.title}`, run: run as 0 | 1 };
      }),
    )
    .map((row, index): Row => ({ ...row, index }));
  return {
    end: clockEnd(first.trace.end, second.trace.end),
    rows: [...rows, ...coreRows],
    lanes: subjects.length,
    cores: coreRows.length,
    pair: true,
    marks: pairMarks([first.trace, second.trace], subjects),
    path: [],
    panels: null,
  };
}

function pairMarks([first, second]: readonly [Trace, Trace], subjects: readonly string[]): Mark[] {
  return compare(first, second).flatMap((difference): Mark[] => {
    if (difference.earlier === 0) return [];
    const lane = subjects.indexOf(first.tasks[difference.first]?.name as string);
    const ends = [first.tasks[difference.first]?.end, second.tasks[difference.second]?.end] as [
      Nanos,
      Nanos,
    ];
    const [start, end] = ends[0] < ends[1] ? ends : [ends[1], ends[0]];
    const by = milliseconds((end - start) as Nanos);
    const longest = longestReady(first, [difference.first]);
    const bracket: Mark[] =
      longest === undefined || difference.ready <= 0
        ? []
        : [
            {
              kind: 'bracket',
              lane,
              start: longest.start,
              end: longest.end,
              words: `${longest.state === 'queued' ? 'no free worker' : 'no free core'}, ${milliseconds((longest.end - longest.start) as Nanos)}`,
            },
          ];
    const dimension: Mark = {
      kind: 'dimension',
      lane,
      start,
      end,
      words: `${by} ${difference.earlier > 0 ? 'earlier' : 'later'}`,
    };
    return [...bracket, dimension];
  });
}
