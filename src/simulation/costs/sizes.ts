// Sizes in bytes, and what is refused of them.
import { ScenarioError } from '../scenario/scenario-error.ts';
import { whole } from '../scenario/validate-fields.ts';

export const KIB = 1024;
export const MIB = 1024 * KIB;
export const GIB = 1024 * MIB;

/** Bytes rounded up to whole pages. */
export const inPages = (bytes: number, page: number) => Math.ceil(bytes / page) * page;

/** @throws ScenarioError unless the value is a whole number within the bounds */
export function atLeast(path: string, value: unknown, least: number, most: number, of = ''): void {
  if (whole(value, least, most)) return;
  throw new ScenarioError(path, value, `a whole number${of} from ${least} to ${most}`);
}

/** @throws ScenarioError unless the value is a power of two up to the bound */
export function powerOfTwo(path: string, value: number, most: number): void {
  if (whole(value, 1, most) && Number.isInteger(Math.log2(value))) return;
  throw new ScenarioError(path, value, `a power of two from 1 to ${most}`);
}
