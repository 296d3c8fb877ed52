// Who waits for whom: what each thread holds and awaits at a moment, and the cycle that closes.
import type { Snapshot } from '@interleave/simulation/interleavings';
import type { Program } from '../../src/lab-kit/stepped/program.ts';
import {
  calledIn,
  holdingsInWords,
  nameOf,
  standsInWords,
} from '../../src/lab-kit/stepped/words.ts';

/** The threads that wait for each other in a ring, in its order: indices; none where there is no ring. */
export function cycleIn({ blocked }: Pick<Snapshot, 'blocked'>): readonly number[] {
  const next = new Map(blocked.map(({ thread, heldBy }) => [thread, heldBy]));
  for (const { thread } of blocked) {
    const way = [thread];
    for (let to = next.get(thread); to !== undefined; to = next.get(to)) {
      if (to === thread) return way;
      if (way.includes(to)) break;
      way.push(to);
    }
  }
  return [];
}

/** The graph as it is heard: a sentence a thread that waits, then the cycle. */
export function graphInWords(program: Program, snapshot: Snapshot): readonly string[] {
  const waits = snapshot.blocked.map(
    ({ thread }) => `${nameOf(program, thread)} ${standsInWords(program, snapshot, thread)}.`,
  );
  if (waits.length > 0) {
    return cycleIn(snapshot).length === 0
      ? waits
      : [...waits, `${cycleInWords(program, snapshot)}.`];
  }
  const holds = holdingsInWords(program, snapshot);
  return [
    `No ${calledIn(program)} is blocked.`,
    ...(holds.length === 0 ? [] : [`${holds.join(', ')}.`]),
  ];
}

/** What a cycle comes to: "A cycle: neither can go on". */
export function cycleInWords({ threads }: Program, snapshot: Snapshot): string {
  if (snapshot.status !== 'deadlock') return 'A cycle: one of them is rolled back';
  return threads.length === 2
    ? 'A cycle: neither can go on'
    : `A cycle of ${cycleIn(snapshot).length}: none can go on`;
}
