// The ticks of a clock: round steps, few enough that their numbers stand apart on a phone.

/** Most intervals between numbered ticks: at 320 px of plot they are then 46 px apart. */
const MOST_INTERVALS = 7;

export interface Tick {
  /** The instant, in the unit of `end`. */
  readonly at: number;
  /** Numbered ticks are major; those halfway are not. */
  readonly major: boolean;
}

/**
 * The ticks of a clock from `from` to `end` (any unit): majors 1, 2 or 5 × 10ⁿ apart, and halves.
 *
 * @param most intervals between majors
 * @throws RangeError unless `end` is a finite number above `from`
 */
export function ticks(end: number, from = 0, most = MOST_INTERVALS): Tick[] {
  if (!(end > from && Number.isFinite(end))) {
    throw new RangeError(`found a clock up to ${end}; a finite number above ${from} would do`);
  }
  const step = majorStep(end - from, most);
  const found: Tick[] = [];
  // Counted in whole halves and rounded, so that no error adds up along the axis or shows in a number.
  for (let half = Math.ceil((2 * from) / step); ; half += 1) {
    const at = Number(((half * step) / 2).toPrecision(12));
    if (at > end) return found;
    found.push({ at, major: half % 2 === 0 });
  }
}

function majorStep(length: number, most: number): number {
  for (let power = 10 ** Math.floor(Math.log10(length) - 1); ; power *= 10) {
    for (const factor of [1, 2, 5]) {
      if (length / (factor * power) <= most) return factor * power;
    }
  }
}
