// The places of this lab: a track from the run queue to the cores, and from there back, straight or by way of a wait.
import { type Nanos, placesAt, type Trace, waysAt } from '@interleave/simulation';
import { places as figureOf } from '../../src/lab-kit/figures/places/places.tsx';
import { type Place, ROOMS, type Track } from '../../src/lab-kit/figures/places/track.ts';
import type { Run } from '../../src/lab-kit/lab.ts';
import { STATES } from '../../src/lab-kit/states/states.ts';
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
  waiting: { state: 'waiting', where: '' },
  blocked: { state: 'blocked', where: '' },
} as const;

function tracksAt(trace: Trace, at: Nanos): readonly Track[] {
  const standing = placesAt(trace, at);
  const { cores, toCome, ended } = standing;
  const { scenario, tasks } = trace;
  const lines = linesOf(scenario);
  const both = lines.length > 1;
  const rooms = {
    queue: both ? ROOMS.half : ROOMS.most,
    line: both ? ROOMS.few : ROOMS.most,
    waiting: ROOMS.most,
    blocked: ROOMS.half,
  };
  const place = (id: keyof typeof rooms): Place => {
    const { state, where } = IN_PLACE[id];
    const ordered = id === 'queue' || id === 'line';
    return {
      id,
      state,
      word: STATES[state].word,
      where,
      stays: standing[id],
      room: rooms[id],
      ordered,
    };
  };
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
      caption: `${counted(tasks.length - toCome.length)} of ${counted(tasks.length)} threads arrived, ${ended.length === 0 ? 'none' : counted(ended.length)} ended`,
    },
  ];
}

const counted = (count: number) => count.toLocaleString('en');
