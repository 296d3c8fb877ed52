// The two curves of this lab, throughput and latency over one of its knobs, with the bounds that no server passes.
import type { Chart } from '../../src/lab-kit/figures/curves/chart.ts';
import { figuresAt, KNOBS, type Knob, type Turn } from './figures.ts';
import { bounds, type Setting } from './server.ts';

/** The values of each knob that a curve has points at; where the knob stands is a point too. */
const POINTS: Readonly<Record<Turn, readonly number[]>> = {
  cores: [1, 2, 3, 4, 5, 8],
  // One core is saturated from 26 in flight on, where requests are IO-bound, and two from 52.
  flight: [1, 5, 10, 18, 26, 38, 52],
  speed: [1, 1.5, 2, 3, 4],
  near: [25, 50, 100, 150, 200],
};

/** Throughput and mean latency over the knob `turn`, all others as they are set. */
export function charts({ turn, ...setting }: Setting & { readonly turn: Turn }): Chart[] {
  const xs = [...new Set([...POINTS[turn], setting[turn]])].sort((a, b) => a - b);
  const at = (x: number): Setting => ({ ...setting, [turn]: x });
  const points = (y: (setting: Setting) => number) => xs.map((x) => ({ x, y: y(at(x)) }));
  const { label, unit } = KNOBS.find(({ name }) => name === turn) as Knob<Turn>;
  const x = { label, unit, parameter: turn };
  return [
    {
      id: 'throughput',
      title: 'Throughput',
      x,
      y: { label: 'Requests answered', unit: '/s', digits: 1 },
      series: [
        {
          label: 'simulated',
          kind: 'simulated',
          points: points((setting) => figuresAt(setting).throughput),
        },
        {
          label: 'upper bound',
          kind: 'ideal',
          points: points((setting) => bounds(setting).throughput),
        },
      ],
    },
    {
      id: 'latency',
      title: 'Mean latency',
      x,
      y: { label: 'A request takes', unit: 'ms', digits: 0 },
      series: [
        {
          label: 'simulated',
          kind: 'simulated',
          points: points((setting) => figuresAt(setting).mean),
        },
        {
          label: 'lower bound',
          kind: 'ideal',
          points: points((setting) => bounds(setting).latency),
        },
      ],
    },
  ];
}
