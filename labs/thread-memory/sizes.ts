// Numbers as this lab writes them: sizes in binary units, three digits that count.
import { withUnit } from '../../src/lab-kit/units.ts';
import { GIB, KIB, MIB } from './setting.ts';

const UNITS = [
  ['TiB', 1024 * GIB],
  ['GiB', GIB],
  ['MiB', MIB],
  ['KiB', KIB],
] as const;

/** A number with three digits that count, or a smaller whole one as it is: "78.1", "26.0", "1,040", "8". */
export const three = (value: number) =>
  value < 100 && !Number.isInteger(value)
    ? value.toPrecision(3)
    : Number(value.toPrecision(3)).toLocaleString('en');

/** A size: "78.1 GiB", "338 MiB", "8 KiB". */
export function size(bytes: number): string {
  const [unit, of] = UNITS.find(([, of]) => Number((bytes / of).toPrecision(3)) >= 1) ?? ['B', 1];
  return withUnit(three(bytes / of), unit);
}

/** A number of things, whole: "10,000". */
export const many = (count: number) => count.toLocaleString('en');

/** "1 thread", "10,000 threads" */
export const countOf = (count: number, one: string, more = `${one}s`) =>
  `${many(count)} ${count === 1 ? one : more}`;
