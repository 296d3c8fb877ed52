// All orders of the atomic steps of a few threads: counted, walked, or as a graph of states.

export { ScenarioError } from '../scenario/scenario-error.ts';
export type { Breach, Broken } from './broken.ts';
export {
  Exploration,
  type FinalState,
  type InterleavingDeadlock,
  type Interleavings,
  interleavings,
  type Livelock,
} from './interleavings.ts';
export type { Moment } from './moments.ts';
export {
  type AtomicStep,
  atomic,
  INTERLEAVING_LIMITS,
  type Invariant,
  type Operand,
  type SteppedThread,
  type Within,
} from './program.ts';
export type { BlockedThread, Standing, Status } from './standing.ts';
export { type StateEdge, type StateGraph, type StateNode, states } from './states.ts';
export { type Move, type Snapshot, type Walk, walk } from './walk.ts';
