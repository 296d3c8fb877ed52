// Sees to it that what a component finds wrong with what a chapter says is told with the chapter's line.
import type { AstroComponentFactory } from 'astro/runtime/server/render/astro/factory.js';
import { tellMistakes } from '../mistakes/mistakes.ts';

/** What begins with a place of its own, such as that of a table's row. */
const PLACED = /^\S+\.mdx?:\d+: /;

/**
 * The component, which is left out of its page when it throws an Error. Any other, such as a TypeError, is a mistake of
 * its own and not of the chapter.
 */
export function told(component: AstroComponentFactory): AstroComponentFactory {
  const factory = async (...given: Parameters<AstroComponentFactory>) => {
    try {
      return await component(...given);
    } catch (error) {
      const { place } = given[1] as { place?: string };
      if (place === undefined || !(error instanceof Error) || error.name !== 'Error') throw error;
      const [, file, line] = /^(.*):(\d+)$/.exec(place) ?? [];
      const mistakes = error.message
        .split('\n')
        .map((said) => (PLACED.test(said) ? said : `${place}: ${said}`));
      tellMistakes(mistakes, { file: file ?? place, line: Number(line) });
      return '';
    }
  };
  const { moduleId, propagation } = component;
  return Object.assign(factory, {
    isAstroComponentFactory: true,
    moduleId,
    propagation,
  }) as unknown as AstroComponentFactory;
}
