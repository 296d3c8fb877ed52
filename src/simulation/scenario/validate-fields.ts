// What fields may hold: each check names the place, what was found and what would do.
import { LIMITS } from './limits.ts';
import { ScenarioError } from './scenario-error.ts';

/** An object with no other fields than these: a misspelt one would else be passed over in silence. */
export function fields(
  path: string,
  prefix: string,
  value: unknown,
  known: readonly string[],
): void {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new ScenarioError(path, value, `an object with ${enumerated(known)}`);
  }
  for (const key of Object.keys(value)) {
    if (known.includes(key)) continue;
    throw new ScenarioError(`${prefix}${key}`, `the field ${key}`, `only ${enumerated(known)}`);
  }
}

const enumerated = (known: readonly string[]) =>
  known.length === 1 ? `${known[0]}` : `${known.slice(0, -1).join(', ')} and ${known.at(-1)}`;

export function list(path: string, value: unknown, of: string): void {
  if (!Array.isArray(value)) throw new ScenarioError(path, value, `a list of ${of}`);
}

export function oneOf(path: string, value: unknown, allowed: readonly string[]): void {
  if (!allowed.includes(value as string)) {
    throw new ScenarioError(path, value, allowed.map((one) => JSON.stringify(one)).join(' or '));
  }
}

export function nameOf(path: string, value: unknown): void {
  if (typeof value !== 'string' || value === '') {
    throw new ScenarioError(path, value, 'a name of at least one letter');
  }
}

export function whole(value: unknown, least: number, most: number): value is number {
  return Number.isSafeInteger(value) && (value as number) >= least && (value as number) <= most;
}

export function within(path: string, value: unknown, least: number, most: number, or = ''): void {
  if (!whole(value, least, most)) {
    throw new ScenarioError(path, value, `a whole number from ${least} to ${most}${or}`);
  }
}

export const count = (path: string, value: unknown, most: number, or = '') =>
  within(path, value, 1, most, or);

/** A number as the notation writes it, of at most six decimals: what is finer would be lost there. */
export function decimal(path: string, value: unknown, most: number, what: string): void {
  const isWithin = typeof value === 'number' && value > 0 && value <= most;
  if (isWithin && Number(value.toFixed(6)) === value) return;
  const allowed = `${what}, more than 0, at most ${most}, with at most six decimals,`;
  throw new ScenarioError(path, value, allowed);
}

/** A time in ns. */
export function time(path: string, value: unknown, least: number, or = ''): void {
  if (!whole(value, least, LIMITS.time)) {
    throw new ScenarioError(
      path,
      value,
      `a whole number of ns from ${least} to ${LIMITS.time}${or}`,
    );
  }
}
