// Sizes as they are written.
import { withUnit } from '../../src/lab-kit/units.ts';

const UNITS = [
  ['MiB', 1024 ** 2],
  ['KiB', 1024],
] as const;

/** A whole number of bytes: "16 B", "64 KiB", "1 MiB". */
export function bytes(size: number): string {
  const [unit, of] = UNITS.find(([, least]) => size >= least) ?? ['B', 1];
  return withUnit(Number((size / of).toFixed(1)), unit);
}
