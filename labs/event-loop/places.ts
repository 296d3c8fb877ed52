// The places of this lab: a track for each loop, from the line to the loop, and from there to what is waited for and back.
import { capital, instants, type Nanos, type Trace } from '@interleave/simulation';
import { places as figureOf } from '../../src/lab-kit/figures/places/places.tsx';
import type { Place, Track } from '../../src/lab-kit/figures/places/track.ts';
import { oncePer } from '../../src/lab-kit/once-per.ts';
import { coreName } from './names.ts';
import { hasThreads, readsFiles } from './run.ts';
import type { Setting } from './setting.ts';
import { loopsIn, type Spot, standingAt, trafficAt, worksOf } from './standing.ts';
import { lanes } from './view.tsx';

type Look = Pick<Place, 'state' | 'word' | 'where' | 'room'>;

/** The places under the loop, the nearest to it first: each where a run has works that can stand there. */
const BELOW: readonly (readonly [Spot, Look])[] = [
  ['io', { state: 'waiting', word: 'IO under way', room: 'most' }],
  ['pool-line', { state: 'queued', where: 'the pool', room: 'half' }],
  ['pool', { state: 'running', word: 'pool', where: 'a thread computes', room: 'few' }],
  ['timers', { state: 'waiting', word: 'timers set', room: 'one' }],
];

/** A pool thread waits for the disk with its read. */
const READING: Look = { state: 'waiting', word: 'reading', where: 'the disk', room: 'most' };

export const places = figureOf<Setting>({
  view: lanes,
  traceOf: ({ result }) => result,
  tracksAt,
  subject: (trace) =>
    hasThreads(trace) ? 'the threads' : loopsIn(trace) > 1 ? 'the two loops' : 'the loop',
});

function tracksAt(trace: Trace, at: Nanos): readonly Track[] {
  return Array.from({ length: loopsIn(trace) }, (_, loop) => trackOf(trace, loop, at));
}

function trackOf(trace: Trace, loop: number, at: Nanos): Track {
  const standing = standingAt(trace, loop, at);
  const { takes, loses, asks, ready } = trafficAt(trace, loop, at);
  const threads = hasThreads(trace);
  const name = coreName(trace, loop);
  const below = placesBelow(trace)[loop] ?? [];
  return {
    above: [
      {
        id: 'line',
        state: threads ? 'runnable' : 'queued',
        ...(threads ? { where: 'the run queue' } : { word: `in line for ${name}` }),
        stays: standing.line,
        room: 'most',
      },
    ],
    cores: [{ name, stay: standing.loop[0] ?? null }],
    coresLabel: capital(name),
    below: below.map(([id, look]): Place => {
      const own = id === 'pool' && readsFiles(trace) ? READING : look;
      // Three share the floor.
      const room = id === 'io' && below.length > 2 ? 'half' : own.room;
      return { id, ...own, room, stays: standing[id] };
    }),
    takes: [threads ? 'takes the core' : 'next callback', takes],
    loses: isInterrupted(trace)
      ? [threads ? 'slice over' : 'piece done', loses]
      : 'nothing interrupts a callback',
    leaves: [[threads ? 'waits' : 'asks', asks]],
    ready: [threads ? 'ready' : 'answered, or due', ready],
    caption: captionOf(trace, loop, at),
  };
}

/** The places under each loop at which anything ever stands. */
const placesBelow = oncePer((trace: Trace) =>
  Array.from({ length: loopsIn(trace) }, (_, loop) => {
    const standings = instants(trace).map((at) => standingAt(trace, loop, at));
    return BELOW.filter(([id]) => standings.some((standing) => standing[id].length > 0));
  }),
);

/** Whether a slice or a piece ever ends before its work does. */
const isInterrupted = oncePer((trace: Trace) =>
  trace.tasks.some(({ segments }) => segments.some(({ cause }) => cause.endsWith('slice-expired'))),
);

/** How many have come, and have ended. The timer is not counted, nor the queries of a request. */
function captionOf(trace: Trace, loop: number, at: Nanos): string {
  const works = worksOf(trace, loop).filter(({ name }) => !/^(timer|query)/.test(name));
  const arrived = works.filter(({ arrival }) => arrival <= at).length;
  const ended = works.filter(({ end }) => end !== null && end <= at).length;
  const many = trace.tasks.some(({ name }) => name === 'tick') ? 'callbacks' : 'requests';
  const done = many === 'requests' ? 'answered' : 'done';
  return `${arrived} of ${works.length} ${works.length === 1 ? many.replace(/s$/, '') : many} arrived, ${ended === 0 ? 'none' : ended} ${done}`;
}
