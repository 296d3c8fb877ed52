// The public surface of the simulation: nothing else of this package is imported from outside.

export { Run } from './engine/run.ts';
export { LIMITS } from './limits.ts';
export { ms, type Nanos, toMs } from './nanos.ts';
export { compare, type Difference, instead, summariseComparison } from './readers/compare.ts';
export { type Explanation, explain } from './readers/explain.ts';
export { describeInstant, instants, segmentAt } from './readers/instants.ts';
export { type CoreMetrics, type Metrics, metrics, type TaskMetrics } from './readers/metrics.ts';
export { longestReady, type ReadyStretch, readyTime } from './readers/ready.ts';
export {
  capital,
  milliseconds,
  type Phrase,
  type Sentence,
  toText,
  type Words,
} from './readers/sentence.ts';
export { summarise } from './readers/summarise.ts';
export {
  countTasks,
  cpu,
  io,
  type Scenario,
  type Step,
  scenario,
  type Task,
  task,
} from './scenario.ts';
export { ScenarioError } from './scenario-error.ts';
export { simulate } from './simulate.ts';
export type {
  Cause,
  CoreSegment,
  CoreState,
  CoreTrace,
  TaskSegment,
  TaskState,
  TaskTrace,
  Trace,
} from './trace.ts';
export { type TraceData, traceOf } from './trace-data.ts';
