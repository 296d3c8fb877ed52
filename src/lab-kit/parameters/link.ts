// A lab's state in its link: readable, and only what differs from the default.
import type { AnyLab } from '../lab.ts';
import { href } from '../site.ts';
import type { Clock } from '../view.ts';
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
function changed(parameters: AnyLab['parameters'], values: Values): [string, string][] {
  return Object.entries(parameters).flatMap(([name, parameter]): [string, string][] =>
    values[name] === parameter.default ? [] : [[name, format(parameter, values[name] as Value)]],
  );
}

/** Without what chooses how runs are drawn: two of them have the same. */
const ofRuns = ({ parameters }: AnyLab): AnyLab['parameters'] =>
  Object.fromEntries(Object.entries(parameters).filter(([, { ofDrawing }]) => !ofDrawing));

/**
 * An instant as a link gives it, in the unit of the link: the roundest number that the clock tells in the same words.
 *
 * @param at on the clock, which ends at `end`
 */
export function roundest(clock: Clock<unknown, unknown>, at: number, end: number): number {
  const said = clock.say(at, end);
  for (let digits = 0; digits < MOST_DIGITS; digits += 1) {
    const round = Number((at / clock.size).toFixed(digits));
    if (clock.say(round * clock.size, end) === said) return round;
  }
  return at / clock.size;
}

/** Decimals of an instant, in a link. */
const MOST_DIGITS = 6;

/** The address of a lab's own page, set as a state says. */
export const ownAddress = (lab: AnyLab, state: LinkState): string =>
  `${href(`labs/${lab.id}/`)}${writeLink(lab, state)}`;

/** Writes a state as a query: "?cores=2&at=42", or "" when all is as the lab opens. */
export function writeLink(lab: AnyLab, { values, compare, at }: LinkState): string {
  const pairs = changed(lab.parameters, values).map(
    ([name, text]) => `${name}=${encodeURIComponent(text)}`,
  );
  if (compare !== null) {
    const parts = changed(ofRuns(lab), compare).map(
      ([name, text]) => `${name}:${encodeURIComponent(text)}`,
    );
    pairs.push(`compare=${parts.length === 0 ? 'default' : parts.join(',')}`);
  }
  if (at !== null) pairs.push(`at=${at}`);
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}
