// @ts-check
// Finds a Chromium for the browser tests: the one named, Playwright's own, the system's, or one of Debian's packages.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';

// A headless shell has no window to draw, and needs half as long for each page.
const NAMES = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
];
const MAC = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';

/**
 * @typedef {object} Machine what the search asks of the machine
 * @property {Record<string, string | undefined>} env
 * @property {(path: string) => boolean} exists
 * @property {() => string} playwrights the path of Playwright's own browser, there or not
 * @property {() => boolean} installDebians installs one of Debian's packages where that is possible, and says whether it did
 */

/** @type {Machine} */
const thisMachine = {
  env: process.env,
  exists: existsSync,
  playwrights: () => createRequire(import.meta.url)('@playwright/test').chromium.executablePath(),
  installDebians() {
    if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false;
    console.log("Installing Debian's Chromium for the browser tests…");
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    /** @param {string[]} args */
    const apt = (args) =>
      spawnSync('apt-get', ['-qq', ...args], { env, stdio: ['ignore', 'ignore', 'inherit'] })
        .status === 0;
    const install = (/** @type {string} */ name) =>
      apt(['install', '-y', '--no-install-recommends', name]);
    // Older releases have no package of the shell alone.
    return apt(['update']) && (install('chromium-headless-shell') || install('chromium'));
  },
};

/**
 * The path of a Chromium.
 * @param {Machine} [machine] @returns {string}
 * @throws {Error} when there is none, with the command that brings one
 */
export function findChromium(machine = thisMachine) {
  const { env, exists } = machine;
  const named = env.CHROMIUM_PATH;
  if (named !== undefined && named !== '') {
    if (exists(named)) return named;
    throw new Error(
      `CHROMIUM_PATH is ${named}, where there is no file. Name the browser's executable, or unset it.`,
    );
  }
  const own = machine.playwrights();
  if (exists(own)) return own;
  const folders = (env.PATH ?? '').split(delimiter);
  const onPath = () =>
    [...NAMES.flatMap((name) => folders.map((folder) => join(folder, name))), MAC].find(exists);
  const found = onPath() ?? (machine.installDebians() ? onPath() : undefined);
  if (found !== undefined) return found;
  throw new Error(
    'Found no Chromium for the browser tests. Run `npx playwright install chromium`, or set CHROMIUM_PATH to one.',
  );
}
