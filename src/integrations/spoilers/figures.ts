// Figures in texts: numbers with their units, and when two of them are the same figure.

/** A number as it stands in a text. */
export interface Figure {
  readonly value: number;
  /** What it counts or measures, as `UNITS` or `COUNTED` name it; null where no unit that they know follows. */
  readonly unit: string | null;
  /** Where in the text it begins. */
  readonly at: number;
}

/** Units by how they are written: what they measure, and how much of it one is. Lengths of time are in seconds. */
const UNITS: readonly (readonly [pattern: RegExp, unit: string, size: number])[] = [
  [/^ ?(?:\/s\b|(?:a|per) second\b)/, 'a second', 1],
  [/^ ?(?:ns\b|nanoseconds?\b)/, 'time', 1e-9],
  [/^ ?(?:[µu]s\b|microseconds?\b)/, 'time', 1e-6],
  [/^ ?(?:ms\b|milliseconds?\b)/, 'time', 1e-3],
  [/^ ?(?:s\b|seconds?\b)/, 'time', 1],
  [/^ ?(?:min\b|minutes?\b)/, 'time', 60],
  [/^ ?(?:%|per cent\b)/, '%', 1],
  [/^ ?(?:×(?! ?\d)|times\b)/, 'times', 1],
  [/^ ?(?:million\b)/, 'million', 1],
  [/^ ?(?:billion\b)/, 'million', 1000],
  [/^ ?(?:bytes?\b|[kKMGT]i?B\b)/, 'bytes', 1],
];

/** What the lesson counts. What is in flight, in progress or in line are requests. */
const COUNTED: readonly (readonly [pattern: string, unit: string])[] = [
  ['cores?', 'core'],
  ['requests?|in flight|in progress|in line', 'request'],
  ['workers?', 'worker'],
  ['threads?', 'thread'],
  ['users?|people', 'user'],
  ['quer(?:y|ies)', 'query'],
  ['(?:external )?calls?', 'call'],
  ['connections?', 'connection'],
  ['clients?', 'client'],
  ['instructions?', 'instruction'],
  ['rows?', 'row'],
];
/** A word may stand between: "26 simulated workers"; not one that leads to something else: "26 of 100 workers". */
const BETWEEN = '(?: (?!(?:of|to|in|and|or|for|at|on|with|is|are|by|a|per)\\b)[\\p{L}’-]+)?';
const COUNTED_UNITS = COUNTED.map(
  ([pattern, unit]) => [new RegExp(`^${BETWEEN} (?:${pattern})\\b`, 'u'), unit] as const,
);

/** A whole number or one with decimals, and no part of a word, of a version or of another number. */
const NUMBER = /(?<![\p{L}\d_.,])(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?![\d_]|\.\d|,\d)/gu;
const RANGE = /^ ?[–-] ?\d[\d,.]*/;

/** What has a number for a name: "core 1", "steps 5 to 7". */
const NAMED =
  /\b(?:chapter|steps?|lines?|moves?|page|process|core|thread|request|user|order) (?:\d+ to )?$/i;

/** The figures of a text in their order. Numbers in words ("four cores") and those that are names are none. */
export function figuresIn(text: string): Figure[] {
  const plain = text.replace(/\s/gu, ' ');
  return [...plain.matchAll(NUMBER)].flatMap((found) => {
    const at = found.index;
    if (NAMED.test(plain.slice(0, at))) return [];
    const value = Number(found[0].replaceAll(',', ''));
    // Of a range each end has the unit that stands behind it.
    const rest = plain.slice(at + found[0].length).replace(RANGE, '');
    const unit = unitOf(rest);
    return [{ value: value * (unit?.size ?? 1), unit: unit?.name ?? null, at }];
  });
}

function unitOf(rest: string): { name: string; size: number } | null {
  for (const [pattern, name, size] of UNITS) if (pattern.test(rest)) return { name, size };
  const counted = COUNTED_UNITS.flatMap(([pattern, name]) => {
    const [match] = pattern.exec(rest) ?? [];
    return match === undefined ? [] : [{ name, match }];
  })[0];
  if (counted === undefined) return null;
  // "38 requests a second" is no number of requests.
  const rate = /^ (?:a|per) second\b/.test(rest.slice(counted.match.length));
  return { name: rate ? 'a second' : counted.name, size: 1 };
}

/**
 * Whether two figures are the same: "26", "26.0 s" and "26000 ms" are; "26 workers" and "26 s" are not. One without a
 * unit may be in any, and is taken as it is written or as so many ms or s.
 */
export function sameFigure(a: Figure, b: Figure): boolean {
  if (a.unit === b.unit) return near(a.value, b.value);
  if (a.unit !== null && b.unit !== null) return false;
  const [bare, other] = a.unit === null ? [a, b] : [b, a];
  const sizes = UNITS.flatMap(([, unit, size]) => (unit === other.unit ? [size] : []));
  return (sizes.length === 0 ? [1] : sizes).some((size) => near(bare.value * size, other.value));
}

const near = (a: number, b: number) => Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b));
