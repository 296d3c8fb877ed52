// The server of this lab: three workloads, the scenario of a setting, and the bounds that no such server passes.
import {
  asymptoticBounds,
  type Length,
  ms,
  type Scenario,
  type Step,
  scenario,
} from '@interleave/simulation';

export type Workload = 'io' | 'mixed' | 'cpu';

/** The knobs, and what they turn. */
export interface Setting {
  readonly workload: Workload;
  readonly cores: number;
  /** Users; each has one request in flight at every moment. */
  readonly flight: number;
  /** How many times as fast the CPU is. */
  readonly speed: number;
  /**
   * How long the database takes, in per cent of the workload's. More than 0: a user that never waits would keep its core
   * from one request to the next, and others would never run.
   */
  readonly near: number;
  /** How many queries the database works on at once; the others wait for it. Null: any number. */
  readonly connections: number | null;
}

/** What a request takes on average, ms: two equal bursts of CPU, and the database between them. */
const WORKLOADS: Readonly<Record<Workload, { readonly burst: number; readonly database: number }>> =
  {
    io: { burst: 5, database: 250 },
    mixed: { burst: 25, database: 50 },
    cpu: { burst: 50, database: 2 },
  };

/** Enough for a 95th percentile of some thirty requests, and few enough to simulate a whole curve at each turn. */
const REQUESTS = 600;
/** With fewer of each user, the run would be over before requests stand in line as they go on to do. */
const REQUESTS_EACH = 10;
/** Nearest to the middle of forty seeds, over the presets; others differ from it by up to 5%, as the tests say. */
const SEED = 32;

/** What a request takes on average, ms, when nothing is in its way: of CPU, and of the database. */
export function demand({ workload, speed, near }: Setting) {
  const { burst, database } = WORKLOADS[workload];
  return { cpu: (2 * burst) / speed, database: (database * near) / 100 };
}

/**
 * What no server of this setting passes in the long run: the most requests a second, and the least mean latency, ms.
 *
 * With N in flight, C ms of CPU and W ms of database a request, m cores and k connections: throughput ≤ min(N / (C + W),
 * m / C, k / W), latency ≥ max(C + W, N C / m, N W / k). All parts stay bounds with several cores and connections: no
 * request is answered sooner than in C + W, m cores give at most m seconds of CPU a second, and k connections k seconds
 * of database. As stations of one server: a core that is m times as fast takes C / m, and what a request takes longer on
 * a real one it is delayed by without queueing; so for the connections.
 *
 * Source: Lazowska, Zahorjan, Graham and Sevcik, Quantitative System Performance (1984), section 5.2, for one server.
 */
export function bounds(setting: Setting): {
  readonly throughput: number;
  readonly latency: number;
} {
  const { cpu, database } = demand(setting);
  const { cores, connections } = setting;
  const stations = [cpu / cores, ...(connections === null ? [] : [database / connections])];
  const delay = cpu + database - stations.reduce((sum, station) => sum + station, 0);
  const { throughput, response } = asymptoticBounds(stations, delay, setting.flight);
  return { throughput, latency: delay + response };
}

/** A length with this mean, ms: evenly from half of it to one and a half times it. */
function around(mean: number): Length {
  // To whole ns: a CPU that is 1.5 times as fast leaves thirds of a ms.
  const whole = (milliseconds: number) => ms(Number(milliseconds.toFixed(6)));
  return { from: whole(mean / 2), to: whole(mean * 1.5) };
}

/**
 * A thread per request. Each user asks again as soon as it is answered, and the clock stops when about 600 requests are
 * answered, by the bounds, or 10 of each user if those are more: so every point of a curve is as steady, and as quick to
 * compute, as the others. What is random is drawn for each user by itself, so that its requests are the same whatever
 * the knobs say.
 */
export function server(setting: Setting, seed = SEED): Scenario {
  const { cpu, database } = demand(setting);
  const requests = Math.max(REQUESTS, REQUESTS_EACH * setting.flight);
  const burst: Step = { kind: 'cpu', duration: around(cpu / 2) };
  return scenario({
    cores: setting.cores,
    workers: 'per-task',
    waiting: 'holds',
    seed,
    devices: [{ name: 'database', capacity: setting.connections }],
    horizon: ms(Math.ceil((1000 * requests) / bounds(setting).throughput)),
    tasks: [
      {
        name: 'user',
        count: setting.flight,
        arrival: ms(0),
        think: ms(0),
        steps: [burst, { kind: 'io', device: 'database', duration: around(database) }, burst],
      },
    ],
  });
}
