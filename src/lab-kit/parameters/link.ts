// A lab's state in its link: readable, and only what differs from the default.
import type { AnyLab } from '../lab.ts';
import { href } from '../site.ts';
import type { Value, Values } from './kinds.ts';
import { format } from './values.ts';

/** What a link can say of a lab. */
export interface LinkState {
  readonly values: Values;
  /** The setting of the run to compare with, or null. */
  readonly compare: Values | null;
  /** Where the playhead stands, in the unit of the lab's clock; null where it opens, of which a link says nothing. */
  readonly at: number | null;
}

/** A state with what was wrong in the link that it was read from, a sentence each. */
export interface ReadState extends LinkState {
  readonly warnings: readonly string[];
}

/** The values that differ from the defaults, as name and text. */
function changed(lab: AnyLab, values: Values): [string, string][] {
  return Object.entries(lab.parameters).flatMap(([name, parameter]): [string, string][] =>
    values[name] === parameter.default ? [] : [[name, format(parameter, values[name] as Value)]],
  );
}

/** The address of a lab's own page, set as a state says. */
export const ownAddress = (lab: AnyLab, state: LinkState): string =>
  `${href(`labs/${lab.id}/`)}${writeLink(lab, state)}`;

/** Writes a state as a query: "?cores=2&at=42", or "" when all is as the lab opens. */
export function writeLink(lab: AnyLab, { values, compare, at }: LinkState): string {
  const pairs = changed(lab, values).map(([name, text]) => `${name}=${encodeURIComponent(text)}`);
  if (compare !== null) {
    const parts = changed(lab, compare).map(
      ([name, text]) => `${name}:${encodeURIComponent(text)}`,
    );
    pairs.push(`compare=${parts.length === 0 ? 'default' : parts.join(',')}`);
  }
  if (at !== null) pairs.push(`at=${at}`);
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}
