// The addresses of every page of the built site.
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const DIST = fileURLToPath(new URL('../../dist/', import.meta.url));

/** Every page that was built, as a path from the root: "/labs/", "/404.html". */
export const builtPages = globSync('**/*.html', { cwd: DIST })
  .map((file) => `/${file.replaceAll('\\', '/').replace(/(^|\/)index\.html$/, '$1')}`)
  .sort();

/** The file of a page that was built. @param path as in `builtPages` */
export const fileOf = (path: string) =>
  `${DIST}${path.slice(1)}${path.endsWith('/') ? 'index.html' : ''}`;

/** The pages of the chapters, as the list of chapters leads to them. */
export const chapterPages = [
  ...new Set(readFileSync(fileOf('/'), 'utf8').match(/(?<=data-chapter=")[^"]+/g)),
].map((id) => `/${id}/`);

/** The pages that the sitemap names, as paths from the root. */
export const sitemapPages = globSync('sitemap-[0-9]*.xml', { cwd: DIST })
  .flatMap((file) => [...readFileSync(`${DIST}${file}`, 'utf8').matchAll(/<loc>([^<]+)<\/loc>/g)])
  .map(([, url]) => new URL(url as string).pathname)
  .sort();
