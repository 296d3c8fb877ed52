// The labs in the order of the lesson: by their chapters, and in a chapter as its text comes to them.
import type { AnyLab } from '../lab-kit/lab.ts';
import type { Chapter } from './chapters.ts';

export interface LabInOrder {
  readonly lab: AnyLab;
  readonly chapter: Chapter;
}

/**
 * @param textOf the source of a chapter, by its id
 * @throws Error naming the lab whose chapter there is none of
 */
export function labsInOrder(
  labs: Iterable<AnyLab>,
  chapters: readonly Chapter[],
  textOf: (id: string) => string,
): LabInOrder[] {
  const placed = [...labs].map((lab) => {
    const at = chapters.findIndex(({ id }) => id === lab.chapter);
    const chapter = chapters[at];
    if (chapter === undefined) {
      throw new Error(
        `labs/${lab.id}/index.ts: found chapter "${lab.chapter}"; it must be the name of a chapter in content/.`,
      );
    }
    const place = textOf(chapter.id).search(new RegExp(`<Lab\\s[^>]*?\\bid="${lab.id}"`));
    return { lab, chapter, at, place: place === -1 ? Number.POSITIVE_INFINITY : place };
  });
  return placed
    .sort((one, other) => one.at - other.at || (one.place < other.place ? -1 : 1))
    .map(({ lab, chapter }) => ({ lab, chapter }));
}
