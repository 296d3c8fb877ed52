// The words that mean something where a step stands, and names written so that they are not taken for them.
import { quoted } from '../scenario/quoted.ts';
import { isWord } from './scanner.ts';

/** The words that begin a step; any other is the name of a device. */
export const STEP_WORDS: readonly string[] = [
  'cpu',
  'io',
  'block',
  'together',
  'lock',
  'unlock',
  'repeat',
];

/** The words that begin an attribute of a task. */
export const ATTRIBUTE_WORDS: readonly string[] = [
  'at',
  'every',
  'poisson',
  'think',
  'retry',
  'weight',
  'priority',
];

/** A name where nothing but a name can stand. */
export const writeName = (name: string) => (isWord(name) ? name : quoted(name));

/** The name of a device where a step stands. */
export const writeDevice = (name: string) =>
  STEP_WORDS.includes(name) || ATTRIBUTE_WORDS.includes(name) ? quoted(name) : writeName(name);
