// Numbers as this lab writes them: sizes in binary units, three digits that count; and sizes as they stand in links.
import { grouped } from '@interleave/simulation';
import { withUnit } from '../../src/lab-kit/units.ts';

export const KIB = 1024;
export const MIB = 1024 * KIB;
export const GIB = 1024 * MIB;

const UNITS = [
  ['PiB', 1024 * 1024 * GIB],
  ['TiB', 1024 * GIB],
  ['GiB', GIB],
  ['MiB', MIB],
  ['KiB', KIB],
] as const;

/** A number with three digits that count, or a smaller whole one as it is: "78.1", "26.0", "1,040", "8". */
export const three = (value: number) =>
  value < 100 && !Number.isInteger(value)
    ? value.toPrecision(3)
    : grouped(Number(value.toPrecision(3)));

/** A size: "78.1 GiB", "338 MiB", "8 KiB". */
export function size(bytes: number): string {
  const [unit, of] = UNITS.find(([, of]) => Number((bytes / of).toPrecision(3)) >= 1) ?? ['B', 1];
  return withUnit(three(bytes / of), unit);
}

/** The least of MiB or per cent that is told exactly. */
const LEAST = 0.01;

/** A number of MiB or per cent as `three` writes it; one with nothing but noughts in sight as what it is less than. */
export const atLeast = (value: number, less: string) =>
  value > 0 && value < LEAST ? `${less}${LEAST}` : three(value);

/** A size as it stands in a link: "8MiB". */
export type LinkSize = `${number}${'KiB' | 'MiB' | 'GiB'}`;

const OF_LINKS = { GiB: GIB, MiB: MIB, KiB: KIB } as const;

/** @param bytes whole KiB */
export function linkSize(bytes: number): LinkSize {
  const unit = bytes % GIB === 0 ? 'GiB' : bytes % MIB === 0 ? 'MiB' : 'KiB';
  return `${bytes / OF_LINKS[unit]}${unit}`;
}

/** The bytes of a link's size. */
export function bytesOf(size: LinkSize): number {
  const unit = size.slice(-3) as keyof typeof OF_LINKS;
  return Number(size.slice(0, -3)) * OF_LINKS[unit];
}
