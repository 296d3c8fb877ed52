// @ts-check
// Where the lesson is served: what --host and --port or HOST and PORT ask for, or else the first free port.
import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { freePort, reachable, whyNotListen } from './port.mjs';

const USUAL = { host: '127.0.0.1', port: 4321 };
const LAST_PORT = 65535;

/** What was asked for and will not do. */
export class Refusal extends Error {}

/**
 * @typedef {object} Asked each value with the name under which it was given
 * @property {{ by: string, value: string } | undefined} host
 * @property {{ by: string, value: string } | undefined} port
 */

/**
 * What the caller asks for: an option goes before its variable, and an empty variable says nothing.
 * @param {string[]} args @param {Record<string, string | undefined>} env @returns {Asked}
 * @throws {Refusal} for anything but the two options, each once and with a value
 */
export function readAsked(args, env) {
  /** @type {Asked} */
  const asked = { host: undefined, port: undefined };
  const rest = [...args];
  for (let arg = rest.shift(); arg !== undefined; arg = rest.shift()) {
    const [, name, inline] = /^--(host|port)(?:=(.*))?$/s.exec(arg) ?? [];
    if (name !== 'host' && name !== 'port') {
      throw new Refusal(`Found ${JSON.stringify(arg)}; --host ADDRESS and --port NUMBER would do.`);
    }
    if (asked[name] !== undefined) throw new Refusal(`Found --${name} twice; once would do.`);
    const value = inline ?? rest.shift();
    if (value === undefined || value === '' || value.startsWith('--')) {
      const example = name === 'host' ? '0.0.0.0, for all addresses of this machine' : USUAL.port;
      throw new Refusal(`Found --${name} without a value; one such as ${example}, would do.`);
    }
    asked[name] = { by: `--${name}`, value };
  }
  const { HOST, PORT } = env;
  if (HOST) asked.host ??= { by: 'HOST', value: HOST };
  if (PORT) asked.port ??= { by: 'PORT', value: PORT };
  return asked;
}

/**
 * @typedef {object} Place
 * @property {string} address the IP address to listen on
 * @property {number} port
 * @property {string | undefined} name the name that stands for the address, where it was asked for by name
 * @property {string | undefined} note what the caller may not expect
 */

/**
 * The place that was asked for, or the usual one on the first port that is free.
 * @param {Asked} asked @returns {Promise<Place>}
 * @throws {Refusal} when it cannot be had
 */
export async function findPlace({ host, port }) {
  const { address, name } = await addressOf(host);
  if (port === undefined) {
    const free = await freePort(USUAL.port, address);
    const note = free === USUAL.port ? undefined : `Port ${USUAL.port} is taken; using ${free}.`;
    return { address, port: free, name, note };
  }
  const { by, value } = port;
  const number = Number(value);
  if (!/^\d+$/.test(value) || number < 1 || number > LAST_PORT) {
    throw new Refusal(
      `${by}: found ${JSON.stringify(value)}; a whole number from 1 to ${LAST_PORT} would do.`,
    );
  }
  const why = await whyNotListen(number, address);
  if (why === undefined) return { address, port: number, name, note: undefined };
  const what = why === 'EADDRINUSE' ? 'is taken' : `cannot be listened on (${why})`;
  throw new Refusal(
    `${by}: port ${number} of ${address} ${what}; another would do, or none: then it is the first free one from ${USUAL.port} on.`,
  );
}

/**
 * The IP address that a host's name stands for: of "localhost" there may be two, and a browser must find the same.
 * @param {Asked['host']} host
 */
async function addressOf(host) {
  const { by, value } = host ?? { by: '', value: USUAL.host };
  const bare = value.replace(/^\[(.*)\]$/s, '$1');
  /** @param {string} code */
  const refuse = (code) =>
    new Refusal(
      `${by}: found ${JSON.stringify(value)}, which is no address of this machine (${code}); 127.0.0.1, or 0.0.0.0 for all of its addresses, would do.`,
    );
  const address = await lookup(bare).then(
    (found) => found.address,
    (error) => {
      throw refuse(error.code);
    },
  );
  const why = await whyNotListen(0, address);
  if (why !== undefined) throw refuse(why);
  return { address, name: isIP(bare) === 0 ? bare : undefined };
}

/**
 * The address for the browser's line.
 * @param {Pick<Place, 'address' | 'port'>} place @param {string} base as "/" or "/x/"
 */
export function urlOf({ address, port }, base) {
  const host = reachable(address);
  return `http://${isIP(host) === 6 ? `[${host}]` : host}:${port}${base}`;
}
