// The name that an author may have meant.
import { closest } from '../simulation/notation/closest.ts';

/** Of some names the one that is a slip or two from a word, or that it begins, or is begun by; undefined where none is. */
export function nearest(word: string, names: readonly string[]): string | undefined {
  const lower = names.map((name) => name.toLowerCase());
  const near = lower.indexOf(closest(word, lower) ?? '');
  if (near !== -1) return names[near];
  return names.find((name) => word.length > 2 && (name.startsWith(word) || word.startsWith(name)));
}

/** "did you mean knobs? ", or nothing where no name is near. */
export function meant(word: string, names: readonly string[]): string {
  const near = nearest(word, names);
  return near === undefined ? '' : `did you mean ${near}? `;
}
