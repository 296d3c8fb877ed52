// The places of this lab: a track from the run queue to the cores, and from there back, straight or by way of a wait.
import { grouped, type Nanos, placesAt, type Trace, waysAt } from '@interleave/simulation';
import { places as figureOf } from '../../src/lab-kit/figures/places/places.tsx';
import type { Place, Track } from '../../src/lab-kit/figures/places/track.ts';
import type { Run } from '../../src/lab-kit/lab.ts';
import type { TraceView } from '../../src/lab-kit/timeline/trace-view.tsx';
import { hasLocks, linesOf, lossOf, trafficOf } from './places-shown.ts';

/** @param traceOf what is known of a run at an instant, ns */
export const places = <V>(
  view: TraceView<Trace>,
  traceOf: (run: Run<V, Trace>, at: number) => Trace,
) => figureOf<V>({ view, traceOf, tracksAt, subject: () => 'where each thread is' });

const IN_PLACE = {
  queue: { state: 'runnable', where: 'the run queue' },
  line: { state: 'queued', where: 'no worker yet' },
  waiting: { state: 'waiting' },
  blocked: { state: 'blocked' },
} as const;

function tracksAt(trace: Trace, at: Nanos): readonly Track[] {
  const standing = placesAt(trace, at);
  const { cores, toCome, ended } = standing;
  const { scenario, tasks } = trace;
  const lines = linesOf(scenario);
  const both = lines.length > 1;
  const rooms = {
    queue: both ? 'half' : 'most',
    line: both ? 'few' : 'most',
    waiting: 'most',
    blocked: 'half',
  } as const;
  const place = (id: keyof typeof rooms): Place => ({
    id,
    ...IN_PLACE[id],
    stays: standing[id],
    room: rooms[id],
  });
  const { takes, loses, waits, blocks, ready } = trafficOf(waysAt(trace, at));
  const loss = lossOf(scenario);
  return [
    {
      above: lines.map(place),
      cores: cores.map((stay, core) => ({ name: `core ${core + 1}`, stay })),
      coresLabel: 'Cores',
      below: [place('waiting'), ...(hasLocks(scenario) ? [place('blocked')] : [])],
      takes: ['takes the core', takes],
      loses: loss === null ? 'nothing takes the core away' : [loss, loses],
      leaves: [['waits', waits], ...(blocks.taken > 0 ? [['blocks', blocks] as const] : [])],
      ready: ['ready', ready],
      caption: `${grouped(tasks.length - toCome.length)} of ${grouped(tasks.length)} threads arrived, ${ended.length === 0 ? 'none' : grouped(ended.length)} ended`,
    },
  ];
}
