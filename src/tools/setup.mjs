// @ts-check
// Makes a checkout ready: installs what the lock names when the lock has changed. Plain JavaScript without
// dependencies, since it runs before there are any, on the Node that the system has.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run, stopping } from './children.mjs';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));
/** The oldest Node that can install the rest, and the oldest that can run it where the lock brings none. */
const OLDEST = { toInstall: 20, toRun: 26 };
const STAMP = join('node_modules', '.installed-lock');

/** Says a thing and ends. @param {string} message @returns {never} */
export function fail(message) {
  console.error(message);
  process.exit(1);
}

/**
 * The version's complaint, if it is too old.
 * @param {string} version as "20.19.1" @param {number} oldest a major version
 */
export function tooOld(version, oldest) {
  return Number.parseInt(version, 10) < oldest
    ? `Found Node ${version}; Node ${oldest} or newer is needed.`
    : undefined;
}

/**
 * Whether the modules under `root` are not those of its lock.
 * @param {string} root @returns {boolean}
 */
export function needsInstall(root) {
  const stamp = join(root, STAMP);
  return !existsSync(stamp) || readFileSync(stamp, 'utf8') !== lockHash(root);
}

/** Notes that the modules under `root` are those of its lock. @param {string} root */
export function noteInstall(root) {
  writeFileSync(join(root, STAMP), lockHash(root));
}

/** @param {string} root @returns {string} */
function lockHash(root) {
  return createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
}

/** Installs the locked dependencies if they are not there; ends with a message when it cannot. */
export async function setUp() {
  const complaint = tooOld(process.versions.node, OLDEST.toInstall);
  if (complaint !== undefined) fail(complaint);
  if (!needsInstall(ROOT)) return;
  console.log('Installing the locked dependencies…');
  // Warnings are left out: some packages warn of the Node that installs, and will run on the one being installed.
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const why = await run('npm', args, { cwd: ROOT, shell: process.platform === 'win32' });
  if (stopping()) process.exit(1);
  if (why !== undefined) {
    fail(`\`npm ci\` failed (${why}). Its message above says why; then start again.`);
  }
  noteInstall(ROOT);
}

/** The Node that the lock brings for this system, or the one that runs this where it brings none. */
export function nodeBinary() {
  const modules = join(ROOT, 'node_modules');
  const file = process.platform === 'win32' ? 'node.exe' : 'node';
  const found = readdirSync(modules)
    .filter((name) => name.startsWith('node-'))
    .map((name) => join(modules, name, 'bin', file))
    .find((path) => existsSync(path));
  if (found !== undefined) return found;
  const complaint = tooOld(process.versions.node, OLDEST.toRun);
  if (complaint === undefined) return process.execPath;
  return fail(`The lock brings no Node for ${process.platform} ${process.arch}. ${complaint}`);
}

/** The environment of the site's tools: their Node first, no telemetry, and servers in the foreground. */
export function toolEnvironment() {
  return {
    ...process.env,
    PATH: [join(ROOT, 'node_modules', '.bin'), process.env.PATH].join(delimiter),
    ASTRO_TELEMETRY_DISABLED: '1',
    // Astro detaches its servers when it takes its caller for a program; these say that it is detached already.
    ASTRO_DEV_BACKGROUND: '1',
    ASTRO_PREVIEW_BACKGROUND: '1',
  };
}

/** The installed tools, each a file to be run by `nodeBinary()`. */
export const TOOLS = {
  astro: join(ROOT, 'node_modules', 'astro', 'bin', 'astro.mjs'),
  biome: join(ROOT, 'node_modules', '@biomejs', 'biome', 'bin', 'biome'),
  playwright: join(ROOT, 'node_modules', '@playwright', 'test', 'cli.js'),
  vitest: join(ROOT, 'node_modules', 'vitest', 'vitest.mjs'),
};
