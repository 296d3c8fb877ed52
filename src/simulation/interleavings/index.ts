// All orders of the atomic steps of a few threads: counted, walked, or as a graph of states.

export { ScenarioError } from '../scenario/scenario-error.ts';
export {
  type FinalState,
  type InterleavingDeadlock,
  type Interleavings,
  interleavings,
  type Moment,
} from './interleavings.ts';
export {
  type AtomicStep,
  atomic,
  INTERLEAVING_LIMITS,
  type SteppedThread,
} from './program.ts';
export type { BlockedThread, Standing, Status } from './standing.ts';
export { type StateEdge, type StateGraph, type StateNode, states } from './states.ts';
export { type Move, type Snapshot, type Walk, walk } from './walk.ts';
