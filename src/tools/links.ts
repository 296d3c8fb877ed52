// Finds the broken links of a built site, fragments and style sheets too, without leaving this machine.
import { LinkChecker, LinkState } from 'linkinator';

/**
 * The broken links of every page and style sheet of a site, a line each.
 *
 * @param folder what a static host would serve as its root
 * @param base the sub-path of it where the site lies, as "/" or "/x/"
 */
export async function brokenLinks(folder: string, base: string): Promise<string[]> {
  const { links } = await new LinkChecker().check({
    path: ['html', 'css'].map((kind) => `${base.slice(1)}**/*.${kind}`),
    serverRoot: folder,
    checkCss: true,
    checkFragments: true,
    // Pages are folders: a link without the slash at its end takes a redirect, which not every host gives.
    redirects: 'error',
    linksToSkip: async (link) => !/^http:\/\/(localhost|127\.0\.0\.1)[:/]/.test(link),
  });
  return links
    .filter(({ state }) => state === LinkState.BROKEN)
    .map(({ url, parent, status }) => {
      const why = status === 200 ? 'the page has no such place' : (status ?? 'no answer');
      return `${parent}: found a link to ${url}, which leads nowhere (${why}).`;
    });
}
