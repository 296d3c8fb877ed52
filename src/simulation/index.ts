// The public surface of the simulation: nothing else of this package is imported from outside.
export { compare, type Difference, instead, summariseComparison } from './compare.ts';
export { type Explanation, explain } from './explain.ts';
export { describeInstant, instants, segmentAt } from './instants.ts';
export { type CoreMetrics, type Metrics, metrics, type TaskMetrics } from './metrics.ts';
export { ms, type Nanos, toMs } from './nanos.ts';
export { longestReady, type ReadyStretch, readyTime } from './ready.ts';
export { cpu, io, type Scenario, type Step, scenario, type Task, task } from './scenario.ts';
export {
  capital,
  milliseconds,
  type Phrase,
  type Sentence,
  toText,
  type Words,
} from './sentence.ts';
export { simulate } from './simulate.ts';
export { summarise } from './summarise.ts';
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
export { LIMITS, ScenarioError } from './validate.ts';
