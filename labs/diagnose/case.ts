// From a case as it is written down to its diagnosis: every remedy is simulated, and the runs say which is right.
import { once, type Scenario, type Sentence } from '@interleave/simulation';
import type { Diagnosis, Latencies, RemedyId } from './kinds.ts';
import { effectOf } from './latencies.ts';
import type { Reading } from './panel.ts';
import { type Watched, watch } from './watched.ts';

/** A remedy as it is written down: the service that it makes, for the same requests. */
export interface Remedy {
  readonly id: RemedyId;
  readonly label: string;
  readonly scenario: Scenario;
  /** Why it does what it does: from the run as it is, and the run with it. */
  why(now: Watched, after: Watched): Sentence;
}

export interface Case {
  readonly name: string;
  readonly service: string;
  readonly scenario: Scenario;
  /** The gauges of its panel, from the top down. */
  readonly panel: readonly Reading[];
  /** In the order of the buttons. */
  readonly remedies: readonly Remedy[];
  story(now: Watched): Sentence;
  shows(now: Watched): Sentence;
  others(now: Watched): Sentence;
}

/** By how much the best remedy's 95th percentile is below every other's, at least: else a case has no answer. */
export const CLEAR = 0.95;

/** A case, its run, and the run of each of its remedies. */
export interface Tried {
  readonly of: Case;
  readonly now: Watched;
  readonly remedies: readonly { readonly remedy: Remedy; readonly after: Watched }[];
}

export const tried = (of: Case): Tried => ({
  of,
  now: watch(of.scenario),
  remedies: of.remedies.map((remedy) => ({ remedy, after: watch(remedy.scenario) })),
});

/** The remedy that leaves the lowest 95th percentile; null where none does so clearly, or where it does too little. */
export function rightOf({ now, remedies }: Tried): RemedyId | null {
  const [best, second] = remedies.toSorted((a, b) => p95(a.after) - p95(b.after));
  if (best === undefined || second === undefined) return null;
  const effect = effectOf(now.latencies, best.after.latencies);
  if (effect !== 'half' && effect !== 'lower') return null;
  return p95(best.after) < p95(second.after) * CLEAR ? best.remedy.id : null;
}

const p95 = ({ latencies }: { readonly latencies: Latencies }) => latencies.p95;

/** @throws RangeError where no remedy is clearly the best: such a case must not be shown */
export function diagnose(runs: Tried): Diagnosis {
  const { of, now, remedies } = runs;
  const right = rightOf(runs);
  if (right === null) {
    const came = remedies.map(({ remedy, after }) => `${remedy.id} ${p95(after).toFixed(0)} ms`);
    throw new RangeError(
      `“${of.name}”: no remedy leaves a 95th percentile that is lower than ${p95(now).toFixed(0)} ms and than every other's by more than 5% (${came.join(', ')}); change its numbers`,
    );
  }
  const gauges = once(() => of.panel.map((reading) => reading(now)));
  return {
    name: of.name,
    service: of.service,
    story: of.story(now),
    get gauges() {
      return gauges();
    },
    before: now.latencies,
    outcomes: remedies.map(({ remedy, after }) => ({
      id: remedy.id,
      label: remedy.label,
      latencies: after.latencies,
      effect: effectOf(now.latencies, after.latencies),
      why: remedy.why(now, after),
    })),
    right,
    shows: of.shows(now),
    others: of.others(now),
    trace: now.trace,
  };
}
