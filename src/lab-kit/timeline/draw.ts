// Reads traces into drawings: one run in lanes, or two runs mirrored on one clock.
import {
  compare,
  longestReady,
  milliseconds,
  type Nanos,
  type Trace,
  type Words,
} from '@interleave/simulation';
import { type AnyLab, wordsFor } from '../lab.ts';
import { clockEnd } from './clock.ts';
import { drawDense, isDense } from './draw-dense.ts';
import type { Drawing, Handover, Mark, Row } from './drawing.ts';
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
export function drawRun(lab: AnyLab, trace: Trace): Drawing {
  if (isDense(trace)) return drawDense(lab, [{ trace, tag: '', run: 0 }]);
  const words = wordsFor(lab, trace);
  const lanes = trace.tasks.map(
    ({ index }): Row => ({
      ...taskRow(lab, trace, index, words),
      kind: 'lane',
      run: 0,
      index,
    }),
  );
  const cores = trace.cores.map(
    ({ index }): Row => ({
      ...coreRow(lab, trace, index, words, `core ${index + 1}`),
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
 * @param tags what each run is called beside its half: "1 core", "2 cores"
 */
export function drawPair(
  lab: AnyLab,
  runs: readonly [Trace, Trace],
  tags: readonly [string, string],
): Drawing {
  const [first, second] = runs;
  if (isDense(first) || isDense(second)) {
    return drawDense(lab, [
      { trace: second, tag: tags[1], run: 1 },
      { trace: first, tag: tags[0], run: 0 },
    ]);
  }
  const words = runs.map((trace) => wordsFor(lab, trace)) as [Words, Words];
  const subjects = [
    ...new Set([...lab.subjects, ...runs.flatMap(({ tasks }) => tasks.map(({ name }) => name))]),
  ].filter((name) => runs.some(({ tasks }) => tasks.some((task) => task.name === name)));
  const rows = subjects.flatMap((name, lane) =>
    runs.flatMap((trace, run): Row[] => {
      const task = trace.tasks.find((candidate) => candidate.name === name);
      if (task === undefined) return [];
      const row = taskRow(lab, trace, task.index, words[run] as Words);
      return [
        {
          ...row,
          title: `${tags[run]}, ${row.title}`,
          note: cut(tags[run] as string),
          kind: run === 0 ? 'upper' : 'lower',
          run: run as 0 | 1,
          index: lane,
        },
      ];
    }),
  );
  const coreRows = runs
    .flatMap((trace, run) =>
      trace.cores.map(({ index }) => {
        const label = `core ${index + 1} of ${trace.cores.length}`;
        const row = coreRow(lab, trace, index, words[run] as Words, label);
        return { ...row, title: `${tags[run]}, ${row.title}`, run: run as 0 | 1 };
      }),
    )
    .map((row, index): Row => ({ ...row, index }));
  return {
    end: clockEnd(runs[0].end, runs[1].end),
    rows: [...rows, ...coreRows],
    lanes: subjects.length,
    cores: coreRows.length,
    pair: true,
    marks: pairMarks(runs, subjects),
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
