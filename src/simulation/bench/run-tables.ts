// The tables of runs of the workload: the engine beside its yardsticks as tasks grow, and beside its own variants.
import type { RunJob } from './jobs.ts';
import type { Result, Results } from './results.ts';
import { count, figure, line, MIB, print, times } from './table.ts';
import { CORES, USUAL } from './verdicts.ts';
import { VARIANT_NAMES } from './workload.ts';
import { YARDSTICK_NAMES, YARDSTICKS } from './yardsticks.ts';

/** What is judged against each other is measured in turns, so many times: what disturbs for a while disturbs all. */
const ROUNDS = 2;

const WIDTHS = [10, 10, 9, 10, 6, 12, 13, 9, 8, 10, 9, 9];
const HEADER = [
  'tasks',
  'who',
  'best ms',
  'median ms',
  'runs',
  'segments',
  'M segments/s',
  'peak MiB',
  'of N/10',
  'of engine',
  'made ms',
  'read ms',
];

/** Measures and prints, for each number of cores, the engine with so many tasks each, and who else can. */
export function scaling(results: Results, sizes: readonly number[]): void {
  let differences = 0;
  for (const cores of CORES) {
    print(`\nThe reference workload, cores: ${cores}\n`);
    print(line(HEADER, WIDTHS));
    for (const tasks of sizes) {
      const engine: RunJob = { who: 'engine', tasks, cores, variant: 'plain' };
      const others = YARDSTICK_NAMES.filter((who) => tasks <= YARDSTICKS[who].most);
      const jobs = [engine, ...others.map((who) => ({ ...engine, who }))];
      for (const [job, result] of inTurns(results, jobs, tasks === USUAL ? ROUNDS : 1)) {
        print(line(cellsOf(results, job, result), WIDTHS));
        if (result.difference === null) continue;
        differences += 1;
        print(`    differs from the engine: ${result.difference}`);
      }
    }
  }
  if (differences === 0) print('\nEach yardstick gave the same segments as the engine, each time.');
}

function cellsOf(results: Results, job: RunJob, result: Result): string[] {
  const { best, median, times: runs, segments, peak, made, read } = result;
  const isEngine = job.who === 'engine';
  return [
    isEngine ? count(job.tasks) : '',
    job.who,
    figure(best),
    figure(median),
    String(runs.length),
    count(segments),
    figure(segments / best / 1000),
    figure(peak / MIB),
    times(results.ratio(job, { ...job, tasks: job.tasks / 10 })),
    isEngine ? '' : times(results.ratio(job, { ...job, who: 'engine' })),
    isEngine ? figure(made) : '',
    read === null ? '' : figure(read),
  ];
}

/** Measures and prints the engine with variants of the workload. */
export function variants(results: Results): void {
  print(`\nVariants of the workload, ${count(USUAL)} tasks, the engine\n`);
  const widths = [14, 5, 10, 10, 6, 12, 8];
  print(line(['', 'cores', 'best ms', 'median ms', 'runs', 'segments', 'of plain'], widths));
  for (const cores of CORES) {
    const plain: RunJob = { who: 'engine', tasks: USUAL, cores, variant: 'plain' };
    const jobs = VARIANT_NAMES.map((variant) => ({ ...plain, variant }));
    for (const [job, result] of inTurns(results, jobs, ROUNDS)) {
      const { best, median, times: runs, segments } = result;
      const ratio = times(results.ratio(job, plain));
      const cells = [figure(best), figure(median), String(runs.length), count(segments), ratio];
      print(line([job.variant, String(cores), ...cells], widths));
    }
  }
}

function inTurns<J extends RunJob>(results: Results, jobs: readonly J[], rounds: number) {
  for (let round = 1; round < rounds; round += 1) for (const job of jobs) results.measure(job);
  return jobs.map((job) => [job, results.measure(job)] as const);
}
