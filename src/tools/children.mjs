// @ts-check
// Runs other programs as children that outlive neither this process nor the one that started it.
import { spawn } from 'node:child_process';

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();
let asked = false;

const parent = process.ppid;
let watching = false;

/** Stops the children as Ctrl-C would, on which each of these tools ends what it has started itself. */
function stop() {
  asked = true;
  for (const child of running) child.kill('SIGINT');
}

/** From the first child on, a signal or the end of the parent stops the children. */
function watch() {
  if (watching) return;
  watching = true;
  process.on('SIGTERM', stop);
  process.on('SIGHUP', stop);
  // A terminal's Ctrl-C reaches the children too, and a second one would not let them end well.
  process.on('SIGINT', () => {
    asked = true;
  });
  // A SIGTERM to npm need not reach this process: a parent that has gone says the same.
  setInterval(() => {
    if (!asked && process.ppid !== parent) stop();
  }, 250).unref();
}

/** Whether this process has been asked to stop. */
export const stopping = () => asked;

/**
 * @typedef {object} End how a program ended
 * @property {number | null} code null when it could not begin or was ended by a signal
 * @property {string | undefined} why it failed; undefined when it ended well
 */

/**
 * Runs a program to its end.
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} options
 * @param {(text: string) => void} [hear] is told what the program prints, where it is piped
 * @returns {Promise<End>}
 */
function toItsEnd(command, args, options, hear) {
  watch();
  return new Promise((resolve) => {
    const child = spawn(command, args, options);
    running.add(child);
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text) => hear?.(text));
    }
    /** @param {End} how */
    const end = (how) => {
      running.delete(child);
      resolve(how);
    };
    child.once('error', (error) => end({ code: null, why: error.message }));
    // Not before all that it printed has been heard.
    child.once('close', (code, signal) => {
      const why = signal === null ? `exit code ${code}` : `ended by ${signal}`;
      end({ code, why: code === 0 ? undefined : why });
    });
    if (asked) child.kill('SIGINT');
  });
}

/**
 * Runs a program to its end, without input.
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} options
 * @param {(text: string) => void} [hear] is told what the program prints; without it, this terminal is
 * @returns {Promise<string | undefined>} why it failed, or undefined when it ended well
 */
export async function run(command, args, options, hear) {
  const to = hear === undefined ? 'inherit' : 'pipe';
  const { why } = await toItsEnd(command, args, { stdio: ['ignore', to, to], ...options }, hear);
  return why;
}

/**
 * Runs a program in this one's place: it has the input, the output and, as this one's, the exit code.
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} options
 * @returns {Promise<boolean>} whether it ended well
 */
export async function runInPlace(command, args, options) {
  const { code, why } = await toItsEnd(command, args, { ...options, stdio: 'inherit' });
  // A signal's end has no code; what could not begin says why.
  if (code === null && !asked) console.error(`${command}: ${why}`);
  process.exitCode = code ?? 1;
  return why === undefined;
}
