// The curves of this lab over how many requests are in flight: how busy one core is, and how long a request takes, simulated
// and at best.
import { type Metrics, metrics, simulate } from '@interleave/simulation';
import type { Chart, Series } from '../../src/lab-kit/figures/curves/chart.ts';
import { fills, idealBusy, run, type Setting, takes } from './request.ts';

/** Few enough to simulate at every turn of a knob. */
const POINTS = [1, 4, 8, 13, 20, 26, 32, 40];
const MOST = 40;

/** How busy the core is, and beside it, with several requests in flight, what that costs each. */
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
  const x: Chart['x'] = { label: 'Requests in flight', unit: '', parameter: 'flight' };
  /** @param of a figure, from how many are in flight and how busy they keep the core, 0..1 */
  const series = (of: (flight: number, busy: number) => number): Series[] => [
    {
      label: 'simulated',
      kind: 'simulated',
      points: sorted([...POINTS, setting.flight]).map((flight) => ({
        x: flight,
        y: of(flight, at(flight).utilisation),
      })),
    },
    {
      label: 'ideal',
      kind: 'ideal',
      points: sorted([1, bend, ...POINTS, setting.flight]).map((flight) => ({
        x: flight,
        y: of(flight, idealBusy(at(flight))),
      })),
    },
  ];
  const busy: Chart = {
    id: 'busy',
    title: 'How busy the core is',
    x,
    y: { label: 'Busy', unit: '%', digits: 1, most: 100 },
    series: series((_, share) => share * 100),
  };
  const latency: Chart = {
    id: 'latency',
    title: 'Mean latency',
    x,
    y: { label: 'A request takes', unit: 'ms', digits: 0 },
    series: series((flight, share) => takes({ ...setting, flight }, share)),
  };
  return setting.flight === 1 ? [busy] : [busy, latency];
}
