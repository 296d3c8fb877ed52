// A number with its unit, written the same way everywhere.

/** "55 ms" with a space that does not break; "83.3%", "2×", "72/s" and "26" without one. */
export const withUnit = (value: number | string, unit: string): string =>
  /^([%×/]|$)/.test(unit) ? `${value}${unit}` : `${value}\u00a0${unit}`;
