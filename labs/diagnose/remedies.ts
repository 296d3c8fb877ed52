// The remedies that cases offer: what each is called on its button, and what it changes of the service.
import { counted } from '../../src/lab-kit/units.ts';
import type { Remedy } from './case.ts';
import type { Service } from './service.ts';

export const cores = (many: number): Remedy => ({
  id: 'cores',
  label: counted(many, 'core'),
  change: { cores: many },
});

/** @param percent by how much it is faster: 100 is twice as fast */
export const cpu = (percent: number): Remedy => ({
  id: 'cpu',
  label: percent === 100 ? 'a CPU twice as fast' : `a CPU ${percent}% faster`,
  change: { speed: 1 + percent / 100 },
});

export const threads = (many: number, now: number): Remedy => ({
  id: many > now ? 'threads' : 'fewer-threads',
  label: `${counted(many, 'thread')}, not ${now}`,
  change: { threads: many },
});

export const pool = (many: number, now: number): Remedy => ({
  id: many > now ? 'pool' : 'small-pool',
  label: `a pool of ${many}`,
  change: { connections: many },
});

export const databaseOf = (many: number): Remedy => ({
  id: 'db-cores',
  label: `a database with ${counted(many, 'core')}`,
  change: { databaseCores: many },
});

/** @param left the share of its time that a query still takes */
export const query = (left: number, label = 'the query in half the time'): Remedy => ({
  id: 'query',
  label,
  change: { queryTime: left },
});

export const atOnce = (queries: number): Remedy => ({
  id: 'together',
  label: `the ${queries} queries at once`,
  change: { atOnce: true },
});

/** @param times how many times as long as one of them the joined query takes */
export const fewer = (queries: number, times: number): Remedy => ({
  id: 'fewer',
  label: `one query in place of ${queries}`,
  change: { joined: times },
});

export const cache = (share: string): Remedy => ({
  id: 'cache',
  label: `a cache for ${share}`,
  change: { cached: true },
});

export const processes = (many: number): Remedy => ({
  id: 'processes',
  label: counted(many, 'process', 'processes'),
  change: { threads: many },
});

/** @param length after how many ms of computing a heavy request lets others go on */
export const pieces = (length: number, what: string): Remedy => ({
  id: 'pieces',
  label: `${what} in pieces of ${length}\u00a0ms`,
  change: { pieces: length },
});

export const ownThreads = (many: number, label: string): Remedy => ({
  id: 'own-pool',
  label,
  change: { ownThreads: many },
});

export const shortLock = (label: string): Remedy => ({
  id: 'short-lock',
  label,
  change: { shortLock: true },
});

export const resending = (
  id: 'less-retry' | 'quick-retry',
  label: string,
  retry: Service['retry'],
): Remedy => ({ id, label, change: { retry } });

export const both = (label: string, ...of: readonly Remedy[]): Remedy => ({
  id: 'both',
  label,
  change: Object.assign({}, ...of.map(({ change }) => change)),
});
