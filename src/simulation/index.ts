// What others use of the simulation, and nothing else; rarer things have sub-paths: see package.json.

export { Stream } from './engine/random.ts';
export { Simulation } from './engine/simulation.ts';
export { format } from './notation/format.ts';
export { parse } from './notation/parse.ts';
export { once } from './once.ts';
export { type Answers, answers } from './readers/answers.ts';
export { compare, summariseComparison } from './readers/compare.ts';
export { type Explanation, explain } from './readers/explain.ts';
export { describeInstant, instants, segmentAt } from './readers/instants.ts';
export { instead } from './readers/instead.ts';
export { type Lack, lackOf, longestLack, stateShown } from './readers/lack.ts';
export { Average, type Loads, loads } from './readers/loads.ts';
export { type Metrics, metrics } from './readers/metrics.ts';
export {
  type Move,
  type PlaceName,
  type Places,
  placesAt,
  type Stay,
  type Stop,
  type Way,
  type Ways,
  waysAt,
} from './readers/places.ts';
export { type Request, requestsOf } from './readers/requests.ts';
export {
  askedOf,
  capital,
  eachByName,
  enumerate,
  enumerateNumbered,
  grouped,
  inARow,
  milliseconds,
  type Names,
  type Sentence,
  toText,
} from './readers/sentence.ts';
export { summarise } from './readers/summarise.ts';
export { type Visits, visits } from './readers/visits.ts';
export {
  type WorkerSegment,
  type WorkerState,
  type WorkerTrace,
  workersOf,
} from './readers/workers.ts';
export { scenario } from './scenario/checked.ts';
export { ms, type Nanos, toMs } from './scenario/nanos.ts';
export {
  type Crowding,
  countTasks,
  cpu,
  io,
  type Length,
  type Operation,
  type Retry,
  type Scenario,
  type Step,
  type Task,
  task,
  together,
} from './scenario/scenario.ts';
export { switchCostAt } from './scenario/switch-cost.ts';
export { simulate } from './simulate.ts';
export { asymptoticBounds } from './theory/closed-network.ts';
export type { LifeSegment } from './trace/life.ts';
export type {
  Cause,
  CoreSegment,
  CoreState,
  Resend,
  TaskSegment,
  TaskState,
  TaskTrace,
  Trace,
} from './trace/trace.ts';
export { type TraceData, traceOf } from './trace/trace-data.ts';
export { traceFrom } from './trace/trace-from.ts';
