// What the services of this lab are made of: requests that arrive at random for a minute, and the machine that answers them.
import {
  type Length,
  ms,
  type Nanos,
  type Operation,
  type Scenario,
  type Step,
  scenario,
  type Task,
} from '@interleave/simulation';

/** How long the panel looks at, s, and which requests count: those that arrive meanwhile. */
export const SECONDS = 60;
export const MINUTE = (SECONDS * 1e9) as Nanos;

/** Linux takes the core from a thread after 4 ms where others want it (HZ=250). */
const SLICE = ms(4);

/** To whole ns: a CPU twice as fast halves odd lengths. */
const whole = (milliseconds: number) => ms(Number(milliseconds.toFixed(6)));

/** Lengths, ms: always the same; from half of the mean to one and a half times it; exponential, with many short ones. */
export const alike = (mean: number): Length => whole(mean);
export const around = (mean: number): Length => ({ from: whole(mean / 2), to: whole(mean * 1.5) });
export const spread = (mean: number): Length => ({ mean: whole(mean) });

/** A burst of computing; a query to the database; a wait for something else. */
export const compute = (duration: Length): Step => ({ kind: 'cpu', duration });
export const query = (duration: Length, device = DATABASE): Operation => ({
  kind: 'io',
  duration,
  device,
});

export const DATABASE = 'database';

/**
 * Requests of one kind, so many a second at random (a Poisson process). They go on to arrive a little beyond the minute,
 * so that it ends under load: their number is fixed, and arrives in a minute but in one run of a thousand.
 */
export function requests(name: string, rate: number, steps: readonly Step[]): Task {
  const expected = rate * SECONDS;
  return {
    name,
    arrival: ms(0),
    count: Math.ceil(expected + 3 * Math.sqrt(expected)),
    spacing: { rate },
    steps,
  };
}

export interface Service {
  readonly cores: number;
  /** How many threads handle requests; each keeps to its request while that waits. */
  readonly threads: number;
  readonly database: Omit<Scenario['devices'][number], 'name'>;
  readonly tasks: readonly Task[];
  readonly seed: number;
}

/** A service of threads with a database. */
export const service = ({ cores, threads, database, tasks, seed }: Service): Scenario =>
  scenario({
    cores,
    slice: SLICE,
    workers: threads,
    waiting: 'holds',
    devices: [{ name: DATABASE, ...database }],
    seed,
    tasks,
  });
