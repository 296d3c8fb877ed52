// What others use of the costs of tasks in flight: their memory, what runs out first, and what was measured.

export { type CostPart, type CostPartName, type Costs, costs, type Memory } from './costs.ts';
export { type Limit, type LimitName, limits } from './limits.ts';
export { commitLimit, type Machine, type Overcommit, threadsMax } from './machine.ts';
export { MEASURED, MEASURED_MACHINE, type MeasuredCost, REFUSED } from './measured.ts';
export { COST_DEFAULTS, type CostModel, type CostOptions, JVM_THREADS } from './options.ts';
