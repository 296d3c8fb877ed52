// The chapters of this lesson.
import { getCollection } from 'astro:content';
import { chaptersOf } from './chapters.ts';

export const theChapters = chaptersOf(await getCollection('docs'));

/** Where chapter 0 begins, on the landing page. */
export const FIRST_CHAPTER = '#one-request-at-a-time';
