// Whether a yardstick says the same of a run as the engine, and where it first does not.
import type { Trace } from '../index.ts';

/** What a yardstick leaves of a run: segments, ns; with or without causes. */
export interface Outcome {
  readonly tasks: readonly {
    readonly segments: readonly (Stretch & { readonly core: number | null })[];
  }[];
  readonly cores: readonly {
    readonly segments: readonly (Stretch & { readonly task: number | null })[];
  }[];
}

interface Stretch {
  readonly state: string;
  readonly start: number;
  readonly end: number;
}

/** The first segment in which they differ, in a sentence, or null. What the yardstick does not say is not compared. */
export function firstDifference(trace: Trace, outcome: Outcome): string | null {
  for (const kind of ['tasks', 'cores'] as const) {
    const wanted = trace[kind];
    const found = outcome[kind];
    if (found.length !== wanted.length) {
      return `${kind}: the engine has ${wanted.length}, the yardstick ${found.length}.`;
    }
    for (const [i, { segments }] of wanted.entries()) {
      const others = found[i]?.segments ?? [];
      const at = firstOdd(segments, others);
      if (at === -1) continue;
      return `${kind}[${i}].segments[${at}]: the engine has ${shown(segments[at])}, the yardstick ${shown(others[at])}.`;
    }
  }
  return null;
}

/** The index of the first segment that the lists do not have in common, or -1. */
function firstOdd(wanted: readonly object[], found: readonly object[]): number {
  const most = Math.max(wanted.length, found.length);
  for (let i = 0; i < most; i += 1) if (!agree(wanted[i], found[i])) return i;
  return -1;
}

function agree(wanted: object | undefined, found: object | undefined): boolean {
  if (wanted === undefined || found === undefined) return false;
  const fields = new Map<string, unknown>(Object.entries(wanted));
  return Object.entries(found).every(([name, value]) => fields.get(name) === value);
}

const shown = (segment: object | undefined) =>
  segment === undefined ? 'none' : JSON.stringify(segment);
