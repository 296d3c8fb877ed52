// @ts-check
// Finds a port of this machine that nobody listens on.
import { connect, createServer } from 'node:net';

/** What browsers try for "localhost": somebody else on one of these would answer in our place. */
const LOOPBACKS = ['127.0.0.1', '::1'];

/**
 * The first port from `wanted` on that can be listened on at an address, and on which nobody answers at any address of
 * this machine alone: another program may have the same port on `[::1]`, or on all addresses.
 *
 * @param {number} wanted @param {string} [address] an IP address @returns {Promise<number>}
 */
export async function freePort(wanted, address = '127.0.0.1') {
  for (let port = wanted; port < wanted + 100; port += 1) {
    const answers = await Promise.all(LOOPBACKS.map((loopback) => isAnswered(port, loopback)));
    if (!answers.includes(true) && (await whyNotListen(port, address)) === undefined) return port;
  }
  throw new Error(
    `No free port between ${wanted} and ${wanted + 99}. Free one of them and start again.`,
  );
}

/**
 * Why one cannot listen on a port of an address: an error's code, EADDRINUSE where somebody does; else undefined.
 * @param {number} port 0 for any @param {string} address @returns {Promise<string | undefined>}
 */
export async function whyNotListen(port, address) {
  // Some systems let two listen, one on an address and one on all of them.
  if (port !== 0 && (await isAnswered(port, reachable(address)))) return 'EADDRINUSE';
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (/** @type {NodeJS.ErrnoException} */ error) =>
      resolve(error.code ?? error.message),
    );
    server.listen(port, address, () => server.close(() => resolve(undefined)));
  });
}

/** Where one who listens at an address is found on this machine. @param {string} address */
export function reachable(address) {
  if (address === '0.0.0.0') return '127.0.0.1';
  return address === '::' ? '::1' : address;
}

/** @param {number} port @param {string} address @returns {Promise<boolean>} */
function isAnswered(port, address) {
  return new Promise((resolve) => {
    const socket = connect({ port, host: address, timeout: 1000 });
    /** @param {boolean} answered */
    const end = (answered) => {
      socket.destroy();
      resolve(answered);
    };
    socket.once('connect', () => end(true));
    socket.once('timeout', () => end(false));
    socket.once('error', () => end(false));
  });
}
