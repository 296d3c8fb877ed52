// What a case of the lab is: a slow service, what an engineer on call sees of it, the remedies, and what each does.
import type { Sentence, Trace } from '@interleave/simulation';
import type { DrawnState } from '../../src/lab-kit/states/states.ts';

/** What can be done about a slow service; each case offers some of them. A name is public: it stands in links. */
export type RemedyId = string;

/** What a reader says first of a remedy: what it does to the 95th percentile. `shown` asks to be shown at once. */
export type Said = 'none' | 'half' | 'lower' | 'same' | 'higher' | 'shown';

/** What a remedy did to the 95th percentile, by the share that is left of it. */
export type Effect = Exclude<Said, 'none' | 'shown'>;

/** A line of the panel: one figure of the service, second by second. */
export interface Gauge {
  readonly id: string;
  /** "cores in use". */
  readonly name: string;
  /** Above its column in a table, with its unit: "cores in use, %". */
  readonly head: string;
  /** Over the whole minute, in words: "14%", "4.6", "374". */
  readonly average: string;
  /** Beside it: "2 cores", "at worst 51". */
  readonly beside: string;
  /** One value a second, oldest first. */
  readonly seconds: readonly number[];
  /** The value that fills the strip's height. */
  readonly full: number;
  /** Where there is a line through the strip: all cores, all connections, the requests asked. */
  readonly limit: number | null;
  /** The state that it counts, for its colour; null where it counts none. */
  readonly state: DrawnState | null;
  /** For a screen reader: "Cores in use: 14%, least 11, most 20." */
  readonly told: string;
}

/** How long the answers took, in ms, from a request's first sending to its answer. */
export interface Latencies {
  /** All of them, ascending. */
  readonly sorted: Float64Array;
  readonly mean: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

/** What one of the remedies comes to, on the same requests. */
export interface Outcome {
  readonly id: RemedyId;
  /** On its button: "a pool of 10". */
  readonly label: string;
  readonly latencies: Latencies;
  readonly effect: Effect;
  /** Why it does that, in a sentence or two with figures of this run. */
  readonly why: Sentence;
}

/** A case, simulated as it is and with each of its remedies. */
export interface Diagnosis {
  /** "Case 3: a pool too small", told only after an answer. */
  readonly name: string;
  /** What users and the engineer see, ending in the question; it does not give the answer away. */
  readonly story: Sentence;
  /** "an API with a database, 90 requests a second". */
  readonly service: string;
  readonly gauges: readonly Gauge[];
  readonly before: Latencies;
  /** In the order of the buttons. */
  readonly outcomes: readonly Outcome[];
  /** The one that leaves the lowest 95th percentile, by more than 5%. */
  readonly right: RemedyId;
  /** What the panel shows, told after an answer. */
  readonly shows: Sentence;
  /** Why all but the best help less, told after an answer. */
  readonly others: Sentence;
  /** The run as it is, for a second of it as a timeline. */
  trace(): Trace;
}
