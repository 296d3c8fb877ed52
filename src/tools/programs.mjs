// @ts-check
// Finds programs on this machine: the one that a variable names, or the first of some names.
import { delimiter, join } from 'node:path';

/**
 * @typedef {object} Machine what the search asks of the machine
 * @property {Record<string, string | undefined>} env
 * @property {(path: string) => boolean} exists
 */

/**
 * The path of a program; a variable that names one where there is none is an error, not passed over.
 *
 * @param {Machine} machine
 * @param {string} variable names the program before any other
 * @param {readonly string[]} names file names to seek on PATH, or whole paths
 * @param {string} otherwise what is so when there is none: "no Firefox was found; `…` brings it"
 * @returns {string}
 * @throws {Error} with `otherwise`, or what the variable names
 */
export function findProgram({ env, exists }, variable, names, otherwise) {
  const named = env[variable];
  if (named !== undefined && named !== '') {
    if (exists(named)) return named;
    throw new Error(`${variable} is ${named}, where there is no file; correct it, or unset it`);
  }
  const folders = (env.PATH ?? '').split(delimiter);
  const found = names
    .flatMap((name) => (/[\\/]/.test(name) ? [name] : folders.map((folder) => join(folder, name))))
    .find(exists);
  if (found === undefined) throw new Error(otherwise);
  return found;
}
