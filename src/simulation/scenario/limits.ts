// How much one run may hold.

/**
 * What a scenario may hold: cores, workers, tasks (all copies), steps (repeats written out, operations that begin
 * together one by one, for all copies), how deep repeats may lie in each other, how many points a switch's cost may grow
 * through and to what (ns), and how late it may get (ns; whole numbers are exact up to there). And how many events (ends on cores, ends of IO, arrivals, locks taken or given back) one run
 * may have. Beyond the last two a run is truncated; a scenario that is beyond the others is refused.
 */
export const LIMITS = {
  cores: 256,
  workers: 1_000_000,
  tasks: 1_000_000,
  steps: 10_000_000,
  nesting: 8,
  switchPoints: 100,
  grownSwitch: 1_000_000_000,
  time: Number.MAX_SAFE_INTEGER,
  events: 20_000_000,
} as const;
