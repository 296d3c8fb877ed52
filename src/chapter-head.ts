// The head of a chapter's file: the fields that it may have, and what each may be.
import { z } from 'astro/zod';
import { fields, only, text, whole } from './mistakes/shape.ts';

const off = (name: string) => z.literal(false, { error: `${name}: false, or nothing,` });

/** The run that a chapter's row draws, and the figure beside it: a fact of that run, with a caption for it. */
const row = fields(
  {
    lab: text('such as lab: interleaving'),
    preset: text('such as preset: one-core'),
    fact: text('such as fact: a-ends'),
    /** Decimals of the figure. */
    digits: whole(0, 'such as digits: 1').default(0),
    /** How many of the run's lanes are drawn. */
    lanes: whole(1, 'such as lanes: 2'),
    caption: text('such as caption: in line, though a core is free'),
  },
  'lab, preset, fact, lanes and caption, a line each,',
);

/** The fields that the lesson adds to those that every page has. */
export const OWN_FIELDS = {
  /** Its number: no gaps, and none twice but for the pages of one chapter. */
  chapter: whole(0, 'such as chapter: 3').optional(),
  /** Where a chapter has several pages: which of them this is. */
  part: whole(1, 'such as part: 2').optional(),
  /** The question under the title. */
  lede: text('such as lede: Will it start?').optional(),
  /** One sentence for the chapter's row on the landing page. */
  sentence: text('such as sentence: Who runs, and who waits.').optional(),
  /** The page that the last chapter leads to. */
  end: only('end: true').optional(),
  row: row.optional(),
} satisfies z.ZodRawShape;

/** All fields of the head of a file in content/. */
export const HEAD = fields({
  title: text('such as title: Threads'),
  description: text('such as description: What a thread is.').optional(),
  ...OWN_FIELDS,
  /** Planned, not written yet. */
  draft: only('draft: true').optional(),
  template: text('such as template: splash').optional(),
  /** The shorter title that menus show. */
  sidebar: fields({ label: text('such as label: Threads') }, 'a label').optional(),
  editUrl: off('editUrl').optional(),
  pagefind: off('pagefind').optional(),
});
