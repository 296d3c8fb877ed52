// What a setting comes to in the long run, of a run of the simulation whose beginning is left out.
import { type CoreSegment, Simulation, traceOf } from '@interleave/simulation';
import { oncePerSetting } from '../../src/lab-kit/once-per.ts';
import { bound, FULL, kneeOf, type Setting, SLICE, threadsOnACore } from './core.ts';
import { type Stretch, stretchOf } from './stretch.ts';

export interface Figures {
  /** Shares of the core's time, 0..1; together 1. */
  readonly work: number;
  readonly switching: number;
  readonly idle: number;
  /** Bursts a second. */
  readonly throughput: number;
  /** From the end of a wait to the end of the burst, µs, on average. */
  readonly latency: number;
  /** Threads that run or want the core, on average. */
  readonly runnable: number;
  /** What a switch costs, µs, on average; null where there is none. */
  readonly cost: number | null;
}

/** By the bound: so many turns on the core are counted, and a part as many before them are not. */
const COUNTED = 2000;
const BEFORE = 0.2;
/**
 * Near the knee the line at the core comes and goes slowly: so many times as many tell its length, where the threads are
 * not so many that their own number already takes time. Of so many, half the turns do where the knee is far: nothing varies.
 */
const MORE = 5;
const MOST_THREADS = 1000;
const isNear = (ratio: number) => ratio > 0.75 && ratio < 1.25;
/** What a run of a setting comes to, and a short stretch of it. */
export interface LongRun extends Figures {
  readonly stretch: Stretch;
}

/** @param counted so many turns on the core are counted, about */
export function longRun(setting: Setting, counted = turnsFor(setting)): LongRun {
  const turn = 1e6 / (bound(setting) * Math.ceil(setting.burst / SLICE));
  const from = Math.ceil(turn * counted * BEFORE);
  const run = new Simulation(threadsOnACore(setting, from + Math.ceil(turn * counted)));
  run.advance(Number.POSITIVE_INFINITY);
  const data = run.finish();
  const segments = traceOf(data).cores[0]?.segments ?? [];
  const figures = figuresOf(setting, segments, data.rounds, from * 1000);
  const cost = figures.cost === null ? null : setting.cost;
  return { ...figures, stretch: stretchOf(setting, segments, from * 1000, cost) };
}

function turnsFor(setting: Setting): number {
  const near = isNear(setting.threads / kneeOf(setting));
  if (setting.threads > MOST_THREADS) return near ? COUNTED : COUNTED / 2;
  return near ? COUNTED * MORE : COUNTED;
}

/** The long run of a setting. */
export const runAt = oncePerSetting(
  ({ threads, burst, wait, cost, grows }: Setting) => [threads, burst, wait, cost, grows],
  (setting) => longRun(setting),
);

function figuresOf(
  { threads, burst, wait }: Setting,
  segments: readonly CoreSegment[],
  rounds: Float64Array,
  from: number,
): Figures {
  const time = { running: 0, switching: 0, idle: 0 };
  let switches = 0;
  for (const { state, start, end } of segments) {
    if (end <= from) continue;
    time[state] += end - Math.max(start, from);
    if (state === 'switching') switches += 1;
  }
  const whole = time.running + time.switching + time.idle;
  const bursts = time.running / (burst * 1000);
  const full = time.idle < FULL * whole;
  const measured = full ? null : meanRound(rounds, from);
  // The interactive response time law, R = N / X − Z, from whichever of the two is the steadier in a short run: the work
  // done where the core is full, and what a burst takes where it is not.
  const throughput =
    measured === null ? (bursts * 1e9) / whole : (1e6 * threads) / (wait + measured);
  const latency = measured ?? (1e6 * threads) / throughput - wait;
  const work = (throughput * burst) / 1e6;
  const switching = bursts === 0 ? 0 : (work * time.switching) / time.running;
  return {
    work,
    switching,
    idle: time.idle === 0 ? 0 : Math.max(0, 1 - work - switching),
    throughput,
    latency,
    runnable: (throughput * latency) / 1e6,
    cost: switches === 0 ? null : time.switching / switches / 1000,
  };
}

/** How long a round that ends after an instant takes, µs, on average; null where none does. */
function meanRound(rounds: Float64Array, from: number): number | null {
  let sum = 0;
  let count = 0;
  for (let i = 0; i < rounds.length; i += 3) {
    const end = rounds[i + 2] as number;
    if (end <= from) continue;
    sum += end - (rounds[i + 1] as number);
    count += 1;
  }
  return count === 0 ? null : sum / count / 1000;
}
