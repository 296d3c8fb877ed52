// The timeline of this lab: the kit's lanes in the words of an event loop, a row for each loop, and for each pool thread.
import {
  milliseconds,
  type Nanos,
  once,
  type TaskSegment,
  type Trace,
} from '@interleave/simulation';
import {
  type Bar,
  type Drawing,
  type Mark,
  type Panel,
  plainRow,
  type Row,
  readable,
  SIDES,
} from '../../src/lab-kit/timeline/drawing/drawing.ts';
import type { TracedRun } from '../../src/lab-kit/timeline/naming.ts';
import { awaitedIn, coreName, isForPool, isOnPool, isTimer } from './names.ts';
import { hasThreads, readsFiles } from './run.ts';

/** A drawing in the words of an event loop. */
export function inLoopWords(drawing: Drawing, runs: readonly TracedRun[]): Drawing {
  const { panels, pair, marks } = drawing;
  return {
    ...drawing,
    panels: panels.flatMap((panel): Panel[] => {
      if (panel.of === 'tasks') {
        return [{ ...panel, rows: panel.rows.map((row) => withWaits(row, runs)) }];
      }
      const named = { ...panel, rows: renamed(panel, runs, pair) };
      return pair ? [named] : [named, ...poolOf(runs[0] as TracedRun)];
    }),
    marks: marks.map((mark) =>
      pair
        ? { ...mark, text: mark.text.replace('no free worker', 'in line') }
        : inWords(mark, runs[0] as TracedRun),
    ),
  };
}

/** A work's row that says what each of its waits is for. */
function withWaits(row: Row, runs: readonly TracedRun[]): Row {
  const { trace } = runs[row.run] as TracedRun;
  const { name = '', segments = [] } = trace.tasks[row.task ?? -1] ?? {};
  return {
    ...row,
    bars: once(() =>
      row.bars().map((bar, i): Bar => {
        const segment = segments[i] as TaskSegment;
        return { ...bar, ...waitWords(trace, name, segment, bar) };
      }),
    ),
  };
}

function waitWords(
  trace: Trace,
  name: string,
  segment: TaskSegment,
  bar: Bar,
): Partial<Pick<Bar, 'said' | 'beside'>> {
  if (isTimer(name, segment)) {
    return {
      said: `set for ${readable(segment.end)} ms`,
      beside: `set for ${readable(segment.end)}`,
    };
  }
  if (isForPool(segment)) return { said: 'in line for a pool thread' };
  if (bar.state === 'queued') return { said: 'in line for the loop' };
  if (segment.state === 'running' && isOnPool(trace, segment)) {
    return { said: 'running on a pool thread' };
  }
  if (segment.state !== 'waiting') return {};
  const awaited = awaitedIn(trace, name, segment);
  const of = awaited === 'queries' ? 'its queries' : `the ${awaited}`;
  return { said: `waiting for ${of}`, beside: bar.beside && awaited };
}

/** The rows of the cores, called what they are here. */
function renamed({ rows }: Panel, runs: readonly TracedRun[], pair: boolean): Row[] {
  return rows.map((row) => {
    const { trace, tag } = runs[row.run] as TracedRun;
    const core = rows.filter((one) => one.run === row.run).indexOf(row);
    const name = coreName(trace, core);
    const label = pair ? `${name}, ${SIDES[row.run]}` : name;
    return { ...row, label, title: tag === '' ? label : `${tag}, ${label}` };
  });
}

/** The threads of the pool that wait for the disk, a row each; those that have nothing to do are left out. */
function poolOf({ trace, names }: TracedRun): Panel[] {
  if (!readsFiles(trace) || hasThreads(trace)) return [];
  const bars = trace.tasks.flatMap(({ index, segments }) =>
    segments.flatMap((one, segment) => {
      if (one.state !== 'waiting' || one.worker === null) return [];
      const { start, end, worker } = one;
      const name = names.tasks[index] as string;
      const bar: Bar = {
        state: 'waiting',
        start,
        end,
        task: index,
        segment,
        text: 'W',
        beside: name,
        assumed: false,
        said: `reads for ${name}`,
      };
      return [{ bar, worker }];
    }),
  );
  const threads = [...new Set(bars.map(({ worker }) => worker))].sort((a, b) => a - b);
  return [
    {
      of: 'workers',
      size: 'band',
      heading: null,
      rows: threads.map((thread, line) => {
        const own = bars.filter(({ worker }) => worker === thread).map(({ bar }) => bar);
        return plainRow(line, `pool thread ${thread}`, own);
      }),
    },
  ];
}

/** A bracket says what was there, and what kept it. */
function inWords(mark: Mark, { trace }: TracedRun): Mark {
  const task = trace.tasks[mark.line];
  const segment = task?.segments.find(({ start }) => start === mark.start);
  if (segment === undefined || hasThreads(trace)) return mark;
  const length = milliseconds((mark.end - mark.start) as Nanos);
  return { ...mark, text: `${whatIsSo(task?.name ?? '', segment)}: ${length}` };
}

function whatIsSo(name: string, segment: TaskSegment): string {
  if (isForPool(segment)) return 'no free pool thread';
  if (segment.cause !== 'io-done') return 'in line for the loop';
  return name === 'timer' ? 'due, but the loop is busy' : 'answered, but the loop is busy';
}
