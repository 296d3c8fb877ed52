// The chapters of this lesson.
import { getCollection } from 'astro:content';
import { chaptersOf } from './chapters.ts';

export const theChapters = chaptersOf(await getCollection('docs'));

/** The first chapter after the landing page that can be read. */
export const firstChapter = theChapters.find(({ number, written }) => number > 0 && written);
