// The curve of this lab: throughput over the share of the work that needs the lock, beside Amdahl's law and the bound.
import type { Chart } from '../../src/lab-kit/figures/curves/chart.ts';
import { figuresAt } from './figures.ts';
import { amdahl, bound, type Setting } from './server.ts';

/** %: closer where the curves bend. Where the knob stands is a point too. */
const POINTS = [0, 5, 10, 15, 20, 25, 30, 40, 50, 60, 80, 100] as const;

export function charts(setting: Setting): Chart[] {
  const shares = [...new Set([...POINTS, setting.share])].sort((a, b) => a - b);
  const points = (y: (at: Setting) => number) =>
    shares.map((share) => ({ x: share, y: y({ ...setting, share }) }));
  return [
    {
      id: 'throughput',
      title: 'Throughput',
      x: { label: 'Work inside the lock', unit: '%', parameter: 'share' },
      y: { label: 'Requests answered', unit: '/s', digits: setting.call === 'inside' ? 1 : 0 },
      series: [
        { label: 'simulated', kind: 'simulated', points: points((at) => figuresAt(at).throughput) },
        { label: 'upper bound', kind: 'ideal', points: points(bound) },
        // It is about computing that is spread over cores, and says nothing of waiting for an external call.
        ...(setting.call === 'none'
          ? [{ label: 'Amdahl’s law', kind: 'law', points: points(amdahl) } as const]
          : []),
      ],
    },
  ];
}
