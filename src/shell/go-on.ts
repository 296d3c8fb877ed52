// Where a reader goes on: at the place they left or, where its chapter is read, with the next one that is not.
import type { Place } from './progress.ts';

/** A chapter, and the place in it where there is one; 'end' when all is read; null before anything is. */
export type Next = { readonly chapter: string; readonly place: Place | null } | 'end' | null;

/** @param chapters the ids of all that can be read, in order */
export function nextOf(
  chapters: readonly string[],
  read: ReadonlySet<string>,
  place: Place | null,
): Next {
  const isOpen = (id: string) => !read.has(id);
  if (place === null && !chapters.some((id) => read.has(id))) return null;
  if (place !== null && chapters.includes(place.chapter) && isOpen(place.chapter)) {
    return { chapter: place.chapter, place };
  }
  const left = place?.chapter ?? chapters.findLast((id) => read.has(id)) ?? '';
  const after = chapters.slice(chapters.indexOf(left) + 1);
  const next = after.find(isOpen) ?? chapters.find(isOpen);
  return next === undefined ? 'end' : { chapter: next, place: null };
}
