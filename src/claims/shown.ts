// Each claim with where the lesson makes it and which tests show it, and what any of them lacks.
import { join } from 'node:path';
import { type Claim, readClaims } from './claims.ts';
import { type Place, readPlaces } from './places.ts';
import { type ClaimTest, readTests } from './tests.ts';

export interface ShownClaim {
  readonly claim: Claim;
  /** On pages that are written, in the order of their files. */
  readonly places: readonly Place[];
  readonly tests: readonly ClaimTest[];
}

/** All that is said of a lesson's claims: the claims, the marks in its chapters, the tests that name them. */
export interface Said {
  readonly claims: readonly Claim[];
  readonly places: readonly Place[];
  readonly tests: readonly ClaimTest[];
}

/** @param root the repository */
export function readSaid(root: string): Said {
  const content = join(root, 'content');
  return { claims: readClaims(content), places: readPlaces(content), tests: readTests(root) };
}

export function shownClaims({ claims, places, tests }: Said): ShownClaim[] {
  return claims.map((claim) => {
    const names = ({ numbers }: { numbers: readonly number[] }) => numbers.includes(claim.number);
    return {
      claim,
      places: places.filter((place) => names(place) && !place.draft),
      tests: tests.filter(names),
    };
  });
}

/** What a claim lacks, a sentence each. @param labs the ids of all labs */
export function lacking(shown: ShownClaim, labs: ReadonlySet<string>): string[] {
  const { claim, places, tests } = shown;
  const { number } = claim;
  const found: string[] = [];
  if (places.length === 0) {
    found.push(
      `Claim ${number} is on no page; put {/* claim ${number} */} above the paragraph that makes it, on a page that is no draft.`,
    );
  }
  for (const place of places) {
    if (place.labs.length === 0) {
      found.push(
        `${place.place}: claim ${number} has no lab in its section; name one: {/* claim ${number}: interleaving */}.`,
      );
    }
    for (const lab of place.labs.filter((id) => !labs.has(id))) {
      found.push(
        `${place.place}: claim ${number} is shown by lab "${lab}", which there is not; the labs are ${[...labs].join(', ')}.`,
      );
    }
  }
  if (tests.length === 0) {
    found.push(
      `Claim ${number} has no test; end the title of one that shows it with [claim ${number}].`,
    );
  } else if (claim.kinds.includes('computed') && !tests.some(({ readsFigures }) => readsFigures)) {
    found.push(
      `Claim ${number} is computed, but none of its tests reads a figure of a lab: ${tests.map(({ place }) => place).join(', ')}; a fact or a documented timeline would do.`,
    );
  }
  return found;
}

/** Marks and tests that name claims which there are not, a sentence each. */
export function strays({ claims, places, tests }: Said): string[] {
  return [...places, ...tests].flatMap(({ numbers, place }) =>
    numbers
      .filter((number) => !claims.some((claim) => claim.number === number))
      .map((number) => `${place}: found claim ${number}; the claims are 1 to ${claims.length}.`),
  );
}
