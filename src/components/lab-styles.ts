// Which styles of a lab are new to a page: two labs may share figures, and a lab may stand on a page twice.
import { stylesOf } from '../lab-kit/registry.ts';

const pages = new WeakMap<Request, Set<string>>();

/** What a page, known by its request, has not been given yet of the styles of the lab with this id. */
export function newStyles(page: Request, id: string): ReturnType<typeof stylesOf> {
  const given = pages.get(page) ?? new Set();
  pages.set(page, given);
  const isNew = (sheet: string) => !given.has(sheet) && given.add(sheet);
  const { links, styles } = stylesOf(id);
  return { links: links.filter(isNew), styles: styles.filter(isNew) };
}
