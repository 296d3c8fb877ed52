// @ts-check
// What each npm script does, once the checkout is ready for it.
import { join } from 'node:path';
import { runInPlace } from './children.mjs';
import { fail, nodeBinary, ROOT, setUp, TOOLS, toolEnvironment } from './setup.mjs';
import { start } from './start.mjs';
import { test } from './test.mjs';

const SOURCES = join(ROOT, 'src');

/**
 * A command that runs tools of the project, one after the other, with the caller's arguments.
 * @param {string[][]} tools each a file to be run, and its first arguments
 * @param {{ cwd?: string }} [options] the folder in which it runs, else the project's
 */
const tools =
  (tools, { cwd = ROOT } = {}) =>
  async (/** @type {string[]} */ args) => {
    await setUp();
    for (const tool of tools) {
      const options = { cwd, env: toolEnvironment() };
      if (!(await runInPlace(nodeBinary(), [...tool, ...args], options))) return;
    }
  };

/** @type {Record<string, (args: string[]) => Promise<void>>} */
const COMMANDS = {
  start: (args) => start('serve', args),
  dev: (args) => start('dev', args),
  build: (args) => start('build', args),
  test,
  lint: tools([[TOOLS.biome, 'check', '.']]),
  format: tools([[TOOLS.biome, 'check', '--write', '.']]),
  check: tools([[TOOLS.astro, 'check']]),
  unit: tools([[TOOLS.vitest, 'run']]),
  // Its files are those of the folder in which it was called.
  simulate: tools([[join(SOURCES, 'simulation', 'cli', 'cli.ts')]], { cwd: process.cwd() }),
  bench: tools([
    [join(SOURCES, 'tools', 'bench-labs', 'bench-labs.ts')],
    [join(SOURCES, 'simulation', 'bench', 'bench.ts')],
  ]),
  predictions: tools([[join(SOURCES, 'tools', 'list-predictions.ts')]]),
  links: tools([[join(SOURCES, 'tools', 'check-links.ts')]]),
  e2e: tools([[TOOLS.playwright, 'test']]),
  engines: tools([[TOOLS.playwright, 'test', '--config', 'e2e/engines']]),
};

/** Runs a command. @param {string[]} args its name, and what it is given */
export async function launch([name = '', ...args]) {
  if (!Object.hasOwn(COMMANDS, name)) {
    fail(`Found ${JSON.stringify(name)}; one of ${Object.keys(COMMANDS).join(', ')} would do.`);
  }
  await /** @type {(args: string[]) => Promise<void>} */ (COMMANDS[name])(args);
}
