// How instants of a clock are written: in ms, or in seconds when the clock is long.
import { grouped, ms, type Nanos } from '@interleave/simulation';

/** From this length (ns) on a clock counts seconds. */
const LONG = 5e9;

/** The unit that a clock up to `end` (ns) counts in, and how many ns it has. */
export const unitOf = (end: Nanos) =>
  end >= LONG ? ({ name: 's', nanos: 1e9 } as const) : ({ name: 'ms', nanos: 1e6 } as const);

/** So much of a unit as readers can use: to a tenth, under a hundred to a thousandth. */
export const legible = (count: number) => Number(count.toFixed(count < 100 ? 3 : 1));

/** An instant (ns) as it is written on a clock up to `end`, with its unit: "42 ms", "26 s", to a thousandth; "1,650.5 ms". */
export const onClock = (at: Nanos, end: Nanos): string =>
  `${onAxis(at, end)}\u00a0${unitOf(end).name}`;

/** An instant (ns) without its unit: "1,650.5", "25.74". @param end where its clock ends, ns */
export const onAxis = (at: number, end: Nanos): string => grouped(legible(at / unitOf(end).nanos));

/** From one instant to another (ns), with the unit of their clock: "0–55 ms", "13.05–13.06 s". */
export const stretchOn = (from: Nanos, to: Nanos, end: Nanos): string =>
  `${onAxis(from, end)}–${onClock(to, end)}`;

/** A step that can be read where so much of a clock is shown, ns: of seconds a hundredth, else a ms; of 20 ms, a tenth. */
function stepOf(length: number): number {
  if (length >= LONG) return 1e7;
  return Math.min(1e6, 10 ** Math.floor(Math.log10(length / 20)));
}

/** The nearest whole step to an instant, where `length` ns of the clock are shown. */
export function inSteps(at: number, length: number): Nanos {
  const step = stepOf(length);
  return Math.round(Math.round(at / step) * step) as Nanos;
}

/** The end (ns) of the clock that runs are drawn on: the latest end; of runs in which nothing happens, 1 ms. */
export const clockEnd = (...ends: readonly Nanos[]): Nanos => (Math.max(...ends) || ms(1)) as Nanos;
