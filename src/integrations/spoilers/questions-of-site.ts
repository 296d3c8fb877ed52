// The questions of a built site, each with what its reader has met before.
import { builtPages } from '../built-pages.ts';
import { type AskedQuestion, questionsOf, wayThrough } from './read-page.ts';

/** @param dir the folder that the build wrote */
export async function questionsOfSite(dir: URL): Promise<AskedQuestion[]> {
  const pages = await Array.fromAsync(builtPages(dir));
  const way = pages.flatMap(({ file, html }) => (file === 'index.html' ? wayThrough(html) : []));
  return pages
    .flatMap(({ html }) => questionsOf(html, way))
    .sort((a, b) => a.place.localeCompare(b.place, 'en', { numeric: true }));
}
