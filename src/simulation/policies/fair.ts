// A fair scheduler: whoever has had least of the core, for its weight, is next. The Completely Fair Scheduler of Linux
// (kernel documentation, CFS Scheduler), simplified: the package's README says how.
import type { Joining, PolicyDefinition, Workers } from './policy.ts';
import { Ranked } from './ranked.ts';

/** Linux's defaults for one core, in ns: sysctl_sched_latency, …_min_granularity and …_wakeup_granularity. */
const LATENCY = 6_000_000;
const LEAST_SHARE = 750_000;
const WAKE_UP_LEAD = 1_000_000;
/** Who has waited may be ahead of the others by this much of the latency: GENTLE_FAIR_SLEEPERS. */
const SLEEPERS_CREDIT = LATENCY / 2;

interface Entity {
  /** Virtual runtime: time computed, divided by the weight of the task, rounded down at each charge, ns. */
  virtual: number;
  /** Time computed since it took its core, ns. */
  ran: number;
  /** When it last joined the line after a wait, ns. */
  woken: number;
  /** What it weighs as long as it runs or stands in line; 0 else. */
  weight: number;
}

class Fair extends Ranked {
  readonly #entities = new Map<number, Entity>();
  readonly #workers: Workers;
  readonly #tick: number;
  readonly #cores: number;
  /** What no newcomer's virtual runtime may be below; never falls. */
  #floor = 0;
  /** The weight of all who run or stand in line. */
  #load = 0;

  constructor(workers: Workers, tick: number, cores: number) {
    super();
    this.#workers = workers;
    this.#tick = tick;
    this.#cores = cores;
  }

  override join(worker: number, at: number, why: Joining): void {
    const known = this.#entities.get(worker);
    const entity = known ?? { virtual: this.#floor, ran: 0, woken: Number.NaN, weight: 0 };
    if (known === undefined) this.#entities.set(worker, entity);
    else if (why === 'ready') {
      entity.virtual = Math.max(entity.virtual, this.#floor - SLEEPERS_CREDIT);
      entity.woken = at;
    }
    this.#weigh(entity, this.#workers.weight(worker));
    this.line.push(entity.virtual, worker);
  }

  override take(): number {
    const worker = this.line.pop();
    this.#of(worker).ran = 0;
    return worker;
  }

  override allowance(_worker: number, at: number): number {
    return this.#tick - (at % this.#tick);
  }

  override givesWay(worker: number): boolean {
    const { ran, weight } = this.#of(worker);
    return ran >= Math.max(LEAST_SHARE, (LATENCY * this.#cores * weight) / this.#load);
  }

  override charge(worker: number, spent: number): void {
    const entity = this.#of(worker);
    entity.virtual += Math.floor(spent / this.#workers.weight(worker));
    entity.ran += spent;
    this.#floor = Math.max(this.#floor, Math.min(entity.virtual, this.line.earliest));
  }

  override leave(worker: number): void {
    this.#weigh(this.#of(worker), 0);
  }

  override goesOn(worker: number): void {
    this.#weigh(this.#of(worker), this.#workers.weight(worker));
  }

  override standing(worker: number, ran: number): number {
    return this.#of(worker).virtual + Math.floor(ran / this.#workers.weight(worker));
  }

  override comesBefore(standing: number, at: number): boolean {
    const { virtual, woken } = this.#of(this.first);
    return woken === at && standing - virtual > WAKE_UP_LEAD;
  }

  #of(worker: number): Entity {
    return this.#entities.get(worker) as Entity;
  }

  #weigh(entity: Entity, weight: number): void {
    this.#load += weight - entity.weight;
    entity.weight = weight;
  }
}

export const fair: PolicyDefinition = {
  slice: 'senseless',
  tick: 'needed',
  make: ({ tick, cores }, workers) => new Fair(workers, tick, cores),
};
