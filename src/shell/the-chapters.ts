// The chapters of this lesson.
import { getCollection } from 'astro:content';
import { type Chapter, type ChapterEntry, chaptersOf, endOf } from './chapters.ts';

const entries = await getCollection('docs');

export const theChapters = chaptersOf(entries);

/** The page after the last chapter, by its id and title. */
export const theEnd = endOf(entries);

/** The chapter of a page by what its head says, or undefined. */
export const chapterOf = ({ chapter, part = 1 }: ChapterEntry['data']): Chapter | undefined =>
  theChapters.find((one) => one.number === chapter && (one.part ?? 1) === part);

/** Whether a page of this id is the landing page: as a page, content/index.mdx has an empty one. */
export const isLanding = (id: string): boolean => id === '';
