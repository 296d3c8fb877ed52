// @ts-check
// Makes a checkout ready: installs what the lock names when the lock has changed. Plain JavaScript without
// dependencies, since it runs before there are any, on the Node that the system has.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run, stopping } from './children.mjs';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const MODULES = join(ROOT, 'node_modules');
const STAMP = join('node_modules', '.installed-lock');
/** The oldest Node that runs the project's tools where none of its own does. */
const OLDEST = 26;

/** Says a thing and ends. @param {string} message @returns {never} */
export function fail(message) {
  console.error(message);
  process.exit(1);
}

/**
 * Whether the modules under `root` are not those of its lock, for this system.
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

/** Of the system too: a folder may be shared between two, as by WSL and Windows. @param {string} root @returns {string} */
function lockHash(root) {
  return createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .update(`${process.platform} ${process.arch}`)
    .digest('hex');
}

/**
 * Installs the locked dependencies if they are not there; ends with a message when it cannot. All that it prints goes
 * to the standard error: the output is that of the command which needs them.
 */
export async function setUp() {
  if (!needsInstall(ROOT)) return;
  console.error('Installing the locked dependencies…');
  // Warnings are left out: some packages warn of the Node that installs, and will run on the one being installed.
  // What the caller's own settings leave out elsewhere is needed here: the tools, and their parts for this system.
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error', '--include=dev'];
  const why = await run('npm', [...args, '--include=optional'], {
    cwd: ROOT,
    shell: process.platform === 'win32',
    stdio: ['ignore', 2, 2],
  });
  if (stopping()) process.exit(1);
  if (why !== undefined) {
    fail(`\`npm ci\` failed (${why}). Its message above says why; then start again.`);
  }
  noteInstall(ROOT);
}

/**
 * @typedef {object} Machine what the choice of a Node depends on
 * @property {string} modules the folder of the installed modules
 * @property {string} own the Node that runs this, and its version
 * @property {string} version
 */

/** @type {string | undefined} */
let chosen;

/** The Node that runs the project's tools; ends with a message when there is none. */
export function nodeBinary() {
  try {
    chosen ??= findNode({
      modules: MODULES,
      own: process.execPath,
      version: process.versions.node,
    });
    return chosen;
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
}

/**
 * The Node that the lock brings, where it runs here, else the one that runs this, if it is new enough. A system may have
 * another C library than the one that is brought was built for, or keep it elsewhere.
 * @param {Machine} machine
 * @throws {Error} when it is not
 */
export function findNode({ modules, own, version }) {
  const file = process.platform === 'win32' ? 'node.exe' : 'node';
  const brought = readdirSync(modules)
    .filter((name) => name.startsWith('node-'))
    .map((name) => join(modules, name, 'bin', file))
    .find((path) => existsSync(path) && runs(path));
  if (brought !== undefined) return brought;
  // A shell that runs npm's scripts would find the one that does not run before any other.
  for (const end of ['', '.cmd', '.ps1']) {
    rmSync(join(modules, '.bin', `node${end}`), { force: true });
  }
  if (Number.parseInt(version, 10) >= OLDEST) return own;
  throw new Error(
    `The project brings no Node that runs on this ${process.platform} ${process.arch}, and the system's is ${version}: Node ${OLDEST} or newer would do.`,
  );
}

/** @param {string} node */
const runs = (node) => spawnSync(node, ['--version'], { stdio: 'ignore' }).status === 0;

/** The environment of the site's tools: their Node first, no telemetry, and servers in the foreground. */
export function toolEnvironment() {
  return {
    ...process.env,
    PATH: [dirname(nodeBinary()), join(MODULES, '.bin'), process.env.PATH].join(delimiter),
    ASTRO_TELEMETRY_DISABLED: '1',
    // Astro detaches its servers when it takes its caller for a program; these say that it is detached already.
    ASTRO_DEV_BACKGROUND: '1',
    ASTRO_PREVIEW_BACKGROUND: '1',
  };
}

/** The installed tools, each a file to be run by `nodeBinary()`. */
export const TOOLS = {
  astro: join(MODULES, 'astro', 'bin', 'astro.mjs'),
  biome: join(MODULES, '@biomejs', 'biome', 'bin', 'biome'),
  playwright: join(MODULES, '@playwright', 'test', 'cli.js'),
  vitest: join(MODULES, 'vitest', 'vitest.mjs'),
};
