// The programs of this lab: what two threads, two transactions or some philosophers do, as written and with each remedy.
import { type AtomicStep, atomic } from '@interleave/simulation/interleavings';
import type { Line, Program } from '../../src/lab-kit/stepped/program.ts';

export type Case = 'threads' | 'transactions' | 'philosophers';
export type Remedy = 'none' | 'order' | 'one' | 'back-off' | 'timeout' | 'rollback';

/** Which program: what is set, but for the moves. */
export interface Which {
  readonly case: Case;
  readonly remedy: Remedy;
  /** How many there are; of threads and transactions there are always two. */
  readonly philosophers: number;
}

/** The remedies that each case has, in the order in which they are shown. */
export const REMEDIES: Readonly<Record<Case, readonly Remedy[]>> = {
  threads: ['none', 'order', 'one', 'back-off', 'timeout'],
  transactions: ['none', 'rollback', 'order', 'one', 'timeout'],
  philosophers: ['none', 'order', 'one', 'back-off'],
};

/** The names of as many philosophers as there can be; threads and transactions have the first two. */
export const NAMES = ['A', 'B', 'C', 'D', 'E'] as const;

/** What a thread of each case is called. */
export const CALLED: Readonly<Record<Case, string>> = {
  threads: 'thread',
  transactions: 'transaction',
  philosophers: 'philosopher',
};

/** The lock that stands for all others where there is only one. */
const ONE: Readonly<Record<Case, string>> = {
  threads: 'm',
  transactions: 'the table',
  philosophers: 'the waiter’s permission',
};

/** A step with its words: a line of code of 16 letters at most, and what is said of its thread. */
interface Told extends Line {
  readonly step: AtomicStep;
}

const told = (step: AtomicStep, code: string, said: string): Told => ({ step, code, said });

/** What a thread is there to do: it needs two locks for it, and takes them in this order as written. */
interface Job {
  readonly locks: readonly [outer: string, inner: string];
  /** What it does as soon as it holds the first of its locks. */
  readonly first: readonly Told[];
  /** What it does once it holds both; none where that is told with what follows. */
  readonly last: readonly Told[];
}

/** The program of a setting. */
export function programOf(which: Which): Program {
  const threads = jobsOf(which).map((job, i) => stepsOf(which, i, job));
  return {
    threads: threads.map((steps, i) => ({
      name: NAMES[i] as string,
      steps: steps.map(({ step }) => step),
    })),
    initial: {},
    called: CALLED[which.case],
    valuesMatter: false,
    lines: threads.map((steps) => steps.map(({ code, said }) => ({ code, said }))),
  };
}

/** The variables that say, by thread, whether it has done what it is there for: 1 when it has. */
export const doneVariables = ({ case: of }: Pick<Which, 'case'>): readonly string[] =>
  ({ threads: ['y', 'x'], transactions: ['A committed', 'B committed'], philosophers: [] })[of];

function jobsOf(which: Which): readonly Job[] {
  const done = doneVariables(which);
  switch (which.case) {
    case 'threads':
      return (['xy', 'yx'] as const).map(([one = '', other = '']) => ({
        locks: [one, other],
        first: [told(atomic.load(one), `read ${one}`, `reads ${one}`)],
        last: [told(atomic.store(other, 1), `write ${other}`, `writes ${other}`)],
      }));
    case 'transactions':
      return (['12', '21'] as const).map(([one = '', other = ''], i) => ({
        locks: [`row ${one}`, `row ${other}`],
        first: [],
        last: [told(atomic.store(done[i] as string, 1), 'commit', 'commits')],
      }));
    case 'philosophers':
      return NAMES.slice(0, which.philosophers).map((_, i) => ({
        locks: [`fork ${i + 1}`, `fork ${((i + 1) % which.philosophers) + 1}`],
        first: [],
        last: [],
      }));
  }
}

/** The steps of one thread with the remedy in use. */
function stepsOf(which: Which, thread: number, { locks, first, last }: Job): readonly Told[] {
  const of = which.case;
  const { remedy } = which;
  if (remedy === 'one') {
    const updates =
      of === 'transactions' ? [told(atomic.add(1), 'update both', 'updates both rows')] : [];
    return [take(of, ONE[of]), ...first, ...updates, ...last, give(of, ONE[of])];
  }
  const [outer, inner] = remedy === 'order' ? ascending(locks) : locks;
  // What is read first needs its own lock alone.
  const [early, late] = outer === locks[0] ? [first, []] : [[], first];
  const rest = [...late, ...last, give(of, inner, 'eat')];
  if (remedy === 'back-off' && of === 'philosophers') {
    // Where the inner fork is held, a philosopher goes on at the step that puts the outer one down, and takes it again.
    // It needs no step that asks whether to begin anew, and so five of them have few enough states.
    const sit = told(atomic.jump(2), 'sit down', 'sits down');
    const { code, ...back } = give(of, outer);
    return [
      sit,
      { ...back, code: `back: ${code}` },
      take(of, outer),
      attempt(inner, 1),
      ...rest,
      give(of, outer),
    ];
  }
  /** Where a thread goes on that does not get the inner lock: it gives back the outer one. */
  const back = 1 + early.length + 1 + rest.length;
  const steps = [take(of, outer), ...early, takeInner(), ...rest, give(of, outer)];
  const variable = doneVariables(which)[thread];
  if (variable === undefined || (remedy !== 'back-off' && remedy !== 'rollback')) return steps;
  const again = atomic.when({ variable, least: 1, otherwise: 0 });
  return [...steps, told(again, 'retry if undone', 'is done')];

  function takeInner(): Told {
    const { code, said } = take(of, inner);
    switch (remedy) {
      case 'back-off':
        return attempt(inner, back);
      case 'timeout':
        return told(
          atomic.tryLock(inner, back),
          `${TIMED[of]}${inner}, timeout`,
          `tries ${inner} for a while`,
        );
      case 'rollback':
        return told(atomic.lock(inner, back), code, said);
      default:
        return take(of, inner);
    }
  }
}

const ascending = ([one, other]: Job['locks']): Job['locks'] =>
  one < other ? [one, other] : [other, one];

/** How a line begins that takes a lock, and one that gives it back. */
const TAKES: Readonly<Record<Case, string>> = {
  threads: 'lock',
  transactions: 'update',
  philosophers: 'take',
};

const GIVES: Readonly<Record<Case, string>> = {
  threads: 'unlock',
  transactions: 'free',
  philosophers: 'put',
};

/** How a line begins that waits for a lock no longer than a while: what is longer would need more than 16 letters. */
const TIMED: Readonly<Record<Case, string>> = {
  threads: 'lock ',
  transactions: '',
  philosophers: '',
};

function take(of: Case, lock: string): Told {
  if (lock === ONE.philosophers) {
    return told(atomic.lock(lock), 'ask the waiter', 'gets the waiter’s permission');
  }
  const verb = lock === ONE.transactions ? 'lock' : TAKES[of];
  return told(atomic.lock(lock), `${verb} ${lock}`, `${verb}s ${lock}`);
}

/** Takes a lock if it is free; else the thread goes on elsewhere. */
const attempt = (lock: string, otherwise: number) =>
  told(atomic.tryLock(lock, otherwise), `try ${lock}`, `tries ${lock}`);

/** @param after what a philosopher does just before, told in the same breath */
function give(of: Case, lock: string, after?: 'eat'): Told {
  const step = atomic.unlock(lock);
  if (lock === ONE.philosophers) {
    return told(step, 'eat, tell waiter', 'eats and tells the waiter');
  }
  if (of !== 'philosophers') return told(step, `${GIVES[of]} ${lock}`, `${GIVES[of]}s ${lock}`);
  return after === undefined
    ? told(step, `put ${lock}`, `puts ${lock} down`)
    : told(step, `eat, put ${lock}`, `eats and puts ${lock} down`);
}
