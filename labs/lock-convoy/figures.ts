// What a setting comes to in the long run: a run of its own, longer than the drawn one, whose beginning is left out.
import { type Nanos, simulate, type Trace } from '@interleave/simulation';
import { oncePerSetting } from '../../src/lab-kit/once-per.ts';
import { bound, CPU, partsOf, type Setting, server } from './server.ts';

export interface Figures {
  /** Requests a second. */
  readonly throughput: number;
  /** How many cores compute, on average. */
  readonly working: number;
  /** How many threads wait for the lock, on average. */
  readonly blocked: number;
  /** The share of the time in which the lock is held, 0..1. */
  readonly held: number;
}

/** So many requests are counted, by the bound: few enough for all points of a curve. Lengths that vary need more. */
const COUNTED = { alike: 1000, vary: 2000 } as const;
/** Of that time, a share is left out before: until threads stand in line as they go on to do. */
const BEGINNING = 0.2;

/** The figures of a setting in the long run. */
export const figuresAt = oncePerSetting(
  ({ cores, threads, share, call, lengths }: Setting) => [cores, threads, share, call, lengths],
  longRun,
);

function longRun(setting: Setting): Figures {
  const counted = Math.ceil((1000 * COUNTED[setting.lengths]) / bound(setting));
  const from = Math.ceil(counted * BEGINNING);
  const trace = simulate(server(setting, from + counted));
  const requests = trace.tasks.reduce(
    (sum, { rounds }) => sum + rounds.filter(({ end }) => end > from * 1e6).length,
    0,
  );
  // Lengths that are drawn come out a little shorter or longer than on average; the bound holds for the average.
  const throughput = Math.min((1000 * requests) / counted, bound(setting));
  return {
    throughput,
    working: timeIn(trace, 'running', from),
    blocked: timeIn(trace, 'blocked', from),
    held: Math.min(1, (throughput * partsOf(setting).hold) / 1000),
  };
}

/** How many tasks are in a state on average, from an instant (ms) to the end of the clock. */
function timeIn(trace: Trace, wanted: 'running' | 'blocked', from: number): number {
  const begin = from * 1e6;
  let time = 0;
  for (const { segments } of trace.tasks) {
    for (const { state, start, end } of segments) {
      if (state === wanted && end > begin) time += end - Math.max(start, begin);
    }
  }
  return time / ((trace.end as Nanos) - begin);
}

/** How many times the throughput of one core that computes all the time. */
export const timesOneCore = (throughput: number) => (throughput * CPU) / 1000;

/** What keeps a setting from more: its lock, its cores, or that it has no more threads; and its bound. */
export function limitOf(setting: Setting): {
  readonly by: 'lock' | 'cores' | 'threads';
  readonly most: number;
} {
  const { hold } = partsOf(setting);
  const most = bound(setting);
  // Both are the same where one is the other's reason, but for what a computer rounds.
  const isBound = (least: number) => least <= most * (1 + Number.EPSILON * 8);
  if (hold > 0 && isBound(1000 / hold)) return { by: 'lock', most };
  return { by: isBound((1000 * setting.cores) / CPU) ? 'cores' : 'threads', most };
}
