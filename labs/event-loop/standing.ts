// Where each work stands at an instant, and which ways it took, loop by loop: before any pixel.
import type { Nanos, PlaceName, Stay, TaskSegment, TaskTrace, Trace } from '@interleave/simulation';
import type { Traffic } from '../../src/lab-kit/figures/places/track.ts';
import { oncePer } from '../../src/lab-kit/once-per.ts';
import { isForPool, isOnPool, isTimer } from './names.ts';
import { hasThreads, isPoolCore, processOf, readsFiles } from './run.ts';

/** In line for the loop, on it, in line for a pool thread, with one, waiting for IO, or a timer that is set. */
export type Spot = 'line' | 'loop' | 'pool-line' | 'pool' | 'io' | 'timers';

export type WayName = 'takes' | 'loses' | 'asks' | 'ready';

/** How each is drawn. Who has a pool thread that waits for the disk waits. */
const PLACE: Readonly<Record<Spot, PlaceName>> = {
  line: 'line',
  loop: 'core',
  'pool-line': 'line',
  pool: 'core',
  io: 'waiting',
  timers: 'waiting',
};

/** How many loops a run has. */
export const loopsIn = (trace: Trace) =>
  trace.cores.filter(({ index }) => !isPoolCore(trace, index)).length;

/** The works of a loop. */
export const worksOf = (trace: Trace, loop: number) =>
  loopsIn(trace) === 1
    ? trace.tasks
    : trace.tasks.filter(({ index, name }) => processOf(index, name) === loop);

function spotOf(trace: Trace, name: string, segment: TaskSegment): Spot {
  if (isForPool(segment)) return 'pool-line';
  if (isOnPool(trace, segment)) return 'pool';
  if (isTimer(name, segment)) return 'timers';
  if (segment.state === 'running') return 'loop';
  return segment.state === 'waiting' ? 'io' : 'line';
}

/** Who stands where on a loop's track at an instant; of a line, the next first. */
export function standingAt(trace: Trace, loop: number, at: Nanos): Record<Spot, Stay[]> {
  const found: Record<Spot, Stay[]> = {
    line: [],
    loop: [],
    'pool-line': [],
    pool: [],
    io: [],
    timers: [],
  };
  for (const { index, name, segments } of worksOf(trace, loop)) {
    const segment = segments.findIndex(({ start, end }) => start <= at && at < end);
    const one = segments[segment];
    // Its queries stand for a request that waits for them.
    if (one === undefined || (name === 'request' && one.state === 'waiting')) continue;
    const spot = spotOf(trace, name, one);
    const inQueue = spot === 'line' && hasThreads(trace);
    const inRead = spot === 'pool' && readsFiles(trace);
    found[spot].push({
      task: index,
      segment,
      place: inQueue ? 'queue' : inRead ? 'waiting' : PLACE[spot],
      core: one.core,
      switching: false,
      since: one.start,
      until: one.end,
    });
  }
  for (const spot of ['line', 'pool-line'] as const) {
    found[spot].sort((a, b) => a.until - b.until || a.since - b.since);
  }
  return found;
}

interface Taken {
  readonly at: Nanos;
  readonly way: WayName;
}

/** The ways that a work took, in order. A callback that only hands on has been on the loop for no time. */
function waysOfWork(trace: Trace, { name, segments }: TaskTrace): Taken[] {
  if (name.startsWith('query')) return [];
  return segments.flatMap((segment, i): Taken[] => {
    const before = segments[i - 1];
    const from = before === undefined ? null : spotOf(trace, name, before);
    const to = spotOf(trace, name, segment);
    return waysBetween(from, to).map((way) => ({ at: segment.start, way }));
  });
}

function waysBetween(from: Spot | null, to: Spot): WayName[] {
  const onward: WayName[] = to === 'line' ? [] : to === 'loop' ? ['takes'] : ['takes', 'asks'];
  switch (from) {
    case null:
      return to === 'loop' ? ['takes'] : [];
    case 'line':
      return onward;
    case 'loop':
      if (to === 'line') return ['loses'];
      return to === 'loop' ? ['loses', 'takes'] : ['asks'];
    case 'pool-line':
      return [];
    default:
      return ['ready', ...onward];
  }
}

const waysByLoop = oncePer((trace: Trace) =>
  Array.from({ length: loopsIn(trace) }, (_, loop) =>
    worksOf(trace, loop).flatMap((work) => waysOfWork(trace, work)),
  ),
);

/** How often each way of a loop's track was taken up to an instant, and which were taken last. */
export function trafficAt(trace: Trace, loop: number, at: Nanos): Record<WayName, Traffic> {
  const taken = (waysByLoop(trace)[loop] ?? []).filter((one) => one.at <= at);
  const last = Math.max(...taken.map((one) => one.at));
  const on = (name: WayName, core: number | null): Traffic => {
    const own = taken.filter(({ way }) => way === name);
    return { taken: own.length, now: own.some((one) => one.at === last) ? [core] : [] };
  };
  return {
    takes: on('takes', 0),
    loses: on('loses', 0),
    asks: on('asks', 0),
    ready: on('ready', null),
  };
}
