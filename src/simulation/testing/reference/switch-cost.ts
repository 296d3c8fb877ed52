// The second simulator's cost of a switch, in whole numbers of any size.
import type { Scenario } from '../../scenario/scenario.ts';

/** What a switch to one of so many who are runnable costs, ns. */
export function costOfSwitch({ switchCost, switchGrowth }: Scenario, runnable: number): number {
  const points = [{ runnable: 1, cost: switchCost }, ...switchGrowth];
  const next = points.findIndex((point) => point.runnable >= runnable);
  const right = points.at(next);
  const left = points[next - 1];
  if (!right || !left) return (right ?? points[0])?.cost as number;
  const rise = BigInt(right.cost - left.cost) * BigInt(runnable - left.runnable);
  return left.cost + Number(rise / BigInt(right.runnable - left.runnable));
}
