// Why a segment is said to have begun, taken apart into claims, each held against the trace: which of them are false.
import type { Sentence } from '../readers/sentence.ts';
import type { Trace } from '../trace/trace.ts';
import { Scene } from './scene.ts';

/** A claim about a task `S`, and whether it is so; other tasks stand in it by their index: `<2>`. */
type Claim = readonly [string, (scene: Scene, ...parts: (string | undefined)[]) => boolean];

const OTHER = '<(\\d+)>';
const OTHERS = '(<\\d+>(?:(?:, | and )<\\d+>)*)';
const CORE = '([Tt]he core|[Cc]ore \\d+)';
const DID = '(?:(.+?) and )?';
const SPENT = 'S had (?:used up its (?:runtime )?slice of \\S+ ms|had its share of the core), and';

const namesIn = (others: string | undefined) => others?.match(/\d+/g) ?? [];
/** A slice can run out within a switch. */
const isOut = (scene: Scene) =>
  (scene.was('running') || scene.was('runnable')) && scene.is('runnable');

const CLAIMS: readonly Claim[] = [
  [
    'S arrived and had nothing to do',
    ({ self, at }) => self.arrival === at && self.end === at && self.segments.length === 0,
  ],
  ['S thought before it asked', ({ self, at }) => self.arrival === at && self.end === null],
  [
    'S had its answer and thought',
    (scene) => scene.is('waiting') && scene.did(String(scene.self.index), 'had its answer'),
  ],
  ['S asked(?: again)?', (scene) => scene.asksAnew()],
  ['S arrived', ({ self, at }) => self.arrival === at],
  ['The database answered', (scene) => scene.was('waiting')],
  ['S was given its lock', (scene) => scene.was('blocked')],
  // A lock may be granted at the instant at which it was found taken.
  [
    `${OTHER} unlocked what S waited for`,
    (scene, other) => scene.is('runnable') && !scene.was('runnable') && scene.isThere(other),
  ],
  [
    `S needed a lock that ${OTHER} held`,
    (scene, other) => scene.is('blocked') && scene.isThere(other),
  ],
  [
    'S asked the database and gave up its core: it has no use for one now',
    (scene) => scene.is('waiting') && scene.was('running'),
  ],
  ['S asked the database', (scene) => scene.is('waiting')],
  [
    'Its worker waits with it, and takes nothing else',
    (scene) => scene.is('waiting') && scene.hasWorker(String(scene.self.index)),
  ],
  [
    `${CORE} was free, so S ran at once`,
    (scene, core) => scene.runsOn(core) && scene.wasFree(core),
  ],
  [
    `${CORE} had switched to S`,
    (scene, core) => scene.runsOn(core) && scene.givenAt(core) < scene.at,
  ],
  [
    `${OTHER} ${DID}(gave up|lost) ${CORE}\\. S was next`,
    (scene, other, what, left, core) => {
      const given = scene.givenAt(core);
      const bySlice =
        scene.trace.scenario.slice === null ? 'had had its share' : 'used up its slice';
      const isTaken = what === bySlice || what === 'was preempted';
      return (
        scene.runsOn(core) &&
        scene.had(core, other, given) &&
        scene.did(other, what, given) &&
        (left === 'lost') === isTaken
      );
    },
  ],
  [
    `${OTHER} ${DID}freed its worker\\. S was next`,
    (scene, other, what) =>
      scene.is('running') &&
      scene.hasWorker(String(scene.self.index)) &&
      scene.did(other, what, scene.givenCoreAt()),
  ],
  [
    'A core switches to S',
    (scene) => scene.is('runnable') && scene.onCores().includes(String(scene.self.index)),
  ],
  [
    `${OTHERS} had the cores?, so S (?:was first in the run queue|joined the run queue(?:, behind \\d+ others?)?)`,
    (scene, others) => {
      const holders = scene.onCores();
      return (
        scene.is('runnable') &&
        holders.length === scene.trace.cores.length &&
        holders.toSorted().join() === namesIn(others).toSorted().join()
      );
    },
  ],
  [
    `${OTHERS} held (?:the only worker|all the workers), so S stood in line`,
    (scene, others) => {
      const holders = namesIn(others);
      return (
        scene.is('queued', 'runnable') &&
        holders.every((other) => scene.hasWorker(other)) &&
        holders.length === scene.trace.scenario.workers
      );
    },
  ],
  [
    'No worker was free, so S stood in line',
    (scene) =>
      scene.is('queued', 'runnable') &&
      scene.trace.scenario.workers !== 'per-task' &&
      !scene.hasWorker(String(scene.self.index)),
  ],
  ['A worker was free', (scene) => scene.was('queued')],
  [
    `${OTHER} ${DID}freed its worker`,
    (scene, other, what) => scene.was('queued') && scene.did(other, what),
  ],
  [
    `${SPENT} ${OTHER} was next: it took the (?:core|worker)`,
    (scene, other) => isOut(scene) && scene.isThere(other),
  ],
  [`${SPENT} others stood in the (?:run|task) queue: it went to the end`, (scene) => isOut(scene)],
  [
    `${OTHER} comes before S: it took the core`,
    (scene, other) => scene.is('runnable') && scene.onCores().includes(other as string),
  ],
];

const PATTERNS = CLAIMS.map(([text, holds]) => [new RegExp(`^${text}\\.`), holds] as const);

/** A sentence with its own task as `S`, others by their index, and plain spaces. */
export const bare = (sentence: Sentence, self: number) =>
  sentence
    .map((phrase) => {
      if (typeof phrase === 'string') return phrase;
      if ('figure' in phrase) return phrase.figure;
      return phrase.task === self ? 'S' : `<${phrase.task}>`;
    })
    .join('')
    .replaceAll('\u00a0', ' ');

/** The claims of a bare sentence that are not true of what began for a task at an instant (ns), or are not known. */
export function falseClaims(said: string, trace: Trace, self: number, at: number): string[] {
  const scene = new Scene(trace, self, at);
  const found: string[] = [];
  let rest = said;
  while (rest !== '') {
    const claim = PATTERNS.find(([pattern]) => pattern.test(rest));
    if (claim === undefined) return [...found, rest];
    const [text, ...parts] = claim[0].exec(rest) as RegExpExecArray;
    if (!claim[1](scene, ...parts)) found.push(text);
    rest = rest.slice(text.length).trimStart();
  }
  return found;
}
