// What a switch costs: always the same, or more the more are runnable.
import type { Nanos } from './nanos.ts';
import type { Scenario } from './scenario.ts';
import { ScenarioError } from './scenario-error.ts';
import { whole } from './validate-fields.ts';

/**
 * What a core pays, in ns, for a switch that begins with so many runnable: those in the run queue, and the one that it
 * switches to. On the lines from (1, `switchCost`) through the points of `switchGrowth`, rounded down; beyond the last
 * point as at it. The limits of a scenario keep it exact.
 *
 * @throws ScenarioError when `runnable` is no whole number from 1
 */
export function switchCostAt(
  { switchCost, switchGrowth }: Pick<Scenario, 'switchCost' | 'switchGrowth'>,
  runnable: number,
): Nanos {
  if (!whole(runnable, 1, Number.MAX_SAFE_INTEGER)) {
    throw new ScenarioError('runnable', runnable, 'a whole number from 1');
  }
  let from = 1;
  let cost: number = switchCost;
  // By index: an iterator of a frozen list makes an object for each point.
  for (let i = 0; i < switchGrowth.length; i += 1) {
    const point = switchGrowth[i] as Scenario['switchGrowth'][number];
    const rise = point.cost - cost;
    if (runnable < point.runnable) {
      // Whole numbers up to 10^15: no quotient of such comes out as the next whole number.
      return (cost + Math.floor(((runnable - from) * rise) / (point.runnable - from))) as Nanos;
    }
    from = point.runnable;
    cost = point.cost;
  }
  return cost as Nanos;
}
