// The curve of this lab: how busy one core is with so many requests in flight, simulated and at best.
import { type Metrics, metrics, simulate } from '@interleave/simulation';
import type { Chart } from '../../src/lab-kit/figures/curves/chart.ts';
import { fills, idealBusy, run, type Setting } from './request.ts';

/** Few enough to simulate at every turn of a knob. */
const POINTS = [1, 4, 8, 13, 20, 26, 32, 40];
const MOST = 40;

export function charts(setting: Setting): Chart[] {
  const known = new Map<number, Metrics>();
  const at = (flight: number) => {
    const figures = known.get(flight) ?? metrics(simulate(run({ ...setting, flight })));
    known.set(flight, figures);
    return figures;
  };
  const sorted = (xs: readonly number[]) => [...new Set(xs)].sort((a, b) => a - b);
  // Where the ideal bends is a point of its line.
  const bend = Math.min(MOST, fills(setting));
  return [
    {
      id: 'busy',
      title: 'How busy the core is',
      x: { label: 'Requests in flight', unit: '', parameter: 'flight' },
      y: { label: 'Busy', unit: '%', digits: 1, most: 100 },
      series: [
        {
          label: 'simulated',
          kind: 'simulated',
          points: sorted([...POINTS, setting.flight]).map((x) => ({
            x,
            y: at(x).utilisation * 100,
          })),
        },
        {
          label: 'ideal',
          kind: 'ideal',
          points: sorted([1, bend, ...POINTS, setting.flight]).map((x) => ({
            x,
            y: idealBusy(at(x)) * 100,
          })),
        },
      ],
    },
  ];
}
