// How chapters and tests say which claims they are about: `{/* claim 22 */}` above a paragraph, `[claim 22]` at the end of
// a test's title.

export interface Mark {
  readonly numbers: readonly number[];
  /** The labs that are named as showing it; empty where the section's own labs do. */
  readonly labs: readonly string[];
}

const NUMBERS = String.raw`claims? (\d+(?:, \d+)*)`;
const COMMENT = new RegExp(String.raw`^\/\* ${NUMBERS}(?:: ([a-z0-9-]+(?:, [a-z0-9-]+)*))? \*\/$`);
const TITLE = new RegExp(String.raw` \[${NUMBERS}\]$`);

/** The anchor of a claim in its chapter. */
export const anchorOf = (number: number) => `claim-${number}`;

const numbersIn = (list: string) => list.split(', ').map(Number);

/**
 * What the comment of an MDX expression marks, or null where it is about something else.
 *
 * @param comment with its signs: "/* claim 22: interleaving *" + "/"
 * @param place where it stands, for the error
 * @throws Error where it begins as a mark and is none
 */
export function markIn(comment: string, place: string): Mark | null {
  const [, numbers, labs] = COMMENT.exec(comment.trim()) ?? [];
  if (numbers !== undefined) return { numbers: numbersIn(numbers), labs: labs?.split(', ') ?? [] };
  if (!/^\/\*\s*claims?\b/i.test(comment.trim())) return null;
  throw new Error(
    `${place}: found {${comment}}; {/* claim 22 */}, {/* claims 4, 5, 6 */} or, with the lab that shows it, {/* claim 22: interleaving */} would do.`,
  );
}

/**
 * A test's title without its mark, and the claims that it names, or null where it names none.
 *
 * @throws Error where it has a mark elsewhere than at its end, or one that cannot be read
 */
export function titleOf(
  title: string,
  place: string,
): { said: string; numbers: readonly number[] } | null {
  const [mark, numbers] = TITLE.exec(title) ?? [];
  if (mark !== undefined && numbers !== undefined) {
    return { said: title.slice(0, -mark.length), numbers: numbersIn(numbers) };
  }
  if (!title.includes('[claim')) return null;
  throw new Error(
    `${place}: found the title “${title}”; one that ends with [claim 22] or [claims 4, 5, 6] would do.`,
  );
}
