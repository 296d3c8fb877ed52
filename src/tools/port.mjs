// @ts-check
// Finds a port of this machine that nobody listens on.
import { createServer } from 'node:net';

/**
 * The first free port from `wanted` on.
 * @param {number} wanted @returns {Promise<number>}
 */
export async function freePort(wanted) {
  for (let port = wanted; port < wanted + 100; port += 1) {
    if (await isFree(port)) return port;
  }
  throw new Error(
    `No free port between ${wanted} and ${wanted + 99}. Free one of them and start again.`,
  );
}

/** @param {number} port @returns {Promise<boolean>} */
function isFree(port) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
