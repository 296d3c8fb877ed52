// What the test of all seeds asks of each, as JSON: run by Node itself, which takes a third of the time that Vitest does.
import { toText } from '@interleave/simulation';
import { rightOf } from '../case.ts';
import { drawnFrom } from '../drawn/drawn.ts';

export interface Seed {
  readonly seed: number;
  readonly mechanism: string;
  readonly right: string | null;
  /** Which of the buttons is the right one, from 0. */
  readonly place: number;
  /** Without its figure. */
  readonly story: string;
  /** The 95th percentile of each remedy, lowest first, by that of the run as it is. */
  readonly left: readonly number[];
}

function read(seed: number): Seed {
  const runs = drawnFrom(seed);
  const { of, now, remedies } = runs;
  const right = rightOf(runs);
  return {
    seed,
    mechanism: of.name,
    right,
    place: remedies.findIndex(({ remedy }) => remedy.id === right),
    story: toText(of.story(now)).replace(/[\d.,]+\u00a0m?s/, '…'),
    left: remedies
      .map(({ after }) => after.latencies.p95 / now.latencies.p95)
      .sort((a, b) => a - b),
  };
}

const [from, to] = process.argv.slice(2).map(Number) as [number, number];
const seeds = Array.from({ length: to - from + 1 }, (_, i) => read(from + i));
process.stdout.write(JSON.stringify(seeds));
