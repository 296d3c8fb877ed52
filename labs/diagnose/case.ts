// From a case as it is written down to its diagnosis: every remedy is simulated, and the runs say which is right.
import { once, type Sentence } from '@interleave/simulation';
import type { Diagnosis, Latencies, RemedyId } from './kinds.ts';
import { effectOf } from './latencies.ts';
import type { Reading } from './panel.ts';
import type { Service } from './service.ts';
import { type Watched, watch } from './watched.ts';
import { whyOf } from './why.ts';

/** A remedy as it is written down: what it changes of the service. */
export interface Remedy {
  readonly id: RemedyId;
  readonly label: string;
  readonly change: Partial<Service>;
}

export interface Case {
  readonly name: string;
  /** "an API with a database, 90 requests a second" */
  readonly service: string;
  readonly is: Service;
  /** The gauges of its panel, from the top down. */
  readonly panel: readonly Reading[];
  /** In the order of the buttons. */
  readonly remedies: readonly Remedy[];
  story(now: Watched): Sentence;
  shows(now: Watched): Sentence;
  /** Why the other remedies fail. */
  readonly others: Sentence;
}

/** By how much the best remedy's 95th percentile is below every other's, at least: else a case has no answer. */
export const CLEAR = 0.95;

/** What a remedy comes to. Its run is not kept: a few of them would fill a phone's memory. */
export interface After {
  readonly latencies: Latencies;
  readonly why: Sentence;
}

/** A case, its run, and what each of its remedies comes to: simulated when it is first asked for. */
export interface Tried {
  readonly of: Case;
  readonly now: Watched;
  readonly remedies: readonly { readonly remedy: Remedy; readonly after: After }[];
}

/** Simulates a service with a remedy. @param now the run of the service as it is */
export function afterOf(is: Service, now: Watched, remedy: Remedy): After {
  const run = watch({ ...is, ...remedy.change });
  return { latencies: run.latencies, why: whyOf(remedy.id, now, run) };
}

export function tried(of: Case): Tried {
  const now = watch(of.is);
  return {
    of,
    now,
    remedies: of.remedies.map((remedy) => {
      const after = once(() => afterOf(of.is, now, remedy));
      return {
        remedy,
        get after() {
          return after();
        },
      };
    }),
  };
}

/** The remedy that leaves the lowest 95th percentile; null where none does so clearly, or where it does too little. */
export function rightOf({ now, remedies }: Omit<Tried, 'of'>): RemedyId | null {
  const [best, second] = remedies.toSorted((a, b) => p95(a.after) - p95(b.after));
  if (best === undefined) return null;
  const effect = effectOf(now.latencies, best.after.latencies);
  if (effect !== 'half' && effect !== 'lower') return null;
  const isClear = second === undefined || p95(best.after) < p95(second.after) * CLEAR;
  return isClear ? best.remedy.id : null;
}

const p95 = ({ latencies }: { readonly latencies: Latencies }) => latencies.p95;

/** The remedy that helps most. @throws RangeError where none does clearly: such a case must not be shown */
function clearlyRight(runs: Tried): RemedyId {
  const right = rightOf(runs);
  if (right !== null) return right;
  const { of, now, remedies } = runs;
  const came = remedies.map(({ remedy, after }) => `${remedy.id} ${p95(after).toFixed(0)} ms`);
  throw new RangeError(
    `“${of.name}”: no remedy leaves a 95th percentile that is lower than ${p95(now).toFixed(0)} ms and than every other's by more than 5% (${came.join(', ')}); change its numbers`,
  );
}

/** What is told of the case as it is, at once; what its remedies come to, when it is first asked for. */
export function diagnose(runs: Tried): Diagnosis {
  const { of, now, remedies } = runs;
  const gauges = once(() => of.panel.map((reading) => reading(now)));
  const shows = once(() => of.shows(now));
  const right = once(() => clearlyRight(runs));
  return {
    name: of.name,
    service: of.service,
    story: of.story(now),
    get gauges() {
      return gauges();
    },
    before: now.latencies,
    outcomes: remedies.map((one) => ({
      id: one.remedy.id,
      label: one.remedy.label,
      get latencies() {
        return one.after.latencies;
      },
      get effect() {
        return effectOf(now.latencies, one.after.latencies);
      },
      get why() {
        return one.after.why;
      },
    })),
    get right() {
      return right();
    },
    get shows() {
      return shows();
    },
    others: of.others,
    trace: now.trace,
  };
}
