// The chapters of this lesson, with the addresses of those that are written.
import { getCollection } from 'astro:content';
import { href } from '../lab-kit/site.ts';
import { type Chapter, chaptersOf } from './chapters.ts';

export const theChapters = chaptersOf(await getCollection('docs'));

/** A chapter's address; the first chapter is the landing page. */
export const chapterHref = ({ id, number }: Chapter) => href(number === 0 ? '' : `${id}/`);

/** The first chapter after the landing page that can be read. */
export const firstChapter = theChapters.find(({ number, written }) => number > 0 && written);
