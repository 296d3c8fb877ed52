// The strip of the moves with what goes wrong in it: a bracket from a change to the move that does not know of it, and
// hollow what came to nothing.
import type { Bracket, Strip } from '../../src/lab-kit/figures/strip/strip.ts';
import { valueInWords } from '../../src/lab-kit/stepped/kinds.ts';
import { stripOf } from '../../src/lab-kit/stepped/strip-of.ts';
import { NAMES, type Result } from './program.ts';
import { outdatedChecks, type Race, racesIn } from './races.ts';

export function stripOfMoves(result: Result): Strip {
  const { program, walk } = result;
  const slots = program.threads.reduce((sum, { steps }) => sum + steps.length, 0);
  const [race] = racesIn(walk);
  const strip = stripOf(result, {
    slots,
    brackets: race === undefined ? [] : [bracketOf(result, race)],
  });
  const outdated = outdatedChecks(walk);
  if (outdated.length === 0) return strip;
  return {
    ...strip,
    hollow: 'overwritten, or a check that no longer held',
    rows: strip.rows.map((row, thread) => ({
      ...row,
      cells: row.cells.map((cell) => {
        const race = outdated.find(
          ({ looker, looked }) => looker === thread && looked === cell.from,
        );
        return race === undefined ? cell : { ...cell, hollow: race.changed };
      }),
    })),
  };
}

/** Over the thread that looked: from the change to its next move that rests on what it saw. */
function bracketOf({ walk }: Result, { looker, changed, acted, variable, seen }: Race): Bracket {
  const now = valueInWords(walk.snapshots[changed]?.variables[variable] as number);
  return {
    row: looker,
    from: changed,
    to: acted,
    text: `${variable} is ${now}, ${NAMES[looker]} saw ${seen}`,
  };
}
