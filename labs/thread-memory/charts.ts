// The curves of this lab: reserved and in use over connections, by the lab's rule, with the measured points on them.
import { grouped } from '@interleave/simulation';
import { costs, type Memory } from '@interleave/simulation/costs';
import type { Chart, Series } from '../../src/lab-kit/figures/curves/chart.ts';
import { oncePerSetting } from '../../src/lab-kit/once-per.ts';
import { pointsOf } from './measured.ts';
import { NAMES } from './names.ts';
import { CARRIERS, type Carrier, MODEL, optionsFor, type Setting } from './setting.ts';
import { GIB, KIB, MIB, size } from './sizes.ts';

/** Six a decade, about evenly apart on a logarithmic scale, and whole from the first on. */
const FIRST = [1, 2, 3, 4, 5, 7];
const OTHERS = [1, 1.5, 2, 3, 5, 7];
const DECADES = 6;

/** The connections that can be set. */
export const CONNECTIONS: readonly number[] = [
  ...FIRST,
  ...Array.from({ length: DECADES - 1 }, (_, i) => OTHERS.map((of) => of * 10 ** (i + 1))).flat(),
  10 ** DECADES,
];

/** Each power of ten, as it is written on an axis. */
export const DECADES_NAMED: readonly (readonly [value: number, name: string])[] = Array.from(
  { length: DECADES + 1 },
  (_, i) => [10 ** i, i === DECADES ? '1\u00a0M' : grouped(10 ** i)],
);

/** With fewer the lines lie on each other: what the process has besides is most of it. */
const LEAST_DRAWN = 100;
const DRAWN = CONNECTIONS.filter((count) => count >= LEAST_DRAWN);
const ACROSS = {
  label: 'Connections',
  unit: '',
  parameter: 'connections',
  say: grouped,
  names: Object.fromEntries(DECADES_NAMED.filter(([count]) => count >= LEAST_DRAWN)),
};

/** Each 32 times the one before. */
const UP = Object.fromEntries(
  [32 * KIB, MIB, 32 * MIB, GIB, 32 * GIB, 1024 * GIB, 32 * 1024 * GIB, 1024 * 1024 * GIB].map(
    (bytes) => [bytes / MIB, size(bytes)],
  ),
);

type Drawn = Pick<Setting, 'stack' | 'touched' | 'memory'>;

/** The same, and not made again, while only the connections change: they are an axis of both. */
export const charts = oncePerSetting(
  ({ stack, touched, memory }: Drawn) => [stack, touched, memory],
  (drawn): readonly Chart[] => [
    chart('reserved', { title: 'Reserved', up: 'By one process' }, 'reserved', drawn),
    chart('in-use', { title: 'In use', up: 'With the kernel’s part' }, 'resident', drawn),
  ],
);

const chart = (
  id: string,
  { title, up }: { title: string; up: string },
  what: keyof Memory,
  setting: Drawn,
): Chart => ({
  id,
  title,
  x: ACROSS,
  y: {
    label: `${up}, if all start`,
    unit: 'MiB',
    digits: 1,
    log: true,
    names: UP,
    say: (value) => size(value * MIB),
  },
  series: [
    ...CARRIERS.map((carrier) => line(carrier, what, setting)),
    ...CARRIERS.flatMap((carrier) => rings(carrier, what, setting)),
  ],
  limits: [{ label: `memory, ${size(setting.memory)}`, at: setting.memory / MIB }],
});

const line = (carrier: Carrier, what: keyof Memory, setting: Drawn): Series => ({
  label: NAMES[carrier],
  kind: 'formula',
  // Threads of a JVM have nearly as much in use as others.
  ...(carrier === 'jvm' ? { dashed: true } : {}),
  points: DRAWN.map((x) => ({
    x,
    y: costs(MODEL[carrier], x, optionsFor(carrier, setting))[what] / MIB,
  })),
});

/** What was measured with the stacks as they are set; of a range the middle. */
function rings(carrier: Carrier, what: keyof Memory, setting: Drawn): Series[] {
  const points = pointsOf(carrier, what, setting).map(({ tasks, bytes: [least, most] }) => ({
    x: tasks,
    y: (least + most) / 2 / MIB,
  }));
  return points.length === 0
    ? []
    : [
        {
          label: `${NAMES[carrier]}, measured`,
          kind: 'measured',
          measures: NAMES[carrier],
          points,
        },
      ];
}
