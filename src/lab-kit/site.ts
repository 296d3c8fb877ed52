// Addresses within the site, which may be served from a sub-path.

/** The address of a path of the site ("labs/interleaving/"), from the server's root. */
export function href(path: string): string {
  return `${import.meta.env.BASE_URL.replace(/\/$/, '')}/${path}`;
}

/** A chapter's address, by its id. */
export const chapterHref = (id: string) => href(`${id}/`);
