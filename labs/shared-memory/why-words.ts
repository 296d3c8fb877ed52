// What is said of one move: what each thread had seen before it, and what becomes of it after.
import { capital } from '@interleave/simulation';
import type { Move } from '@interleave/simulation/interleavings';
import { valueInWords } from '../../src/lab-kit/stepped/kinds.ts';
import { standingAt } from '../../src/lab-kit/stepped/program.ts';
import { lostStores } from '../../src/lab-kit/stepped/strip-of.ts';
import { allNextInWords, doneInWords } from '../../src/lab-kit/stepped/words.ts';
import { breaks, endOf, NAMES, type Result } from './program.ts';
import { racesIn } from './races.ts';

/** "move 1", "moves 1 to 3"; '' for none. */
export const movesUpTo = (from: number, to: number): string =>
  from > to ? '' : from === to ? `move ${to}` : `moves ${from} to ${to}`;

const sentence = (text: string) => `${capital(text)}.`;

/** What each thread had last checked before a move, and whether it still held. */
export function beforeIn({ program, walk }: Result, at: number): string {
  const seen = program.threads.flatMap((_, thread) => {
    const looked = walk.snapshots.findLastIndex(
      ({ move }, i) => i < at && move?.thread === thread && looks(move),
    );
    const snapshot = walk.snapshots[looked];
    const variable = snapshot?.move?.variable;
    if (snapshot === undefined || variable == null) return [];
    const now = standingAt(walk, at - 1).variables[variable.name];
    const since =
      now === undefined || now === variable.after
        ? ''
        : `, and by now ${variable.name} is ${valueInWords(now)}`;
    return [
      `${NAMES[thread]} saw ${variable.name} ${valueInWords(variable.before)} at move ${looked}${since}.`,
    ];
  });
  if (seen.length > 0) return seen.join(' ');
  return at === 1 ? 'Nothing: it is the first move.' : 'No thread has checked anything yet.';
}

const looks = ({ did, read }: Move) =>
  read !== null && (did.kind === 'load' || did.kind === 'if' || did.kind === 'compare-and-set');

/**
 * What becomes of what stands after a move: who does not know of it, what is overwritten, and how it ends. At the beginning,
 * what will go wrong.
 */
export function afterIn(result: Result, at: number): string {
  const { program, walk } = result;
  const last = walk.snapshots.length - 1;
  const did = (number: number) => doneInWords(program, standingAt(walk, number));
  const races = racesIn(walk);
  const [first] = races;
  if (at === 0 && first !== undefined) {
    const { looker, looked, changer, changed, variable, seen, acted } = first;
    const now = valueInWords(walk.snapshots[changed]?.variables[variable] as number);
    return `${NAMES[looker]} sees ${variable} ${seen} at move ${looked}. ${NAMES[changer]} changes it to ${now} at move ${changed}, and ${NAMES[looker]} ${did(acted)} at move ${acted} all the same. No error appears anywhere.`;
  }
  const told = [
    ...races
      .filter(({ changed }) => changed === at)
      .map(
        ({ looker, variable, seen, looked, acted }) =>
          `${NAMES[looker]} does not know: it saw ${variable} ${seen} at move ${looked}, and ${did(acted)} at move ${acted} all the same. No error appears anywhere.`,
      ),
    ...races
      .filter(({ looked }) => looked === at)
      .map(
        ({ changer, variable, changed, looker, acted }) =>
          `${NAMES[changer]} changes ${variable} at move ${changed}, before ${NAMES[looker]} acts on this at move ${acted}.`,
      ),
    ...lostStores(walk)
      .filter((lost) => lost.at === at && !races.some(({ changed }) => changed === at))
      .map(
        (lost) =>
          `${NAMES[lost.overwriter]} overwrites this at move ${lost.by} without reading it.`,
      ),
  ];
  if (told.length > 0) return told.join(' ');
  if (at < last || walk.status !== 'done') {
    return sentence(allNextInWords(program, standingAt(walk, at)));
  }
  const end = endOf(walk);
  const outcome = program.of.outcome(end, program.size);
  const mute = breaks(program.invariant, end) ? ' No error has appeared anywhere.' : '';
  return `All threads have ended: ${outcome}.${mute}`;
}
