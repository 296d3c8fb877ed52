// After the build: fails it where the answer to a question can be read before the question is asked.
import type { AstroIntegration } from 'astro';
import { questionsOfSite } from './spoilers/questions-of-site.ts';
import { spoilers } from './spoilers/spoilers.ts';

export function spoilerCheck(): AstroIntegration {
  return {
    name: 'spoiler-check',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const questions = await questionsOfSite(dir);
        const found = spoilers(questions);
        if (found.length > 0) throw new Error(found.join('\n'));
        const predictions = questions.filter(({ id }) => id !== null);
        const given = questions.filter((question) => question.given !== null);
        logger.info(
          `${predictions.length} predictions and ${questions.length - predictions.length} questions read; no answer stands before its question, but for ${given.length} that are given. \`npm run predictions\` lists them.`,
        );
      },
    },
  };
}
