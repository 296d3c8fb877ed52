// What there is to do in this lab, the ways to run it, and the scenario of a setting.
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

export const WORKS = ['four', 'long', 'hundred'] as const;
export type Work = (typeof WORKS)[number];
export type Way = 'light' | 'pool' | 'threads';

export interface Setting {
  readonly work: Work;
  readonly as: Way;
  /** How many worker threads run the tasks; where each has a thread of its own, none are counted. */
  readonly workers: number;
  readonly cores: number;
  /** What becomes of the worker while C or D waits, where tasks are light. */
  readonly held: 'hold' | 'free';
  /** Whether the runtime takes the worker from a light task that computes for long. */
  readonly preempt: boolean;
}

/** How long the task that computes for long does so, ms. */
export const LONG = 60;
/** How long a thread may keep its core, and a light task its worker where the runtime preempts, ms. */
export const SLICE = 10;
/** How many there are of each of the four where there are many. */
const COPIES = 25;

/** The call that A and B make lets go of the worker, where tasks are light; that of C and D need not. */
const tasksOf = ({ work, as, held }: Setting): Task[] => {
  const wait: Step =
    as === 'light' && held === 'hold' ? { kind: 'block', duration: ms(16) } : io(16);
  const four = [
    task('A', [cpu(3), io(6), cpu(3)]),
    task('B', [cpu(3), io(8), cpu(3)]),
    task('C', [cpu(2), wait, cpu(2)]),
    task('D', [cpu(2), wait, cpu(2)]),
  ];
  if (work === 'hundred') return four.map((one) => ({ ...one, count: COPIES }));
  return work === 'long' ? [...four, task('E', [cpu(LONG)])] : four;
};

/** How tasks come to their workers, by the way that they are run. */
const WAYS: Readonly<Record<Way, (workers: number) => Pick<Scenario, 'workers' | 'waiting'>>> = {
  light: (workers) => ({ workers, waiting: 'frees' }),
  pool: (workers) => ({ workers, waiting: 'holds' }),
  threads: () => ({ workers: 'per-task', waiting: 'holds' }),
};

export const scenarioOf = (setting: Setting): Scenario =>
  scenario({
    cores: setting.cores,
    slice: ms(SLICE),
    ...WAYS[setting.as](setting.workers),
    runtimeSlice: setting.as === 'light' && setting.preempt ? ms(SLICE) : null,
    tasks: tasksOf(setting),
  });
