// @ts-check
// `npm test`: sets up, then lint, types, unit tests, build, links and browser tests. All stages run, so that one run
// shows every failure; the last line counts them.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run, stopping } from './children.mjs';
import { findChromium } from './chromium.mjs';
import { browserCounts, unitCounts } from './counts.mjs';
import { nodeBinary, ROOT, setUp, TOOLS, toolEnvironment } from './setup.mjs';

await setUp();
const node = nodeBinary();
const chromium = chromiumOrNone();
const scratch = mkdtempSync(join(tmpdir(), 'interleave-test-'));
process.on('exit', () => rmSync(scratch, { recursive: true, force: true }));
let passed = 0;
let failed = 0;

/** Looks for the browser before anything slow, so that its message comes at once. */
function chromiumOrNone() {
  try {
    return findChromium();
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n`);
    return undefined;
  }
}

/** @param {string} name @param {number} good @param {number} bad */
function count(name, good, bad) {
  passed += good;
  failed += bad;
  console.log(`${bad === 0 ? '✓' : '✗'} ${name}: ${good} passed, ${bad} failed\n`);
}

/**
 * Runs a tool on the project's own Node, and says whether it ended well.
 * @param {string[]} args @param {NodeJS.ProcessEnv} [env]
 */
async function tool(args, env) {
  const why = await run(node, args, { cwd: ROOT, env: { ...toolEnvironment(), ...env } });
  if (stopping()) process.exit(1);
  return why === undefined;
}

/** A stage that passes or fails as a whole. @param {string} name @param {() => Promise<boolean>} check */
async function stage(name, check) {
  console.log(`— ${name}`);
  const good = await check();
  count(name, good ? 1 : 0, good ? 0 : 1);
  return good;
}

/**
 * A stage that counts its tests. One that failed, or left no report, has a failure whatever it counted.
 * @param {string} name
 * @param {(report: any) => { passed: number, failed: number }} read
 * @param {(reportFile: string) => Promise<boolean>} check
 */
async function suite(name, read, check) {
  console.log(`— ${name}`);
  const file = join(scratch, `${name}.json`);
  const good = await check(file);
  let counts = { passed: 0, failed: 1 };
  try {
    counts = read(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    console.error(`Found no report of the ${name}: ${error}`);
  }
  count(name, counts.passed, good ? counts.failed : Math.max(1, counts.failed));
}

await stage('lint', () => tool([TOOLS.biome, 'check', '.']));
await stage('types of the pages', () => tool([TOOLS.astro, 'check']));
await stage('types', () => tool([TOOLS.tsc, '--noEmit']));

await suite('unit tests', unitCounts, (file) =>
  tool([TOOLS.vitest, 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`]),
);

const links = join(ROOT, 'src', 'tools', 'check-links.ts');
const local = { BASE_PATH: '/', SITE_URL: undefined };
const built = await stage('build', () => tool([TOOLS.astro, 'build'], local));
await stage('links', async () => built && (await tool([links, 'dist', local.BASE_PATH])));

await stage('build under a sub-path, and its links', async () => {
  const env = { BASE_PATH: '/x/', SITE_URL: 'https://example.org' };
  const site = join(scratch, 'site');
  return (
    (await tool([TOOLS.astro, 'build', '--outDir', join(site, 'x')], env)) &&
    (await tool([links, site, env.BASE_PATH]))
  );
});

await suite('browser tests', browserCounts, async (file) => {
  if (!built || chromium === undefined) {
    console.error(`Not run: there is no ${built ? 'Chromium' : 'built site'}.`);
    return false;
  }
  const env = { ...local, CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_FILE: file };
  return tool([TOOLS.playwright, 'test', '--reporter=list,json'], env);
});

console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
