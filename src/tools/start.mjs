// @ts-check
// `npm start`, `npm run dev` and `npm run build`: sets up, then builds and serves the lesson, or serves it with live
// reload, or only builds it.
import { fileURLToPath } from 'node:url';
import { run, stopping } from './children.mjs';
import { findPlace, Refusal, readAsked } from './served-at.mjs';
import { fail, nodeBinary, ROOT, setUp, TOOLS, toolEnvironment } from './setup.mjs';
import { siteAddress } from './site-address.mjs';

const SERVE = fileURLToPath(new URL('serve.mjs', import.meta.url));

/**
 * Builds the site, and serves it unless it was only to be built.
 * @param {'serve' | 'dev' | 'build'} mode @param {string[]} args
 */
export async function start(mode, args) {
  // Before anything that takes long.
  const place = mode === 'build' ? takeNothing(args) : await placeFor(args);
  refuseBadAddress();
  await setUp();
  const node = nodeBinary();
  const options = { cwd: ROOT, env: toolEnvironment() };
  if (mode !== 'dev') {
    const why = await run(node, [TOOLS.astro, 'build'], options);
    if (why !== undefined && !stopping()) {
      fail(`The build failed (${why}); its message above says where.`);
    }
    if (mode === 'build' || stopping()) process.exit(why === undefined ? 0 : 1);
  }
  if (place?.note !== undefined) console.log(place.note);
  const how = mode === 'dev' ? 'dev' : 'preview';
  const why = await run(node, [SERVE, how, JSON.stringify(place)], options);
  if (!stopping()) fail(`The server ended by itself (${why ?? 'exit code 0'}).`);
  process.exit(0);
}

/** @param {string[]} args */
function takeNothing(args) {
  if (args.length === 0) return undefined;
  return fail(
    `Found ${JSON.stringify(args.join(' '))}; a build takes no options: BASE_PATH and SITE_URL say where the site will lie.`,
  );
}

/** @param {string[]} args */
async function placeFor(args) {
  try {
    return await findPlace(readAsked(args, process.env));
  } catch (error) {
    if (error instanceof Refusal) return fail(error.message);
    throw error;
  }
}

/** Ends with a message when the site cannot lie where BASE_PATH and SITE_URL say. */
export function refuseBadAddress() {
  try {
    siteAddress(process.env);
  } catch (error) {
    fail(error instanceof Error ? error.message : String(error));
  }
}
