// The pages that every lab has, and the chapter that each belongs to.
import type { AnyLab } from '../lab-kit/lab.ts';
import { labs } from '../lab-kit/registry.ts';
import { theChapters } from './the-chapters.ts';

/** The paths of a page for each lab, for getStaticPaths. */
export const labPaths = () =>
  [...labs.values()].map((lab) => ({ params: { id: lab.id }, props: { lab } }));

/**
 * The place in the path of the chapter that explains a lab: "4.2".
 *
 * @throws Error when there is no such chapter
 */
export function placeOfChapter({ id, chapter }: AnyLab): string {
  const explains = theChapters.find((one) => one.id === chapter);
  if (explains === undefined) {
    throw new Error(
      `labs/${id}/index.ts: found chapter "${chapter}"; it must be the name of a file in content/ that has a chapter number.`,
    );
  }
  return explains.place;
}
