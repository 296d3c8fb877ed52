// @ts-check
// The engines that the core of the browser tests runs in: where each is on this machine, or why it is not run.
import { existsSync } from 'node:fs';
import { findChromium } from './chromium.mjs';
import { findFirefox } from './firefox.mjs';
import { findWebKit } from './webkit.mjs';

/**
 * @typedef {object} Engine
 * @property {'chromium' | 'firefox' | 'webkit'} id
 * @property {string} name
 * @property {Record<string, string> | undefined} env tells the tests where its programs are; without it, it is not here
 * @property {string | undefined} missing why it is not run
 */

const machine = { env: process.env, exists: existsSync };

/** @returns {Engine[]} all of them, here or not */
export const engines = () => [
  sought('chromium', 'Chromium', () => ({ CHROMIUM_PATH: findChromium() })),
  sought('firefox', 'Firefox', () => findFirefox(machine)),
  sought('webkit', 'WebKit', () => findWebKit(machine)),
];

/**
 * @param {Engine['id']} id @param {string} name @param {() => Record<string, string>} find
 * @returns {Engine}
 */
function sought(id, name, find) {
  try {
    return { id, name, env: find(), missing: undefined };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { id, name, env: undefined, missing: `not run: ${name}, since ${why}` };
  }
}
