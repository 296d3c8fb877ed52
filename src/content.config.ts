// The lesson's content: one MDX file a chapter in content/, with what the path and the landing page say of it.

import { defineCollection } from 'astro:content';
import { docsSchema } from '@astrojs/starlight/schema';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';

const chapter = z.object({
  chapter: z
    .number({ error: 'A chapter number is a whole number from 0, e.g. `chapter: 3`.' })
    .int()
    .nonnegative()
    .optional(),
  /** Where a chapter has several pages: which of them this is. */
  part: z
    .number({ error: 'A part of a chapter is a whole number from 1, e.g. `part: 2`.' })
    .int()
    .positive()
    .optional(),
  /** The question under the title. */
  lede: z.string().optional(),
  /** One sentence for the chapter's row on the landing page. */
  sentence: z.string().optional(),
  /** The page that the last chapter leads to. */
  end: z.literal(true).optional(),
  /** On a lab's page: the chapter that explains the lab. */
  labOf: z.object({ id: z.string(), chapter: z.string() }).optional(),
  /** The run that the row draws, and the figure beside it: a fact of that run, with a caption for it. */
  row: z
    .object({
      lab: z.string(),
      preset: z.string(),
      fact: z.string(),
      /** Decimals of the figure. */
      digits: z.number().int().nonnegative().default(0),
      /** How many of the run's lanes are drawn. */
      lanes: z.number().int().positive(),
      caption: z.string(),
    })
    .optional(),
});

export const collections = {
  docs: defineCollection({
    loader: glob({ base: './content', pattern: '[^_]*.{md,mdx}' }),
    schema: docsSchema({ extend: chapter }),
  }),
};
