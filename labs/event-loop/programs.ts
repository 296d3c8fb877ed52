// The programs of this lab, as works for an event loop.

import type { Step, Work } from './loop.ts';
import { DISK, PROMISES, QUERIES, READS, type Setting } from './setting.ts';

/** Lengths in ms. */
const run = (length: number, queues?: readonly string[]): Step => ({
  kind: 'run',
  length,
  ...(queues === undefined ? {} : { queues }),
});
const wait = (length: number): Step => ({ kind: 'wait', length });

/** Ranks in the line: what a callback leaves to be done right after it goes before all other callbacks. */
const RANK = { tick: 0, promise: 1, usual: 2 } as const;

const work = (name: string, arrival: number | null, steps: readonly Step[]): Work => ({
  name,
  arrival,
  steps,
  rank: RANK.usual,
});

/** Five requests, of which C computes, and a timer. */
export function handlers({ computes, remedy, database }: Setting): readonly Work[] {
  const c: readonly Step[] =
    remedy === 'pool'
      ? [run(0), { kind: 'pool', length: computes, computes: true }, run(1)]
      : [run(computes)];
  return [
    work('A', 0, [run(2), wait(database), run(2)]),
    work('B', 3, [run(2), wait(database), run(2)]),
    work('C', 5, [run(1), wait(database / 2), ...c]),
    work('D', 8, [run(2), wait(database + 14), run(2)]),
    work('E', 20, [run(2), wait(database), run(2)]),
    work('timer', 0, [wait(28), run(1)]),
  ];
}

/** Requests that each read a file: a thread of libuv's pool waits for the disk. */
export const files = (): readonly Work[] =>
  Array.from({ length: READS }, (_, i) =>
    work(`read ${i + 1}`, 0, [run(1), { kind: 'pool', length: DISK, computes: false }, run(1)]),
  );

/** A callback that leaves more to be done right after it, and what else is due meanwhile. */
export function microtasks(): readonly Work[] {
  const queued = (name: string, rank: number, steps: readonly Step[]): Work => ({
    name,
    arrival: null,
    steps,
    rank,
  });
  return [
    work('A', 0, [run(2, ['timer', 'immediate', 'promise 1', 'tick'])]),
    queued('tick', RANK.tick, [run(1)]),
    ...Array.from({ length: PROMISES }, (_, i) => {
      const next = i + 1 < PROMISES ? [`promise ${i + 2}`] : [];
      return queued(`promise ${i + 1}`, RANK.promise, [run(8, next)]);
    }),
    queued('immediate', RANK.usual, [run(1)]),
    queued('timer', RANK.usual, [wait(5), run(1)]),
  ];
}

/** One request with several queries. */
export function queries({ database, waits }: Setting): readonly Work[] {
  const steps =
    waits === 'together'
      ? [run(1), wait(database), run(1)]
      : [
          run(1),
          ...Array(QUERIES)
            .fill([wait(database), run(1)])
            .flat(),
        ];
  return [work('request', 0, steps)];
}
