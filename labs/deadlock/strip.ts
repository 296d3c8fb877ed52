// The strip of the moves, in the words of its case.
import type { Strip } from '../../src/lab-kit/figures/strip/strip.ts';
import { stripOf } from '../../src/lab-kit/stepped/strip-of.ts';
import type { Made } from './setting.ts';
import { CALLED } from './words.ts';

/** @returns a strip that stays as wide while moves are made, unless a thread begins again */
export function movesStrip(made: Made): Strip {
  const { explored, program } = made;
  const slots = program.threads.reduce((sum, { steps }) => sum + steps.length, 0);
  const strip = stripOf(made, { slots, brackets: [] });
  if (explored.which.case === 'threads') return strip;
  const [one] = CALLED[explored.which.case];
  return {
    ...strip,
    rows: strip.rows.map((row) => ({
      ...row,
      label: row.label.replace(/^thread /, `${one} `).replace(/^lock (?:the )?/, ''),
    })),
  };
}
