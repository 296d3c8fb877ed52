// What the figures are to reach, and whether they do.
import type { RunJob } from './jobs.ts';
import type { Results } from './results.ts';
import { count, figure, MIB } from './table.ts';
import { VARIANT_NAMES } from './workload.ts';

export const SIZES: readonly number[] = [5, 50, 100, 1000, 10_000, 100_000, 1_000_000];
export const CORES = [1, 2, 4] as const;
/** Where the engine is held against others, and against its own variants. */
export const USUAL = 10_000;
const MOST = 1_000_000;

export interface Verdict {
  readonly wanted: string;
  /** The worst of what was measured, and where that was. */
  readonly measured: string;
  readonly outcome: 'reached' | 'missed' | 'not measured';
}

/** One thing that was measured: a figure, and what of. */
type Found = readonly [value: number | undefined, what: string];

const engine = (cores: number, tasks: number = USUAL): RunJob => ({
  who: 'engine',
  tasks,
  cores,
  variant: 'plain',
});

const onCores = (cores: number) => (cores === 1 ? '1 core' : `${cores} cores`);

/** @param sizes the numbers of tasks that were measured */
export function verdicts(results: Results, sizes: readonly number[]): Verdict[] {
  const against = (who: RunJob['who']) =>
    CORES.map(
      (cores): Found => [results.ratio({ ...engine(cores), who }, engine(cores)), onCores(cores)],
    );
  const againstObjects = sizes.map(
    (tasks): Found => [
      results.ratio({ ...engine(1, tasks), who: 'objects' }, engine(1, tasks)),
      `${count(tasks)} on 1 core`,
    ],
  );
  const growth = CORES.flatMap((cores) =>
    sizes.map(
      (tasks): Found => [
        results.ratio(engine(cores, tasks), engine(cores, tasks / 10)),
        `to ${count(tasks)}, ${onCores(cores)}`,
      ],
    ),
  );
  const peaks = CORES.map((cores): Found => {
    const peak = results.find(engine(cores, MOST))?.peak;
    return [peak && peak / MIB, onCores(cores)];
  });
  const variants = CORES.flatMap((cores) =>
    VARIANT_NAMES.map(
      (variant): Found => [
        results.ratio({ ...engine(cores), variant }, engine(cores)),
        `${variant}, ${onCores(cores)}`,
      ],
    ),
  );
  return [
    atLeast(30, `times as fast as simjs, ${count(USUAL)} tasks`, against('simjs')),
    atLeast(1.5, `times as fast as objects, ${count(USUAL)} tasks`, against('objects')),
    atLeast(1, 'times as fast as objects, whatever the number of tasks', againstObjects),
    atMost(15, `times as long for 10 times the tasks, up to ${count(Math.max(...sizes))}`, growth),
    atMost(1024, 'MiB for a million tasks', peaks),
    atMost(2, `times as long for any variant, ${count(USUAL)} tasks`, variants),
  ];
}

const atLeast = (bound: number, what: string, all: readonly Found[]) =>
  judge(
    `at least ${bound} ${what}`,
    all,
    (a, b) => a - b,
    (value) => value >= bound,
  );

const atMost = (bound: number, what: string, all: readonly Found[]) =>
  judge(
    `at most ${bound} ${what}`,
    all,
    (a, b) => b - a,
    (value) => value <= bound,
  );

/** @param worse negative when the first figure is the worse */
function judge(
  wanted: string,
  all: readonly Found[],
  worse: (a: number, b: number) => number,
  holds: (value: number) => boolean,
): Verdict {
  const found = all.flatMap(([value, what]) => (value === undefined ? [] : [{ value, what }]));
  const worst = found.sort((a, b) => worse(a.value, b.value))[0];
  if (worst === undefined) return { wanted, measured: '', outcome: 'not measured' };
  return {
    wanted,
    measured: `${figure(worst.value)} (${worst.what})`,
    outcome: holds(worst.value) ? 'reached' : 'missed',
  };
}
