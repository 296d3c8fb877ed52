// What there is to do in this lab: threads with their programs, and the scenario of a setting.
import {
  cpu,
  io,
  ms,
  type Scenario,
  type Step,
  scenario,
  type Task,
  task,
} from '@interleave/simulation';

/** The sets of threads to choose from. */
export const WORKS = ['crowd', 'hog', 'pair', 'wait', 'jobs', 'thousand'] as const;
export type Work = (typeof WORKS)[number];

/** What decides who runs next, besides the reader. */
export type Rule = 'turns' | 'shortest' | 'priority' | 'fair';

export interface Setting {
  readonly work: Work;
  readonly policy: Rule | 'you';
  /** How long a thread may keep its core when others want it, ms; null: until it waits. Where threads take turns. */
  readonly slice: number | null;
  readonly cores: number;
  /** What it costs a core to go to another thread, ms. */
  readonly cost: number;
  /** Who runs, a letter for each ms of the core: where the reader decides. */
  readonly moves: string;
}

/** Whether the reader decides who runs: of very many threads nobody can. */
export const isByHand = ({ policy, work }: Pick<Setting, 'policy' | 'work'>) =>
  policy === 'you' && work !== 'thousand';

/** How many threads there are where there are many. */
export const MANY = 1000;

/** How often the fair scheduler looks at who runs, ms: the tick of a Linux kernel built with HZ=250. */
const TICK = 4;

/** The thread that was recorded beside a hog has this name there; here it is A. */
const RECORDED = 'ping';

/** What a thread of a scenario is called. */
export const shownName = (name: string) => (name === RECORDED ? 'A' : name);

/** A thread that wants the core for 1 ms in 10, as the one that was recorded. */
const nowAndThen = (name: string, arrival: number) =>
  task(name, [cpu(1), io(9), cpu(1), io(9), cpu(1), io(9), cpu(1)], arrival);

const hog = task('hog', [cpu(60)]);

/** Each thread computes for a moment, waits for the network for about half a second, and computes again. */
const waits = { kind: 'io', duration: { from: ms(400), to: ms(600) } } satisfies Step;

const TASKS: Readonly<Record<Work, readonly Task[]>> = {
  crowd: [hog, nowAndThen('A', 1), nowAndThen('B', 2), nowAndThen('C', 3)],
  hog: [hog, nowAndThen(RECORDED, 1)],
  pair: [task('A', [cpu(12)]), task('B', [cpu(12)])],
  wait: [task('A', [cpu(4), io(6), cpu(2)]), task('B', [cpu(9)])],
  jobs: [
    task('A', [cpu(8)]),
    task('B', [cpu(1), io(5), cpu(1)]),
    task('C', [cpu(4)], 1),
    task('D', [cpu(2)], 2),
  ],
  thousand: [
    {
      ...task('thread', [cpu(0.25), waits, cpu(0.25)]),
      count: MANY,
      spacing: { every: ms(0.5) },
    },
  ],
};

/** By priority, those that wait now and then come before those that only compute. */
const withPriorities = (tasks: readonly Task[]): Task[] =>
  tasks.map((one) => ({ ...one, priority: one.steps.some(({ kind }) => kind === 'io') ? 1 : 0 }));

export const tasksOf = (work: Work): readonly Task[] => TASKS[work];

/** The scenario of a setting in which a rule decides. */
export function scenarioOf({
  work,
  policy,
  slice,
  cores,
  cost,
}: Omit<Setting, 'policy' | 'moves'> & { readonly policy: Rule }): Scenario {
  const machine = { cores, switchCost: ms(cost), seed: 7, tasks: tasksOf(work) };
  const sliceNanos = slice === null ? null : ms(slice);
  switch (policy) {
    case 'turns':
      return scenario({ ...machine, slice: sliceNanos });
    case 'shortest':
      return scenario({ ...machine, policy: 'shortest-remaining' });
    case 'priority':
      return scenario({
        ...machine,
        policy: 'priority',
        slice: sliceNanos,
        tasks: withPriorities(machine.tasks),
      });
    case 'fair':
      return scenario({ ...machine, policy: 'fair', tick: ms(TICK) });
  }
}
