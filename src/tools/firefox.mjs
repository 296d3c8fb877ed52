// @ts-check
// Finds a Firefox for the core of the browser tests: the one named, or the system's.
import { findProgram } from './programs.mjs';

const NAMES = ['firefox-esr', 'firefox', '/Applications/Firefox.app/Contents/MacOS/firefox'];

/**
 * @param {import('./programs.mjs').Machine} machine
 * @throws {Error} when there is none, with the command that brings one
 */
export const findFirefox = (machine) => ({
  FIREFOX_PATH: findProgram(
    machine,
    'FIREFOX_PATH',
    NAMES,
    'no Firefox was found; on Debian `apt-get install -y --no-install-recommends firefox-esr` brings it, or FIREFOX_PATH names one',
  ),
});
