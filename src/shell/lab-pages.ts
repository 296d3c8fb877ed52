// The pages that every lab has, and the chapter that each belongs to.
import { getEntry } from 'astro:content';
import type { AnyLab } from '../lab-kit/lab.ts';
import { labs } from '../lab-kit/registry.ts';

/** The paths of a page for each lab, for getStaticPaths. */
export const labPaths = () =>
  [...labs.values()].map((lab) => ({ params: { id: lab.id }, props: { lab } }));

/**
 * The number of the chapter that explains a lab.
 *
 * @throws Error when there is no such chapter
 */
export async function chapterNumber({ id, chapter }: AnyLab): Promise<number> {
  const number = (await getEntry('docs', chapter))?.data.chapter;
  if (number === undefined) {
    throw new Error(
      `labs/${id}/index.ts: found chapter "${chapter}"; it must be the name of a file in content/ that has a chapter number.`,
    );
  }
  return number;
}
