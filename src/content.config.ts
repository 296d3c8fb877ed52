// The lesson's content: one MDX file a chapter in content/, with what the path and the landing page say of it.

import { defineCollection } from 'astro:content';
import { docsSchema } from '@astrojs/starlight/schema';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';
import { OWN_FIELDS } from './chapter-head.ts';

const checked = docsSchema({
  extend: z.object({
    ...OWN_FIELDS,
    /** On a lab's page: the chapter that explains the lab. */
    labOf: z.object({ id: z.string(), chapter: z.string() }).optional(),
  }),
});

/** What is wrong with a head is told with the mistakes of its text, each with its line; until then it goes without. */
const schema: typeof checked = (context) => {
  const head = checked(context);
  return head.catch(({ value, issues }) => {
    const wrong = new Set(issues.map(({ path }) => path?.[0]));
    const kept = Object.entries(value as object).filter(([field]) => !wrong.has(field));
    return head.parse({ title: '', ...Object.fromEntries(kept) });
  }) as unknown as typeof head;
};

export const collections = {
  docs: defineCollection({
    loader: glob({ base: './content', pattern: '[^_]*.{md,mdx}' }),
    schema,
  }),
};
