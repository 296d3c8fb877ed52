// One run, from instant to instant, as far at a time as it is told to go.

import { checked } from '../scenario/checked.ts';
import { LIMITS } from '../scenario/limits.ts';
import type { Nanos } from '../scenario/nanos.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { NEVER, NONE } from '../trace/codes.ts';
import type { Stuck, Trace } from '../trace/trace.ts';
import type { TraceData } from '../trace/trace-data.ts';
import { Machine } from './machine.ts';
import { type Parts, partsOf } from './parts.ts';

export class Simulation {
  readonly #parts: Parts;
  readonly #machine: Machine;
  readonly #resends: Parts['resends'];
  /** The tasks in order of their arrival. */
  readonly #order: Int32Array;
  #arrived = 0;
  /** When the next task arrives, ns; NEVER when all have. */
  #arrival = NEVER;
  #events = 0;
  #now = 0;
  #isOver = false;
  #truncated: Trace['truncated'] = null;
  #deadlock: Stuck[] | null = null;

  /** @throws ScenarioError when the scenario cannot be run */
  constructor(scenario: Scenario) {
    this.#parts = partsOf(checked(scenario));
    this.#machine = new Machine(this.#parts);
    const { expanded, resends } = this.#parts;
    this.#resends = resends;
    this.#order = inOrder(expanded.arrival.subarray(0, expanded.firsts));
    this.#awaitArrival();
  }

  /** About how much of the run is done, 0..1: of its clock where that has an end, else of its segments. */
  get progress(): number {
    const { scenario, record } = this.#parts;
    if (this.#isOver) return 1;
    if (this.#now === 0) return 0;
    return scenario.horizon === null ? record.progress : this.#now / scenario.horizon;
  }

  /** Goes on for about so many events, to the end of an instant. Returns whether the run is over. */
  advance(events: number): boolean {
    const { scenario, record } = this.#parts;
    const { horizon } = scenario;
    const until = this.#events + events;
    while (!this.#isOver && this.#events < until) {
      const next = Math.min(this.#machine.next, this.#arrival, this.#resends?.next ?? NEVER);
      if (next === NEVER && record.unended > 0) this.#end(this.#now, 'deadlock');
      else if (horizon !== null && next > horizon) this.#end(horizon);
      else if (next === NEVER) this.#end(this.#now);
      else if (next > LIMITS.time) {
        this.#end(this.#now, 'The run goes on past 2^53 ns, where times are no longer exact.');
      } else if (this.#events >= LIMITS.events) {
        this.#end(this.#now, `The run has more than ${LIMITS.events} events.`);
      } else this.#instant(next);
    }
    return this.#isOver;
  }

  /** The run as data, once; a run that is not over is cut off where it has come to, and says so. */
  finish(): TraceData {
    if (!this.#isOver) this.#end(this.#now, 'The run was not gone on with.');
    const { scenario, expanded, record, devices } = this.#parts;
    const end = this.#now;
    record.finish(end);
    const { processor } = this.#machine;
    // Room was made for more resends than there were.
    const all = record.count === expanded.of.length;
    const columnOf = <T extends Int32Array | Float64Array>(column: T): T =>
      all ? column : (column.slice(0, record.count) as T);
    return {
      scenario,
      end: end as Nanos,
      truncated: this.#truncated,
      deadlock: this.#deadlock,
      switches: processor.switches,
      runtimeSwitches: processor.runtimeSwitchesBy(end),
      of: columnOf(expanded.of),
      arrivals: columnOf(expanded.arrival),
      ends: columnOf(record.ends),
      resends: this.#resends?.pairs ?? new Int32Array(0),
      tasks: all ? record.tasks : { ...record.tasks, last: columnOf(record.tasks.last) },
      cores: record.cores,
      rounds: new Float64Array(record.rounds),
      devices: devices.sums(end),
    };
  }

  #instant(at: number): void {
    const { scenario } = this.#parts;
    const machine = this.#machine;
    this.#now = at;
    const lockings = machine.lockings;
    this.#events += machine.endOnCores(at) + machine.endWaits(at);
    while (this.#arrival === at) {
      this.#arrive(this.#order[this.#arrived] as number, at);
      this.#arrived += 1;
      this.#awaitArrival();
    }
    while (this.#resends?.next === at) {
      this.#parts.record.adds();
      this.#arrive(this.#resends.send(at), at);
    }
    if (at === scenario.horizon) this.#end(at);
    else machine.dispatch(at);
    this.#events += machine.lockings - lockings;
  }

  #arrive(task: number, at: number): void {
    this.#machine.arrive(task, at);
    this.#resends?.sent(task, at);
    this.#events += 1;
  }

  #awaitArrival(): void {
    const { arrival, firsts } = this.#parts.expanded;
    this.#arrival =
      this.#arrived < firsts ? (arrival[this.#order[this.#arrived] as number] as number) : NEVER;
  }

  /** @param why the run was cut off there, in a sentence, or that nobody can go on */
  #end(at: number, why?: string): void {
    this.#now = at;
    this.#isOver = true;
    if (why === 'deadlock') this.#deadlock = this.#stuck();
    else if (why !== undefined) this.#truncated = { reason: why, at: at as Nanos };
  }

  /** Who has not ended, and what each awaits. */
  #stuck(): Stuck[] {
    const { record, locks, expanded } = this.#parts;
    const stuck: Stuck[] = [];
    for (let task = 0; task < record.count; task += 1) {
      if (!Number.isNaN(record.ends[task])) continue;
      const lock = locks.awaited(task);
      const awaits = lock === NONE ? null : (expanded.locks[lock] as string);
      stuck.push({ task, awaits, heldBy: lock === NONE ? null : locks.holder(lock) });
    }
    return stuck;
  }
}

/** Indices by time; at one time in order. */
function inOrder(times: Float64Array): Int32Array {
  const order = new Int32Array(times.length);
  let isOrdered = true;
  for (let i = 0; i < order.length; i += 1) {
    order[i] = i;
    if (i > 0 && (times[i] as number) < (times[i - 1] as number)) isOrdered = false;
  }
  // Most often they are in order as they are written.
  return isOrdered
    ? order
    : order.sort((a, b) => (times[a] as number) - (times[b] as number) || a - b);
}
