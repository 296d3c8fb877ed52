// @ts-check
// Where the site will lie, as BASE_PATH and SITE_URL say it: read, and refused before anything is built.

/** What a folder's name may hold, so that it is the same in an address, in a page and on a disk. */
const FOLDER = /^[\w.~-]+$/;

/**
 * @param {Record<string, string | undefined>} env
 * @returns {{ base: string, site: string | undefined }} as "/" or "/x/", and as "https://example.org"
 * @throws {Error} with the variable, what was found, why it will not do, and what would
 */
export function siteAddress({ BASE_PATH, SITE_URL }) {
  return { base: readBase(BASE_PATH ?? ''), site: SITE_URL ? readSite(SITE_URL) : undefined };
}

/** @param {string} value */
function readBase(value) {
  const folders = value.split('/').filter((folder) => folder !== '');
  /** @param {string} why @param {string} instead */
  const refuse = (why, instead) =>
    new Error(`BASE_PATH: found ${JSON.stringify(value)}, ${why}; ${instead} would do.`);
  if (/^[a-z]:[\\/]/i.test(value)) {
    const [, meant = 'lessons/'] =
      /^[a-z]:[\\/](?:.*?[\\/])?(?:git|msys\d*)[\\/](.*)$/i.exec(value) ?? [];
    throw refuse(
      'a path on a disk: Git Bash makes one of whatever begins with a slash',
      `BASE_PATH=${meant.replaceAll('\\', '/')} without a slash at its beginning`,
    );
  }
  const url = asUrl(value);
  if (url !== undefined) {
    throw refuse(
      'an address, where a folder of the host belongs',
      `SITE_URL=${url.origin} BASE_PATH=${url.pathname}`,
    );
  }
  const odd = folders.find((folder) => !FOLDER.test(folder) || /^\.+$/.test(folder));
  if (odd !== undefined) {
    const [sign] = /[^\w.~-]/u.exec(odd) ?? [odd];
    throw refuse(
      `with ${JSON.stringify(sign)} in it`,
      'folders of letters a to z, digits, and - . _ ~, as in /lessons/,',
    );
  }
  return `/${folders.map((folder) => `${folder}/`).join('')}`;
}

/** @param {string} value */
function readSite(value) {
  /** @param {string} why @param {string} instead */
  const refuse = (why, instead) =>
    new Error(`SITE_URL: found ${JSON.stringify(value)}, ${why}; ${instead} would do.`);
  const url = asUrl(value);
  if (url === undefined) {
    const guess = asUrl(`https://${value.replace(/^[a-z]+:\/\//i, '')}`);
    throw refuse(
      'which does not begin with http:// or https://',
      guess === undefined ? 'https://example.org' : guess.origin,
    );
  }
  if (url.pathname !== '/') {
    throw refuse(
      'which names a folder too',
      `SITE_URL=${url.origin} BASE_PATH=${url.pathname.replace(/\/*$/, '/')}`,
    );
  }
  if (url.search !== '' || url.hash !== '' || url.username !== '' || /\s/.test(value)) {
    throw refuse("which is more than a host's address", url.origin);
  }
  return url.origin;
}

/** An address of the web, if it is one. @param {string} value */
function asUrl(value) {
  return /^https?:\/\//i.test(value) && URL.canParse(value) ? new URL(value) : undefined;
}
