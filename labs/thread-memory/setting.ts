// The setting of this lab: how many connections, what carries each, and the machine that they are on.
import {
  COST_DEFAULTS,
  type CostModel,
  type CostOptions,
  JVM_THREADS,
  type Machine,
  MEASURED_MACHINE,
  threadsMax,
} from '@interleave/simulation/costs';
import { bytesOf, GIB, KIB, type LinkSize, MIB } from './sizes.ts';

/** As the lab's parameters hold it, and its links. */
export interface LinkSetting {
  readonly connections: number;
  readonly stack: LinkSize;
  readonly touched: LinkSize;
  readonly memory: LinkSize;
  readonly overcommit: 'usual' | 'never';
}

/** The same with its sizes in bytes. */
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

export const inBytes = ({ stack, touched, memory, ...others }: LinkSetting): Setting => ({
  ...others,
  stack: bytesOf(stack),
  touched: bytesOf(touched),
  memory: bytesOf(memory),
});

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

/** What a huge page holds: so much a first touch can bring. */
export const HUGE_PAGE = 2 * MIB;

type Stacks = Pick<Setting, 'stack' | 'touched'>;

/** The stack that a thread has, and how much of it would be touched if it had as much. */
function stackOf(carrier: 'threads' | 'jvm', { stack, touched }: Stacks) {
  if (carrier === 'threads') return { has: stack, wants: touched };
  const jvm = { ...COST_DEFAULTS, ...JVM_THREADS };
  // A thread of a JVM touches as much more, or less, as any other.
  return { has: jvm.stackReserve, wants: jvm.stackTouched + touched - USUAL_TOUCHED };
}

/** Whether a thread's stack is smaller than what is to be touched of it: then all of it is. */
export function isTouchedWhole(carrier: Carrier, stacks: Stacks): boolean {
  if (carrier !== 'threads' && carrier !== 'jvm') return false;
  const { has, wants } = stackOf(carrier, stacks);
  return wants > has;
}

/** What the model is told of a carrier. */
export function optionsFor(carrier: Carrier, stacks: Stacks): Partial<CostOptions> {
  if (carrier !== 'threads' && carrier !== 'jvm') return {};
  const { has, wants } = stackOf(carrier, stacks);
  return {
    ...(carrier === 'jvm' ? JVM_THREADS : {}),
    stackReserve: has,
    stackTouched: Math.min(wants, has),
  };
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

/** What systemd gives a service of the least of the system's limits. Source: systemd-system.conf(5), DefaultTasksMax. */
const SERVICE_SHARE = 0.15;

/** How many threads a systemd service may have, where nobody has said otherwise. */
export function serviceThreads(setting: Pick<Setting, 'memory' | 'overcommit'>): number {
  const { pidMax, threadsMax } = machineOf(setting);
  return Math.floor(SERVICE_SHARE * Math.min(pidMax, threadsMax));
}
