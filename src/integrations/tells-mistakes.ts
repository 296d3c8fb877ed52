// Gathers what authors got wrong while the site is built, and ends the build with all of it.
import { writeSync } from 'node:fs';
import type { AstroIntegration } from 'astro';
import { gatheredMistakes, gatherMistakes } from '../mistakes/mistakes.ts';

const STDERR = 2;

/** The last of the integrations: what the others find in the built pages is told with the rest. */
export function tellsMistakes(): AstroIntegration {
  return {
    name: 'tells-mistakes',
    hooks: {
      'astro:config:setup': ({ command }) => {
        if (command !== 'build') return;
        gatherMistakes();
        // Also of a build that something else stops: nothing else is said after this.
        process.once('exit', () => {
          const mistakes = gatheredMistakes();
          if (mistakes.length === 0) return;
          const count = mistakes.length === 1 ? '1 mistake' : `${mistakes.length} mistakes`;
          writeSync(
            STDERR,
            `\n${count}; nothing was built that could be published:\n${mistakes.join('\n')}\n`,
          );
          process.exitCode = 1;
        });
      },
      'astro:build:done': () => {
        if (gatheredMistakes().length > 0) process.exit(1);
      },
    },
  };
}
