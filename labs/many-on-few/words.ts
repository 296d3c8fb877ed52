// What this lab says of a run: who had no worker, and what another setting would make of it.
import {
  type Cause,
  inARow,
  type Nanos,
  type Sentence,
  simulate,
  type TaskSegment,
  type Trace,
  toMs,
  workersOf,
} from '@interleave/simulation';
import type { Run } from '../../src/lab-kit/lab.ts';
import { inMs } from '../../src/lab-kit/units.ts';
import { done, idle, longest } from './facts.ts';
import { LONG, type Setting, SLICE, scenarioOf } from './work.ts';

type WaysRun = Run<Setting, Trace>;

/** Of more tasks than this none is spoken of by its name. */
const MOST_NAMED = 5;

const figure = (length: number) => ({ figure: inMs(Number(length.toFixed(2))) });

const named = ({ tasks }: Trace, task: number) => ({ task, name: tasks[task]?.name as string });

/** What the run comes to. */
export const known = (run: WaysRun): Sentence => inARow(...comesTo(run));

/** What the run comes to, and what another setting would make of it. */
export const describe = (run: WaysRun): Sentence => inARow(...comesTo(run), ...otherwise(run));

const isMany = ({ tasks }: Trace) => tasks.length > MOST_NAMED;

/** "both workers", of so many. */
function all(workers: number): string {
  if (workers === 1) return 'the only worker';
  return workers === 2 ? 'both workers' : `all ${workers} workers`;
}

function comesTo(run: WaysRun): Sentence[] {
  const { values, result } = run;
  if (isMany(result)) return ofMany(run);
  return [...lead(values, result), ...lacking(values, result)];
}

/** Who keeps the workers. */
function lead({ as, work, held, preempt, workers }: Setting, trace: Trace): Sentence[] {
  const most = mostHeld(trace);
  switch (as) {
    case 'threads':
      return [['each task has a thread of its own, so none is ever in line for a worker.']];
    case 'pool':
      return [['a task keeps its thread until it ends, also while it waits.']];
    case 'light':
      if (work === 'long') {
        return [
          preempt
            ? [
                `E computes for ${inMs(LONG)}, and the runtime takes the worker away every ${inMs(SLICE)}.`,
              ]
            : [`E computes for ${inMs(LONG)}, and nothing takes its worker away.`],
        ];
      }
      if (held === 'free') return [['no task keeps a worker while it waits.']];
      return [
        [
          'C and D hold ',
          most === workers ? all(workers) : `${most} of the ${workers} workers`,
          ' while they wait.',
        ],
      ];
  }
}

/** How many workers are held at once, where most are. */
function mostHeld(trace: Trace): number {
  const holds = workersOf(trace).flatMap(({ segments }) =>
    segments.filter(({ state }) => state === 'waiting'),
  );
  return Math.max(
    0,
    ...holds.map(
      ({ start }) => holds.filter((one) => one.start <= start && start < one.end).length,
    ),
  );
}

/** What the longest line was for; if there was none, when all is done. */
function lacking({ as }: Setting, trace: Trace): Sentence[] {
  const stood = longest(trace);
  const end: Sentence = ['everything is done at ', figure(done(trace)), '.'];
  if (stood === undefined || as === 'threads' || stood.worker !== null) return [end];
  const idleThen = idleWithin(trace, stood);
  return [
    [
      ...came(trace, stood.task, stood.cause, stood.start),
      'gets no worker until ',
      figure(toMs(stood.end)),
      ...(idleThen === 0
        ? ['.']
        : [
            `, and for ${inMs(idleThen)} of those ${inMs(toMs((stood.end - stood.start) as Nanos))} ${
              trace.cores.length === 1 ? 'the core is' : 'a core is'
            } idle.`,
          ]),
    ],
  ];
}

/** How a task came to be in line: "the database answers A at 9 ms, but A ". */
function came(trace: Trace, task: number, cause: Cause, at: Nanos): Sentence {
  const who = named(trace, task);
  if (cause === 'arrived') return [who, ' '];
  return cause === 'io-done'
    ? ['the database answers ', who, ` at ${inMs(toMs(at))}, but `, who, ' ']
    : [who, ` is put aside at ${inMs(toMs(at))} and `];
}

/** For how long some core is idle in a stretch, ms. */
function idleWithin({ cores }: Trace, { start, end }: Pick<TaskSegment, 'start' | 'end'>): number {
  const within = cores
    .flatMap(({ segments }) => segments.filter(({ state }) => state === 'idle'))
    .map((one) => Math.min(end, one.end) - Math.max(start, one.start))
    .filter((length) => length > 0);
  // Of several cores the one that is idle longest.
  return toMs(Math.max(0, ...within) as Nanos);
}

function ofMany({ values: { as, workers, held }, result }: WaysRun): Sentence[] {
  const count = result.tasks.length;
  const by =
    as === 'threads'
      ? `${count} tasks have a thread each`
      : `${count} tasks share ${workers === 1 ? 'one worker' : `${workers} workers`}`;
  const keep =
    as === 'pool'
      ? ', and each keeps its worker while it waits'
      : as === 'light' && held === 'hold'
        ? ', and half of them hold theirs while they wait'
        : '';
  return [
    [`${by}${keep}.`],
    [
      'everything is done at ',
      figure(done(result)),
      `, and ${result.cores.length === 1 ? 'the core is' : 'the cores are'} idle for ${inMs(idle(result))} of that.`,
    ],
  ];
}

/** What another setting would make of it, in one figure. */
function otherwise({ values, result }: WaysRun): Sentence[] {
  const other = otherSetting(values);
  if (other === null) return [];
  const trace = simulate(scenarioOf({ ...values, ...other.values }));
  if (other.firstAnswer) {
    const [before, after] = [result, trace].map((one) => longest(one)?.end ?? (0 as Nanos));
    if (before === after) return [];
    return [[`${other.said}, it would be `, figure(toMs(after as Nanos)), '.']];
  }
  if (done(trace) === done(result)) {
    return [[`${other.said}, it would be no different.`]];
  }
  return [
    [
      `${other.said}, everything would be done at `,
      figure(done(trace)),
      ` instead of ${inMs(done(result))}.`,
    ],
  ];
}

interface Other {
  readonly values: Partial<Setting>;
  readonly said: string;
  /** Whether it is told when the task that was longest in line gets its worker, not when all is done. */
  readonly firstAnswer?: true;
}

function otherSetting({ as, work, held, preempt }: Setting): Other | null {
  if (as === 'pool') {
    return { values: { as: 'light', held: 'free' }, said: 'if waiting freed the workers' };
  }
  if (as === 'threads') return null;
  if (work === 'long') {
    return preempt
      ? null
      : {
          values: { preempt: true },
          said: `if the runtime preempted after ${inMs(SLICE)}`,
          firstAnswer: true,
        };
  }
  return held === 'hold'
    ? { values: { held: 'free' }, said: 'if waiting freed the workers' }
    : { values: { held: 'hold' }, said: 'if C and D held theirs' };
}
