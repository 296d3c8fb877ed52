// The public surface of the simulation: nothing else of this package is imported from outside.

export {
  COST_DEFAULTS,
  type CostModel,
  type CostOptions,
  type CostPart,
  type CostPartName,
  type Costs,
  costs,
  type Memory,
} from './costs.ts';
export { Run } from './engine/run.ts';
export { toChromeTrace } from './export/chrome-trace.ts';
export { toCsv } from './export/csv.ts';
export { toJson } from './export/json.ts';
export { LEAST_WIDTH, type TerminalOptions, toTerminal } from './export/terminal.ts';
export {
  type FinalState,
  type InterleavingDeadlock,
  type Interleavings,
  interleavings,
  type Moment,
} from './interleavings/interleavings.ts';
export {
  type AtomicStep,
  atomic,
  INTERLEAVING_LIMITS,
  type SteppedThread,
} from './interleavings/program.ts';
export type { BlockedThread, Standing, Status } from './interleavings/standing.ts';
export { type StateEdge, type StateGraph, type StateNode, states } from './interleavings/states.ts';
export { type Move, type Snapshot, type Walk, walk } from './interleavings/walk.ts';
export { LIMITS } from './limits.ts';
export { ms, type Nanos, toMs } from './nanos.ts';
export { format } from './notation/format.ts';
export { NotationError } from './notation/notation-error.ts';
export { parse } from './notation/parse.ts';
export { asymptoticBounds, meanValueAnalysis, type Population } from './oracles/closed-network.ts';
export { interactiveResponse, littlesLaw, utilisationLaw } from './oracles/laws.ts';
export {
  mg1,
  mm1,
  mm1ResponsePercentile,
  mmc,
  processorSharing,
  processorSharingResponse,
  type QueueFigures,
  type SystemFigures,
} from './oracles/queues.ts';
export { amdahlSpeedUp, listSchedulingBounds, type MakespanBounds } from './oracles/scaling.ts';
export { POLICY_NAMES, type PolicyName } from './policies/policies.ts';
export { compare, type Difference, summariseComparison } from './readers/compare.ts';
export { type Explanation, explain } from './readers/explain.ts';
export { describeInstant, instants, segmentAt } from './readers/instants.ts';
export { instead } from './readers/instead.ts';
export {
  type CoreMetrics,
  type DeviceMetrics,
  type Metrics,
  metrics,
  type TaskMetrics,
} from './readers/metrics.ts';
export { longestReady, type ReadyStretch, readyTime } from './readers/ready.ts';
export {
  capital,
  inARow,
  milliseconds,
  type Phrase,
  type Sentence,
  toText,
  type Words,
} from './readers/sentence.ts';
export type { Spread } from './readers/spread.ts';
export { summarise } from './readers/summarise.ts';
export {
  countTasks,
  cpu,
  type Device,
  io,
  type Length,
  type Scenario,
  type Spacing,
  type Step,
  scenario,
  type Task,
  task,
} from './scenario.ts';
export { ScenarioError } from './scenario-error.ts';
export { simulate } from './simulate.ts';
export {
  CAUSES,
  type Cause,
  CORE_STATES,
  type CoreSegment,
  type CoreState,
  type CoreTrace,
  type DeviceTrace,
  type Round,
  type Stuck,
  TASK_STATES,
  type TaskSegment,
  type TaskState,
  type TaskTrace,
  type Trace,
} from './trace.ts';
export { type TraceData, traceOf } from './trace-data.ts';
