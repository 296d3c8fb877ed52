// The process of one measurement: one who runs the workload. Takes a job and prints what was measured, as JSON.

import { simulate, type Trace } from '../index.ts';
import { eachBackwards } from '../trace/columns.ts';
import { columnsOf } from '../trace/trace-data.ts';
import type { RunJob, RunMeasured } from './jobs.ts';
import { firstDifference, type Outcome } from './same.ts';
import { type Timing, timed, timedOnce } from './timing.ts';
import { workload } from './workload.ts';
import { YARDSTICKS, type Yardstick } from './yardsticks.ts';

/** Traces of more tasks are not read as objects: those would not fit into the memory that Node takes. */
const MOST_READ = 100_000;

type Found = Omit<RunMeasured, 'made' | keyof Timing>;

const { who, tasks, cores, variant } = JSON.parse(process.argv[2] ?? '') as RunJob;
let scenario = workload(1, 1);
const made = await timedOnce(() => {
  scenario = workload(tasks, cores, variant);
});
const timing = await timed(() =>
  who === 'engine' ? simulate(scenario) : YARDSTICKS[who].run(scenario),
);
const found = who === 'engine' ? await ofEngine(simulate(scenario)) : await ofYardstick(who);
const result: RunMeasured = { ...timing, made, ...found };
process.stdout.write(JSON.stringify(result));

async function ofEngine(trace: Trace): Promise<Found> {
  const segments = segmentsOf(trace);
  const read = tasks > MOST_READ ? null : await timedOnce(() => counted(trace));
  return { segments, read, difference: null };
}

async function ofYardstick(name: Yardstick): Promise<Found> {
  const outcome = await YARDSTICKS[name].run(scenario);
  const difference = firstDifference(simulate(scenario), outcome);
  return { segments: counted(outcome), read: null, difference };
}

function counted({ tasks, cores }: Outcome): number {
  let sum = 0;
  for (const { segments } of tasks) sum += segments.length;
  for (const { segments } of cores) sum += segments.length;
  return sum;
}

/** All segments of a trace, counted without making them into objects. */
function segmentsOf(trace: Trace): number {
  const { tasks, cores, ends, end } = columnsOf(trace);
  let sum = 0;
  for (const columns of [tasks, cores]) {
    for (let owner = 0; owner < columns.last.length; owner += 1) {
      const last = columns === tasks ? (ends[owner] as number) : end;
      eachBackwards(columns, owner, last, () => {
        sum += 1;
      });
    }
  }
  return sum;
}
