// What this lab's server comes to under a setting, and what turning each of its four knobs would give.
import { metrics, type Nanos, simulate, type Trace, toMs } from '@interleave/simulation';
import { type Setting, server } from './server.ts';

/** What a run comes to. */
export interface Figures {
  /**
   * Requests answered a second, but for the first tenth of the run: all begin at once, so that none is answered for a
   * while, and a few requests of each client are too few for that not to show.
   */
  readonly throughput: number;
  /** From asking to the answer, ms: half of the requests, and 95 of a hundred, take at most so long. */
  readonly p50: number;
  readonly p95: number;
  /** The part of all cores' time in which they compute, 0..1. */
  readonly busy: number;
}

const NANOS_PER_SECOND = 1e9;
const COUNTED_FROM = 0.1;

export function figuresOf(trace: Trace): Figures {
  const { turnaround, utilisation } = metrics(trace);
  const from = trace.end * COUNTED_FROM;
  const answered = trace.tasks.reduce(
    (sum, { rounds }) => sum + rounds.filter(({ end }) => end > from).length,
    0,
  );
  const throughput = answered / ((trace.end - from) / NANOS_PER_SECOND);
  // Every run is long enough for hundreds of requests.
  const { p50, p95 } = turnaround as { readonly p50: Nanos; readonly p95: Nanos };
  return { throughput, p50: toMs(p50), p95: toMs(p95), busy: utilisation };
}

const MOST_KEPT = 500;
const kept = new Map<string, Figures>();

/**
 * The figures of a setting's run. They are kept: curves, sentence and tables ask for the same runs at each turn.
 *
 * @param run how the setting runs, where it has been simulated already
 */
export function figuresAt(setting: Setting, run?: Trace): Figures {
  const { workload, cores, flight, speed, near } = setting;
  const key = [workload, cores, flight, speed, near].join();
  const known = kept.get(key);
  if (known !== undefined) return known;
  if (kept.size >= MOST_KEPT) kept.clear();
  const found = figuresOf(run ?? simulate(server(setting)));
  kept.set(key, found);
  return found;
}

export type KnobName = 'cores' | 'flight' | 'speed' | 'near';

/** A knob of the server, and what turning it by a factor of two means. */
export interface Knob {
  readonly name: KnobName;
  /** The remedy as a phrase: "twice the cores". */
  readonly remedy: string;
  readonly label: string;
  readonly unit: string;
  /** The value after turning it, from one before: it may be one that the knob does not reach. */
  turned(value: number): number;
}

export const KNOBS: readonly Knob[] = [
  {
    name: 'cores',
    label: 'Cores',
    unit: '',
    remedy: 'twice the cores',
    turned: (cores) => cores * 2,
  },
  {
    name: 'flight',
    label: 'Requests in flight',
    unit: '',
    remedy: 'twice as many in flight',
    turned: (flight) => flight * 2,
  },
  {
    name: 'speed',
    label: 'CPU speed',
    unit: '×',
    remedy: 'a CPU twice as fast',
    turned: (speed) => speed * 2,
  },
  {
    name: 'near',
    label: 'Time the database takes',
    unit: '%',
    remedy: 'a database in half the time',
    turned: (near) => near / 2,
  },
];

/** A setting with one knob turned, and what that gives. */
export interface Remedy extends Figures {
  readonly knob: Knob;
  /** The value of the knob, turned. */
  readonly to: number;
  /** Its throughput by that of the setting as it is. */
  readonly gain: number;
}

/** What turning each of the four knobs by a factor of two gives, in their order. */
export function remedies(setting: Setting): Remedy[] {
  const now = figuresAt(setting).throughput;
  return KNOBS.map((knob) => {
    const to = knob.turned(setting[knob.name]);
    const figures = figuresAt({ ...setting, [knob.name]: to });
    return { ...figures, knob, to, gain: figures.throughput / now };
  });
}
