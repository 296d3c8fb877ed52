// What this lab's server comes to under a setting, and what turning each of its knobs would give.
import { metrics, type Nanos, simulate, type Trace, toMs } from '@interleave/simulation';
import { oncePerSetting } from '../../src/lab-kit/once-per.ts';
import { demand, type Setting, server } from './server.ts';

/** What a run comes to. */
export interface Figures {
  /** Requests answered a second. */
  readonly throughput: number;
  /** From asking to the answer, ms, on average. */
  readonly mean: number;
  /** From asking to the answer, ms: half of the requests, and 95 of a hundred, take at most so long. */
  readonly p50: number;
  readonly p95: number;
  /** The part of all cores' time in which they compute, 0..1. */
  readonly busy: number;
  /** How long a query waits for a connection, ms, on average. */
  readonly queued: number;
}

const NANOS_PER_SECOND = 1e9;

/**
 * The figures of a run.
 *
 * How many requests are answered a second is told from the work done. In the long run the CPU time used divided by what
 * a request takes of it, the database's time divided by what a request takes of that, and both together come to the same
 * number. In a run of some hundred requests of random lengths they differ by a per cent or two, as the answers counted
 * do: of the three the least is taken, since no server can pass that. The mean latency follows by Little's law, as each
 * user has one request in flight at every moment.
 */
export function figuresOf(trace: Trace, setting: Setting): Figures {
  const { turnaround, utilisation, cores, devices } = metrics(trace);
  const { cpu, database } = demand(setting);
  const computed = toMs(cores.reduce((sum, { busy }) => sum + busy, 0) as Nanos);
  const [{ busy, queued, operations }] = devices as [(typeof devices)[number]];
  const served = toMs(busy);
  const requests = Math.min(
    computed / cpu,
    served / database,
    (computed + served) / (cpu + database),
  );
  const throughput = requests / (trace.end / NANOS_PER_SECOND);
  // Every run is long enough for hundreds of requests.
  const { p50, p95 } = turnaround as { readonly p50: Nanos; readonly p95: Nanos };
  return {
    throughput,
    mean: (1000 * setting.flight) / throughput,
    p50: toMs(p50),
    p95: toMs(p95),
    busy: utilisation,
    queued: toMs((queued / operations) as Nanos),
  };
}

/**
 * The figures of a setting's run.
 *
 * @param run how the setting runs, where it has been simulated already
 */
export const figuresAt = oncePerSetting(
  ({ workload, cores, flight, speed, near, connections }: Setting) => [
    workload,
    cores,
    flight,
    speed,
    near,
    connections,
  ],
  (setting, run?: Trace) => figuresOf(run ?? simulate(server(setting)), setting),
);

/** The knobs that a curve can be over. */
export type Turn = 'cores' | 'flight' | 'speed' | 'near';
export type KnobName = Turn | 'connections';

/** A knob of the server, and what turning it by a factor of two means. */
export interface Knob<Name extends KnobName = KnobName> {
  readonly name: Name;
  /** The remedy as a phrase: "twice the cores". */
  readonly remedy: string;
  readonly label: string;
  readonly unit: string;
  /** The value after turning it, from one before: it may be one that the knob does not reach. */
  turned(value: number): number;
}

export const KNOBS: readonly Knob<Turn>[] = [
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

const CONNECTIONS: Knob = {
  name: 'connections',
  label: 'Database connections',
  unit: '',
  remedy: 'a database that serves twice as many connections',
  turned: (connections) => connections * 2,
};

/** What turning each knob by a factor of two gives, in their order; connections only where there is a limit to them. */
export function remedies(setting: Setting): Remedy[] {
  const now = figuresAt(setting).throughput;
  return [...KNOBS, CONNECTIONS].flatMap((knob): Remedy[] => {
    const from = setting[knob.name];
    if (from === null) return [];
    const to = knob.turned(from);
    const figures = figuresAt({ ...setting, [knob.name]: to });
    return [{ ...figures, knob, to, gain: figures.throughput / now }];
  });
}
