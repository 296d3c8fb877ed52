// The curves of this lab: what handing over takes, by a pointer and by two copies, with what was measured.
import type { Chart } from '../../src/lab-kit/figures/curves/chart.ts';
import { bytes } from './bytes.ts';
import { copyTime, HOP, pointerTime } from './cost.ts';
import type { Setting } from './handing.ts';

/** The sizes that can be set, bytes: each four times the one before. */
export const SIZES: readonly number[] = Array.from({ length: 9 }, (_, i) => 4 ** (i + 2));
/** What was measured is a message of one byte: there the axis begins. */
const MEASURED = 1;

const NAMES = Object.fromEntries(
  [MEASURED, MEASURED * 4, ...SIZES].map((size) => [size, bytes(size)]),
);

const CHART: Chart = {
  id: 'time',
  title: 'Time to hand over a message',
  x: { label: 'Message', unit: '', parameter: 'size', names: NAMES },
  y: { label: 'Handed over on one core', unit: 'µs', digits: 1, log: true },
  series: [
    {
      label: 'two copies',
      kind: 'ruled',
      points: SIZES.map((x) => ({ x, y: copyTime(x) })),
    },
    { label: 'a pointer', kind: 'ruled', points: SIZES.map((x) => ({ x, y: pointerTime() })) },
    { label: 'a byte through a pipe', kind: 'measured', points: [{ x: MEASURED, y: HOP }] },
  ],
};

/** The same for every setting: only the point that is marked moves. */
export const charts = (_: Setting): readonly Chart[] => [CHART];
