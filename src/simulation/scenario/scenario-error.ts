// What is said of a scenario that cannot be run: the place, what was found, what would do.
import { quoted } from './quoted.ts';

/** A scenario (or another argument of this package) that will not do: where, what was found there and what would do. */
export class ScenarioError extends Error {
  override readonly name: string = 'ScenarioError';
  /** The place, as in `tasks[1].steps[0].duration`, or `line 3, column 8`. */
  readonly path: string;
  readonly found: string;
  readonly allowed: string;

  /** @param shown what was found, as text */
  constructor(path: string, found: unknown, allowed: string, shown = show(found)) {
    super(`${path}: found ${shown}; ${allowed} would do.`);
    this.path = path;
    this.found = shown;
    this.allowed = allowed;
  }
}

const LONGEST_SHOWN = 40;

/** A value from anywhere as text: short, and told from words by quotes. */
export function show(found: unknown): string {
  if (typeof found === 'string') {
    const cut = found.length > LONGEST_SHOWN ? `${found.slice(0, LONGEST_SHOWN)}…` : found;
    return quoted(cut);
  }
  if (Array.isArray(found)) return 'a list';
  return typeof found === 'object' && found !== null ? 'an object' : String(found);
}
