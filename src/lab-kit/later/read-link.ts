// A lab's state as its link says it: never trusted. Loaded when a link says anything.
import type { AnyLab } from '../lab.ts';
import type { Value, Values } from '../parameters/kinds.ts';
import type { ReadState } from '../parameters/link.ts';
import { asFarAsPossible, defaults, display, drawnAs } from '../parameters/values.ts';
import { allowed, parse } from './read-value.ts';

/** Parameters of the kit itself; a lab cannot use these names. */
export const RESERVED: readonly string[] = ['compare', 'at', 'theme'];

/** The longest piece of a link that a warning repeats. */
const QUOTED = 40;

const quote = (text: string) =>
  text.length > QUOTED ? `“${text.slice(0, QUOTED)}…” (${text.length} characters)` : `“${text}”`;

/** Reads the query of a link ("?cores=2&at=42"). Whatever it holds, the result is a state the lab allows. */
export function readLink(lab: AnyLab, search: string): ReadState {
  const query = new URLSearchParams(search);
  const warnings: string[] = [];
  const values: Record<string, Value> = { ...defaults(lab.parameters) };

  for (const name of new Set(query.keys())) {
    const texts = query.getAll(name);
    if (RESERVED.includes(name)) continue;
    readValue(lab, OF_THE_LAB, values, name, texts, warnings);
  }
  const possible = asFarAsPossible(lab.parameters, values);
  warnings.push(...possible.leftOut);
  return {
    values: possible.values,
    compare: readCompare(lab, query, possible.values, warnings),
    at: readAt(lab, query, warnings),
    // The page itself obeys it; that it is one of the two is said here, with what else is wrong.
    warnings: [...warnings, ...themeWarnings(query)],
  };
}

function themeWarnings(query: URLSearchParams): string[] {
  const text = query.get('theme');
  if (text === null || text === 'light' || text === 'dark') return [];
  return [
    `The link sets theme to ${quote(text)}. Allowed: light or dark. The page follows the system.`,
  ];
}

/** Where a value stands in a link, and what becomes of one that is not allowed, in words. */
interface LinkPart {
  readonly sets: string;
  instead(parameter: AnyLab['parameters'][string]): string;
}

const OF_THE_LAB: LinkPart = {
  sets: 'The link sets',
  instead: (parameter) =>
    `The lab starts with its default, ${display(parameter, parameter.default)}.`,
};

const TO_COMPARE: LinkPart = {
  sets: 'In the link, compare sets',
  instead: () => 'The lab starts without a run to compare with.',
};

function readValue(
  lab: AnyLab,
  part: LinkPart,
  into: Record<string, Value>,
  name: string,
  texts: readonly string[],
  warnings: string[],
) {
  // Own properties only: a link may name __proto__ or constructor.
  if (!Object.hasOwn(lab.parameters, name)) {
    const names = Object.keys(lab.parameters).join(', ');
    warnings.push(
      `${part.sets} ${quote(name)}, which this lab does not have. Its settings are ${names}.`,
    );
    return;
  }
  const parameter = lab.parameters[name] as AnyLab['parameters'][string];
  const text = texts[0] as string;
  const value = texts.length === 1 ? parse(parameter, text) : undefined;
  if (value === undefined) {
    const found = texts.length === 1 ? quote(text) : `${texts.length} values`;
    warnings.push(
      `${part.sets} ${name} to ${found}. Allowed: ${allowed(parameter)}. ${part.instead(parameter)}`,
    );
    return;
  }
  into[name] = value;
}

/** The one value of what the kit itself reads; null where there is none, or, as it is told, several. */
function one(query: URLSearchParams, name: string, instead: string, warnings: string[]) {
  const texts = query.getAll(name);
  if (texts.length > 1) {
    warnings.push(`The link sets ${name} to ${texts.length} values. Allowed: one. ${instead}`);
    return null;
  }
  return texts[0] ?? null;
}

/**
 * The setting to compare with: "default", or values as in "cores:2,slice:4".
 *
 * @param beside the setting that it is compared with, and drawn as
 */
function readCompare(
  lab: AnyLab,
  query: URLSearchParams,
  beside: Values,
  warnings: string[],
): Values | null {
  const text = one(query, 'compare', 'The lab starts without a run to compare with.', warnings);
  if (text === null) return null;
  const values: Record<string, Value> = {
    ...drawnAs(lab.parameters, defaults(lab.parameters), beside),
  };
  if (text === 'default') return values;
  const before = warnings.length;
  const found = new Map<string, string[]>();
  for (const part of text.split(',', Object.keys(lab.parameters).length + 1)) {
    const colon = part.indexOf(':');
    const [name, value] = colon === -1 ? [part, ''] : [part.slice(0, colon), part.slice(colon + 1)];
    found.set(name, [...(found.get(name) ?? []), value]);
  }
  const leftOut: string[] = [];
  for (const [name, texts] of found) {
    if (Object.hasOwn(lab.parameters, name) && lab.parameters[name]?.ofDrawing) {
      leftOut.push(
        `In the link, compare sets ${name}, which is the same for both runs. It is left out.`,
      );
    } else readValue(lab, TO_COMPARE, values, name, texts, warnings);
  }
  if (warnings.length > before) return null;
  warnings.push(...leftOut);
  const possible = asFarAsPossible(lab.parameters, values);
  warnings.push(...possible.leftOut.map((left) => `In the run to compare with: ${left}`));
  return possible.values;
}

function readAt({ view: { clock } }: AnyLab, query: URLSearchParams, warnings: string[]) {
  const opens = (clock?.opensAt ?? 0) / (clock?.size ?? 1);
  const instead = `The lab starts at ${Number.isFinite(opens) ? opens : 'the end'}.`;
  const text = one(query, 'at', instead, warnings);
  if (text === null) return null;
  if (clock === undefined) {
    warnings.push(
      `The link sets at to ${quote(text)}. This lab has no clock, and shows all at once.`,
    );
    return null;
  }
  const at = /^\d{1,9}(\.\d{1,6})?$/.test(text) ? Number(text) : Number.NaN;
  // What a link counts in has whole parts of the clock: a millisecond a million, a step none.
  if (Number.isInteger(Number((at * clock.size).toFixed(3)))) return at;
  warnings.push(`The link sets at to ${quote(text)}. Allowed: ${clock.allowed}. ${instead}`);
  return null;
}
