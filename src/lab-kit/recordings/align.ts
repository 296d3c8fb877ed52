// Which stretches of two accounts of a task are the same one: those pairs that leave the least unexplained.

/** A stretch of an account, in whatever unit of time. */
interface Stretch {
  readonly state: string;
  readonly start: number;
  readonly end: number;
}

/** Indices of a pair of stretches in the same state, or of one that the other account does not have. */
export interface Pairing {
  readonly first: number | null;
  readonly second: number | null;
}

/** What it costs to leave a stretch without a partner: all of it is a difference. */
const alone = ({ start, end }: Stretch) => end - start;
/** What a pair leaves: the differences of its boundaries. */
const apart = (a: Stretch, b: Stretch) => Math.abs(a.start - b.start) + Math.abs(a.end - b.end);

/**
 * Pairs the stretches of two accounts, in order of time, so that the sum of the differences of paired boundaries and
 * of the lengths of those left alone is the least. Lists every stretch of both once.
 */
export function align(first: readonly Stretch[], second: readonly Stretch[]): Pairing[] {
  // least[i][j]: what is left unexplained from first[i] and second[j] on, filled from the ends.
  const least = Array.from({ length: first.length + 1 }, () =>
    new Array<number>(second.length + 1).fill(0),
  );
  const at = (i: number, j: number) => least[i]?.[j] ?? Number.POSITIVE_INFINITY;
  const ways = (i: number, j: number) => {
    const [a, b] = [first[i], second[j]];
    const paired = a !== undefined && b !== undefined && a.state === b.state;
    return {
      pair: paired ? apart(a, b) + at(i + 1, j + 1) : Number.POSITIVE_INFINITY,
      first: a === undefined ? Number.POSITIVE_INFINITY : alone(a) + at(i + 1, j),
      second: b === undefined ? Number.POSITIVE_INFINITY : alone(b) + at(i, j + 1),
    };
  };
  for (let i = first.length; i >= 0; i -= 1) {
    for (let j = second.length; j >= 0; j -= 1) {
      if (i === first.length && j === second.length) continue;
      const { pair, first: one, second: other } = ways(i, j);
      (least[i] as number[])[j] = Math.min(pair, one, other);
    }
  }
  const pairings: Pairing[] = [];
  let [i, j] = [0, 0];
  while (i < first.length || j < second.length) {
    const { pair, first: one } = ways(i, j);
    if (pair === at(i, j)) pairings.push({ first: i++, second: j++ });
    else if (one === at(i, j)) pairings.push({ first: i++, second: null });
    else pairings.push({ first: null, second: j++ });
  }
  return pairings;
}
