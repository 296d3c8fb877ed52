// @ts-check
// `npm test`: sets up, then lint, types, unit tests, build, links and browser tests. All stages run, so that one run
// shows every failure; the last line counts them, and those before it name what is not run. `npm run test:quick` leaves out what takes long: the browser, the
// second build, and the unit tests that nothing changed for.
import { join } from 'node:path';
import { changedSince } from './changed.mjs';
import { findChromium } from './chromium.mjs';
import { browserCounts, unitCounts } from './counts.mjs';
import { engines } from './engines.mjs';
import { fail, ROOT, setUp, TOOLS } from './setup.mjs';
import { conclude, scratch, stage } from './stages.mjs';
import { refuseBadAddress } from './start.mjs';

const links = join(ROOT, 'src', 'tools', 'check-links.ts');
const local = { BASE_PATH: '/', SITE_URL: undefined };

/** Looks for the browser before anything slow, so that its message comes at once. */
function chromiumOrNone() {
  try {
    return findChromium();
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n`);
    return undefined;
  }
}

/** @param {boolean} quick */
async function checkCode(quick) {
  await stage({ name: 'lint', check: (tool) => tool([TOOLS.biome, 'check', '.']) });
  await stage({
    name: 'unit tests',
    counts: unitCounts,
    check: (tool, report) =>
      tool([
        TOOLS.vitest,
        'run',
        ...(quick ? changedSince() : []),
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${report}`,
      ]),
  });
}

/**
 * One after the other: Astro's commands share the folder of what they have read.
 * @param {boolean} quick @returns {Promise<boolean>} whether the site was built
 */
async function checkSite(quick) {
  // Of pages and of all other code.
  await stage({ name: 'types', check: (tool) => tool([TOOLS.astro, 'check']) });
  const built = await stage({
    name: 'build',
    check: (tool) => tool([TOOLS.astro, 'build'], local),
  });
  if (quick) return built;
  await stage({
    name: 'links',
    check: async (tool) => built && tool([links, 'dist', local.BASE_PATH]),
  });
  await stage({
    name: 'build under a sub-path, and its links',
    check: async (tool) => {
      const env = { BASE_PATH: '/x/', SITE_URL: 'https://example.org' };
      const folder = join(scratch(), 'site');
      return (
        (await tool([TOOLS.astro, 'build', '--outDir', join(folder, 'x')], env)) &&
        (await tool([links, folder, env.BASE_PATH]))
      );
    },
  });
  return built;
}

/** Checks everything, or with --quick what takes little. @param {string[]} args */
export async function test(args) {
  const [mode, ...rest] = args;
  if ((mode !== undefined && mode !== '--quick') || rest.length > 0) {
    fail(`Found ${JSON.stringify(args.join(' '))}; nothing, or --quick, would do.`);
  }
  refuseBadAddress();
  await setUp();
  await checkAll(mode === '--quick');
}

/** @param {boolean} quick */
async function checkAll(quick) {
  const chromium = quick ? undefined : chromiumOrNone();
  console.log('Side by side; each stage prints as it ends.\n');
  const [built] = await Promise.all([checkSite(quick), checkCode(quick)]);

  if (!quick) {
    await stage({
      name: 'browser tests',
      counts: browserCounts,
      live: true,
      check: async (tool, report) => {
        if (!built || chromium === undefined) {
          console.error(`Not run: there is no ${built ? 'Chromium' : 'built site'}.`);
          return false;
        }
        const env = { ...local, CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_FILE: report };
        return tool([TOOLS.playwright, 'test', '--reporter=list,json'], env);
      },
    });
  }
  conclude(quick ? [] : await checkEngines(built));
}

/** @param {boolean} built @returns {Promise<string[]>} what is not run, since it is not here */
async function checkEngines(built) {
  const all = engines();
  const here = all.flatMap(({ env }) => (env === undefined ? [] : [env]));
  await stage({
    name: 'every engine',
    counts: browserCounts,
    live: true,
    check: async (tool, report) => {
      if (!built || here.length === 0) {
        console.error(`Not run: there is no ${built ? 'browser' : 'built site'}.`);
        return false;
      }
      const env = Object.assign({ PLAYWRIGHT_JSON_OUTPUT_FILE: report }, ...here);
      return tool(
        [TOOLS.playwright, 'test', '--config', 'e2e/engines', '--reporter=list,json'],
        env,
      );
    },
  });
  return all.flatMap(({ missing }) => missing ?? []);
}
