// The chapters of this lesson.
import { getCollection } from 'astro:content';
import { type Chapter, type ChapterEntry, chaptersOf } from './chapters.ts';

export const theChapters = chaptersOf(await getCollection('docs'));

/** The chapter of a page by what its head says, or undefined. A page's id would not do: that of the landing page is empty. */
export const chapterOf = ({ chapter, part = 1 }: ChapterEntry['data']): Chapter | undefined =>
  theChapters.find((one) => one.number === chapter && (one.part ?? 1) === part);

/** Where chapter 0 begins, on the landing page. */
export const FIRST_CHAPTER = '#one-request-at-a-time';
