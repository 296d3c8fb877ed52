// What this lab says of a run: who had no worker, and what another setting would make of it.
import {
  inARow,
  lackOf,
  type Nanos,
  type Sentence,
  simulate,
  type TaskSegment,
  type Trace,
  toMs,
} from '@interleave/simulation';
import type { Run } from '../../src/lab-kit/lab.ts';
import { idleDuring } from '../../src/lab-kit/timeline/levels/occupants.ts';
import { counted, inMs } from '../../src/lab-kit/units.ts';
import { done, idle } from './facts.ts';
import { LONG, type Setting, SLICE, scenarioOf } from './work.ts';

type WaysRun = Run<Setting, Trace>;

const figure = (length: number) => ({ figure: inMs(length) });

/** What the run comes to. */
export const known = ({ values, result }: WaysRun): Sentence => inARow(...comesTo(values, result));

/** What the run comes to, and what another setting would make of it. */
export const describe = ({ values, result }: WaysRun): Sentence =>
  inARow(...comesTo(values, result), ...otherwise(values, result));

const comesTo = (values: Setting, trace: Trace): Sentence[] => [
  [lead(values)],
  inLine(values, trace),
];

/** Who keeps the workers. */
function lead({ as, work, held, preempt, workers }: Setting): string {
  if (work === 'hundred') {
    return `100 tasks ${as === 'threads' ? 'have a thread each' : `share ${counted(workers, 'worker')}`}.`;
  }
  if (as === 'threads')
    return 'each task has a thread of its own, so none is in line for a worker.';
  if (as === 'pool') return 'a task keeps its worker until it ends, also while it waits.';
  if (work === 'long') {
    return `E computes for ${inMs(LONG)}, and ${
      preempt
        ? `the runtime takes its worker away after every ${inMs(SLICE)}`
        : 'nothing takes its worker away'
    }.`;
  }
  if (held === 'free') return 'no task keeps a worker while it waits.';
  return `C and D hold ${ofTwo(workers)} while they wait.`;
}

/** What two tasks that wait hold of so many workers. */
function ofTwo(workers: number): string {
  if (workers === 1) return 'the only worker';
  return workers === 2 ? 'both workers' : `2 of the ${workers} workers`;
}

/** Who was in line for a worker for longest, and how long a core was idle meanwhile; if none was, when all is done. */
function inLine({ work }: Setting, trace: Trace): Sentence {
  const stood = longestLine(trace, work);
  const cores = trace.cores.length === 1 ? 'the core is' : 'the cores are';
  if (work === 'hundred' || stood === undefined) {
    const unused = idle(trace) === 0 ? 'never idle' : `idle for ${inMs(idle(trace))}`;
    return ['everything is done at ', figure(done(trace)), `, and ${cores} ${unused}.`];
  }
  const { task, cause, start, end } = stood;
  const who = { task, name: trace.tasks[task]?.name as string };
  const came: Sentence =
    cause === 'arrived'
      ? [who, ' ']
      : ['the database answers ', who, ` at ${inMs(toMs(start))}, but `, who, ' '];
  const unused = toMs(idleDuring(trace, stood));
  const ofThose =
    trace.cores.length === 1
      ? `, and for ${unused} of those ${inMs(toMs((end - start) as Nanos))} ${cores} idle`
      : `, and meanwhile ${cores} idle for ${inMs(unused)} in all`;
  return [...came, 'gets no worker until ', figure(toMs(end)), unused === 0 ? '.' : `${ofThose}.`];
}

interface Stood extends TaskSegment {
  readonly task: number;
}

/** The longest time in which a task was in line for a worker; beside a task that computes for long, in which A was. */
function longestLine(trace: Trace, work: Setting['work']): Stood | undefined {
  return trace.tasks
    .slice(0, work === 'long' ? 1 : undefined)
    .flatMap(({ index, segments }) => segments.map((one): Stood => ({ ...one, task: index })))
    .filter((one) => lackOf(trace, one) === 'worker')
    .reduce<Stood | undefined>(
      (most, one) =>
        most === undefined || one.end - one.start > most.end - most.start ? one : most,
      undefined,
    );
}

/** What another setting would make of it, in one figure. */
function otherwise(values: Setting, trace: Trace): Sentence[] {
  const { as, work, held, preempt } = values;
  const other = (changed: Partial<Setting>) => simulate(scenarioOf({ ...values, ...changed }));
  if (as === 'threads' || (work === 'long' && (preempt || as === 'pool'))) return [];
  if (work === 'long') {
    const [before, after] = [trace, other({ preempt: true })].map((one) => longestLine(one, work));
    return before === undefined || after === undefined || before.end === after.end
      ? []
      : [
          [
            `if the runtime preempted after ${inMs(SLICE)}, A would get one at ${inMs(toMs(after.end))}.`,
          ],
        ];
  }
  const frees = as === 'light' && held === 'free';
  const said = frees ? 'if C and D held theirs' : 'if waiting freed the workers';
  const then = done(other({ as: 'light', held: frees ? 'hold' : 'free' }));
  const now = done(trace);
  return then === now
    ? []
    : [[`${said}, everything would be done at ${inMs(then)} instead of ${inMs(now)}.`]];
}
