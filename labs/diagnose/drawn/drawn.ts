// A new case from a seed: a mechanism, its numbers and its buttons are drawn until the runs agree on one remedy.
import type { Sentence } from '@interleave/simulation';
import { type After, afterOf, type Case, type Remedy, rightOf, type Tried } from '../case.ts';
import { figure, time } from '../in-words.ts';
import { type Watched, watch } from '../watched.ts';
import { type Draw, drawFrom } from './draw.ts';
import type { Drawn, Family } from './family.ts';
import { OF_A_LOOP_FAMILY } from './of-a-loop.ts';
import { OF_THREADS_FAMILY } from './of-threads.ts';

const FAMILIES: readonly Family[] = [OF_THREADS_FAMILY, OF_A_LOOP_FAMILY];
/** All mechanisms, each with its family. */
const MECHANISMS = FAMILIES.flatMap((family) =>
  family.mechanisms.map((mechanism) => ({ family, mechanism })),
);
/** How many remedies a case offers. */
const OFFERED = 5;
/** Draws after which a seed is given up; the tests try every seed. */
const MOST_DRAWS = 50;

type Story = (now: Watched) => Sentence;
/** Said of any mechanism alike, so that the panel decides. */
const STORIES: readonly Story[] = [
  ({ latencies }) => [
    'Users say that the API is slow. For one request in twenty they wait longer than ',
    figure(time(latencies.p95)),
    ', which is too long for them. What would you change?',
  ],
  ({ latencies }) => [
    'There is more to do than last year, and one answer in twenty takes longer than ',
    figure(time(latencies.p95)),
    '. You can make one change this week. Which one?',
  ],
  ({ latencies }) => [
    'Support forwards a complaint: a request took ',
    figure(time(latencies.p99)),
    ', and it was not the only one. Where would you begin?',
  ],
  ({ latencies }) => [
    'An app that calls this API gives up after ',
    figure(time(latencies.p95)),
    ', and for one request in twenty it does. What would help most?',
  ],
];

/** A case and what its remedies come to, as `drawing` makes it. */
export function drawnFrom(seed: number): Tried {
  const steps = drawing(seed);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/**
 * A case and what its remedies come to, the same for the same seed; it pauses before each simulation. A draw whose aimed remedy does not turn out to be the
 * right one, as a second is as good or all help too little, would tell another story than its name: the next is drawn.
 *
 * @throws RangeError where no draw has an answer
 */
export function* drawing(seed: number): Generator<void, Tried> {
  for (let attempt = 1; attempt <= MOST_DRAWS; attempt += 1) {
    const found = yield* triedOrNull(drawFrom(seed, `case, draw ${attempt}`));
    if (found !== null) return found;
  }
  throw new RangeError(
    `seed ${seed}: none of ${MOST_DRAWS} draws has one best remedy; use another seed`,
  );
}

/** Simulates one remedy after the other, and gives up at the first that shows that the aimed one is not clearly the best. */
function* triedOrNull(draw: Draw): Generator<void, Tried | null> {
  const { family, mechanism } = draw.of(MECHANISMS);
  const drawn = mechanism(draw);
  const { is, aimed } = drawn;
  const others = draw.shuffled(drawn.others).slice(0, OFFERED - 1);
  const now = watch(is);
  const runs = new Map<Remedy, After>();
  for (const remedy of [aimed, ...others]) {
    yield;
    runs.set(remedy, afterOf(is, now, remedy));
    const known = [...runs].map(([one, after]) => ({ remedy: one, after }));
    if (rightOf({ now, remedies: known }) !== aimed.id) return null;
  }
  const remedies = draw.shuffled([...runs].map(([remedy, after]) => ({ remedy, after })));
  return { of: caseOf(drawn, family, draw, remedies), now, remedies };
}

const caseOf = (
  drawn: Drawn,
  { panel }: Family,
  draw: Draw,
  remedies: Tried['remedies'],
): Case => ({
  name: drawn.name,
  service: drawn.service,
  is: drawn.is,
  panel,
  remedies: remedies.map(({ remedy }) => remedy),
  story: draw.of(STORIES),
  shows: (now) => [drawn.shows(now)],
  others: [drawn.fail],
});
