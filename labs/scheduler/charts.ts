// Two curves: how long a thread that wants the core for a moment may wait for it, over the slice and over a switch's cost.
import { simulate } from '@interleave/simulation';
import type { Chart } from '../../src/lab-kit/figures/curves/chart.ts';
import { longestWait } from './facts.ts';
import { type Setting, scenarioOf } from './work.ts';

/** ms */
const SLICES = [1, 2, 3, 4, 5, 6, 8, 10, 12, 14, 16, 18, 20];
const COSTS = [0, 0.2, 0.4, 0.6, 0.8, 1];

/** None but where threads that want little stand beside one that wants much, and take turns with it. */
export function charts(setting: Setting): Chart[] {
  const { work, policy, slice, cost } = setting;
  if ((work !== 'hog' && work !== 'crowd') || policy !== 'turns') return [];
  const waitAt = (other: Partial<Pick<Setting, 'slice' | 'cost'>>) =>
    longestWait(simulate(scenarioOf({ ...setting, policy, ...other })));
  const points = (xs: readonly number[], shown: number | null, y: (x: number) => number) =>
    [...new Set([...xs, ...(shown === null ? [] : [shown])])]
      .sort((a, b) => a - b)
      .map((x) => ({ x, y: y(x) }));
  const y = {
    label: work === 'hog' ? 'A runnable' : 'A, B or C runnable',
    unit: 'ms',
    digits: 1,
  };
  const withoutSlice = waitAt({ slice: null });
  return [
    {
      id: 'over-slice',
      title: 'Longest wait, by slice',
      x: { label: 'Slice', unit: 'ms', parameter: 'slice' },
      y,
      series: [
        {
          label: 'simulated',
          kind: 'simulated',
          points: points(SLICES, slice, (x) => waitAt({ slice: x })),
        },
        {
          label: 'without a slice',
          kind: 'ideal',
          points: points(SLICES, slice, () => withoutSlice),
        },
      ],
    },
    {
      id: 'over-cost',
      title: 'Longest wait, by switch cost',
      x: { label: 'A switch costs', unit: 'ms', parameter: 'cost' },
      y,
      series: [
        {
          label: 'simulated',
          kind: 'simulated',
          points: points(COSTS, cost, (x) => waitAt({ cost: x })),
        },
      ],
    },
  ];
}
