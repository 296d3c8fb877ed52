// Finds what breaks an invariant: in how many schedules, and one way to each kind of breach.
import type { Reached } from './explore.ts';
import type { Moment, Witnesses } from './moments.ts';
import type { Plan } from './plan.ts';
import type { Invariant } from './program.ts';
import { blockedIn } from './standing.ts';
import { waysTo } from './ways.ts';

/** Values of the shared variables that break an invariant. */
export interface Breach {
  readonly variables: Readonly<Record<string, number>>;
  /** Of the shortest ways to them the first when schedules are compared thread number by thread number. */
  readonly witness: readonly Moment[];
}

export interface Broken {
  /** The schedules, to their end or to a deadlock, that break it somewhere; null where schedules can go round. */
  readonly count: bigint | null;
  /** Distinct in what all variables hold; those after fewer steps first, and then in order of their witnesses. */
  readonly kinds: readonly Breach[];
}

interface Explored {
  readonly plans: readonly Plan[];
  readonly all: readonly Reached[];
  /** As `inOrder` gives them, or null where schedules can go round. */
  readonly ordered: readonly Reached[] | null;
  /** How many schedules there are, to their end or to a deadlock; null where they can go round. */
  readonly schedules: bigint | null;
  readonly witnesses: Witnesses;
}

export function brokenAmong(
  { plans, all, ordered, schedules, witnesses }: Explored,
  invariant: Invariant,
): Broken {
  const isBreach = (reached: Reached) =>
    (invariant.when === 'always' || isDone(plans, reached)) && !holds(invariant, reached);
  const breaches = new Set(all.filter(isBreach));
  const kinds = new Map<string, Breach>();
  for (const reached of breaches) {
    const { variables } = reached.state;
    const values = [...variables.values()].join();
    if (kinds.has(values)) continue;
    kinds.set(values, { variables: Object.fromEntries(variables), witness: witnesses.to(reached) });
  }
  return {
    count: ordered === null || schedules === null ? null : schedules - avoiding(ordered, breaches),
    kinds: [...kinds.values()],
  };
}

const isDone = (plans: readonly Plan[], { onwards, state }: Reached) =>
  onwards.length === 0 && blockedIn(plans, state).length === 0;

function holds({ sum, least, most }: Invariant, { state: { variables } }: Reached): boolean {
  // Each is exact as a number, but their sum may not be.
  const total = sum.reduce((all, name) => all + BigInt(variables.get(name) as number), 0n);
  return (least === undefined || least <= total) && (most === undefined || total <= most);
}

/** How many schedules keep out of all of these states. */
function avoiding(ordered: readonly Reached[], breaches: ReadonlySet<Reached>): bigint {
  const ways = waysTo(ordered, (reached) => !breaches.has(reached));
  return ordered
    .filter(({ onwards }) => onwards.length === 0)
    .reduce((sum, { index }) => sum + (ways[index] as bigint), 0n);
}
