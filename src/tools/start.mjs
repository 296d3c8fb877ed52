// @ts-check
// `npm start`, `npm run dev` and `npm run build`: sets up, then builds and serves the lesson, or serves it with live
// reload, or only builds it.
import { setTimeout as pause } from 'node:timers/promises';
import { run, stopping } from './children.mjs';
import { freePort } from './port.mjs';
import { fail, nodeBinary, ROOT, setUp, TOOLS, toolEnvironment } from './setup.mjs';

const PORT = 4321;
const MODES = ['serve', 'dev', 'build'];
const mode = process.argv[2] ?? '';
if (!MODES.includes(mode)) fail(`Found "${mode}"; one of ${MODES.join(', ')} would do.`);

await setUp();
const node = nodeBinary();
/** @param {string[]} args */
const astro = (args) => run(node, [TOOLS.astro, ...args], { cwd: ROOT, env: toolEnvironment() });

if (mode !== 'dev') {
  const why = await astro(['build']);
  if (why !== undefined && !stopping()) {
    fail(`The build failed (${why}); its message above says where.`);
  }
  if (mode === 'build' || stopping()) process.exit(why === undefined ? 0 : 1);
}

const port = await freePort(PORT);
if (port !== PORT) console.log(`Port ${PORT} is taken; using ${port}.`);
const command = mode === 'dev' ? 'dev' : 'preview';
const served = astro([command, '--host', '127.0.0.1', '--port', String(port), '--ignore-lock']);

const base = `/${process.env.BASE_PATH ?? ''}/`.replace(/\/+/g, '/');
const address = `http://127.0.0.1:${port}${base}`;
const up = await Promise.race([served.then(() => false), answering(address)]);
if (up) console.log(`\nThe lesson is at ${address}  (Ctrl-C stops it)`);

const why = await served;
if (!stopping()) fail(`The server ended by itself (${why ?? 'exit code 0'}).`);
process.exit(0);

/** True once something answers. @param {string} url */
async function answering(url) {
  for (;;) {
    try {
      await fetch(url);
      return true;
    } catch {
      await pause(100);
    }
  }
}
