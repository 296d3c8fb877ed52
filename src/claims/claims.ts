// What the lesson claims, read from content/claims.yaml and checked: a number, a plain sentence and its kind each.
import { join } from 'node:path';
import { type Entry, readEntries, textOf } from '../yaml-entries.ts';

/** The kinds of claims, with what a reader may take each for. */
export const KINDS = {
  computed: 'a lab computes the figure',
  empirical: 'a working figure or an observation, beside what was measured',
  definition: 'what a word means',
  advice: 'what to do, for you to try in a lab',
} as const;

export type Kind = keyof typeof KINDS;

export interface Claim {
  /** From 1, in the order of the lesson. */
  readonly number: number;
  /** The claim in one or two plain sentences. */
  readonly says: string;
  /** One kind, or two where a figure is both observed and computed. */
  readonly kinds: readonly Kind[];
}

const FILE = 'claims.yaml';
const FIELDS = ['claim', 'says', 'kind'];

/**
 * The claims of a content folder, in order.
 *
 * @throws Error naming file, line, what was found and what would do, for the first entry that will not do
 */
export function readClaims(folder: string): Claim[] {
  return readEntries(join(folder, FILE), FIELDS).map((entry, i) => {
    const { claim, says, kind } = entry.fields;
    if (claim !== i + 1) {
      throw new Error(
        `${entry.place}: found claim ${JSON.stringify(claim)}; the next would be ${i + 1}: number claims 1, 2, 3 and so on.`,
      );
    }
    return { number: claim, says: textOf('says', says, entry.place), kinds: kindsOf(kind, entry) };
  });
}

const isKind = (one: unknown): one is Kind => typeof one === 'string' && Object.hasOwn(KINDS, one);

function kindsOf(kind: unknown, { place }: Entry): Kind[] {
  const kinds: unknown[] = Array.isArray(kind) ? kind : [kind];
  if (kinds.length > 0 && kinds.every(isKind)) return kinds;
  throw new Error(
    `${place}: found the kind ${JSON.stringify(kind)}; ${Object.keys(KINDS).join(', ')} or a list of these would do.`,
  );
}
