// How the classes of CSS Modules are called on the page: the sheet's name before their own, so that none can collide.
import { basename } from 'node:path';

const ENDING = '.module.css';
const sheets = new Map<string, string>();

/**
 * The class of a sheet as pages have it: "knobs-switch" of "switch" in parameters/knobs.module.css.
 *
 * @throws Error when two sheets have one name
 */
export function className(own: string, file: string): string {
  const path = file.replace(/\?.*$/, '');
  const sheet = basename(path, ENDING);
  const other = sheets.get(sheet) ?? path;
  if (other !== path) {
    throw new Error(`${path}: found a second sheet ${sheet}${ENDING}; the other is ${other}.`);
  }
  sheets.set(sheet, path);
  return `${sheet}-${own}`;
}
