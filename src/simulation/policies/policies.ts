// The policies by the names that scenarios and the notation give them: a new one is a file and a line here.
import { fair } from './fair.ts';
import { fifo } from './fifo.ts';
import type { PolicyDefinition } from './policy.ts';
import { priority } from './priority.ts';
import { roundRobin } from './round-robin.ts';
import { shortestRemaining } from './shortest-remaining.ts';

export const POLICIES = {
  fifo,
  'round-robin': roundRobin,
  'shortest-remaining': shortestRemaining,
  priority,
  fair,
} satisfies Record<string, PolicyDefinition>;

export type PolicyName = keyof typeof POLICIES;
export const POLICY_NAMES = Object.keys(POLICIES) as PolicyName[];
