// The setting of this lab: how many connections, what carries each, and the machine that they are on.
import {
  type CostModel,
  type CostOptions,
  JVM_THREADS,
  type Machine,
  MEASURED_MACHINE,
  threadsMax,
} from '@interleave/simulation/costs';

export const KIB = 1024;
export const MIB = 1024 * KIB;
export const GIB = 1024 * MIB;

export interface Setting {
  readonly connections: number;
  /** Bytes that an OS thread's stack reserves. */
  readonly stack: number;
  /** Bytes of its stack that an OS thread has touched. */
  readonly touched: number;
  /** Bytes that are built in. */
  readonly memory: number;
  readonly overcommit: 'usual' | 'never';
}

/** What carries the connections. */
export const CARRIERS = ['threads', 'jvm', 'light', 'event'] as const;
export type Carrier = (typeof CARRIERS)[number];

export const MODEL: Readonly<Record<Carrier, CostModel>> = {
  threads: 'threads',
  jvm: 'threads',
  light: 'light-tasks',
  event: 'event-loop',
};

/** The values at which threads were measured. */
export const USUAL_STACK = 8 * MIB;
export const USUAL_TOUCHED = 8 * KIB;

/** What the model is told of a carrier. A thread of a JVM touches as much more, or less, as any other. */
export function optionsFor(
  carrier: Carrier,
  { stack, touched }: Pick<Setting, 'stack' | 'touched'>,
): Partial<CostOptions> {
  switch (carrier) {
    case 'threads':
      return { stackReserve: stack, stackTouched: Math.min(touched, stack) };
    case 'jvm':
      return {
        ...JVM_THREADS,
        stackTouched: Math.min(
          (JVM_THREADS.stackTouched as number) + touched - USUAL_TOUCHED,
          JVM_THREADS.stackReserve as number,
        ),
      };
    default:
      return {};
  }
}

/** The measured machine had so much built in, of which the kernel could give a little less: the same share holds for all. */
const BUILT_IN = 24 * GIB;

/** The machine of a setting: but for its memory, and what follows from that, the one that was measured. */
export function machineOf({ memory, overcommit }: Pick<Setting, 'memory' | 'overcommit'>): Machine {
  const given = Math.round(memory * (MEASURED_MACHINE.memory / BUILT_IN));
  return {
    ...MEASURED_MACHINE,
    memory: given,
    threadsMax: threadsMax(given),
    overcommit: overcommit === 'never' ? 'never' : 'heuristic',
  };
}
