// Counts the ways through the states of a program, where they come to an end.
import type { Reached } from './explore.ts';

/** The states, each after all from which a step leads to it; null where steps lead round to where they began. */
export function inOrder(all: readonly Reached[]): readonly Reached[] | null {
  /** By state: the steps to it from states that have no place yet. */
  const left = all.map(() => 0);
  for (const { onwards } of all) {
    for (const { to } of onwards) left[to.index] = (left[to.index] as number) + 1;
  }
  const ordered = all.filter(({ index }) => left[index] === 0);
  // The list grows meanwhile, and those added are gone through too.
  for (const { onwards } of ordered) {
    for (const { to } of onwards) {
      left[to.index] = (left[to.index] as number) - 1;
      if (left[to.index] === 0) ordered.push(to);
    }
  }
  return ordered.length === all.length ? ordered : null;
}

/**
 * By state: in how many ways it can be reached through states that count alone.
 *
 * @param ordered as `inOrder` gives them
 */
export function waysTo(
  ordered: readonly Reached[],
  counts: (reached: Reached) => boolean,
): readonly bigint[] {
  const ways: bigint[] = ordered.map(() => 0n);
  for (const reached of ordered) {
    const { index, from, onwards } = reached;
    if (!counts(reached)) {
      ways[index] = 0n;
      continue;
    }
    if (from === null) ways[index] = 1n;
    for (const { to } of onwards)
      ways[to.index] = (ways[to.index] as bigint) + (ways[index] as bigint);
  }
  return ways;
}
