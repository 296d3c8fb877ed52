// The steps of a task, from where a scanner stands: `cpu 5, db 20, repeat 3 (cpu 1, together (io 50, db 20))`.
import { LIMITS } from '../scenario/limits.ts';
import type { Operation, Step } from '../scenario/scenario.ts';
import { closest } from './closest.ts';
import { readLength } from './lengths.ts';
import { ATTRIBUTE_WORDS, STEP_WORDS } from './names.ts';
import { isWhole } from './numbers.ts';
import type { Scanner } from './scanner.ts';
import type { Track } from './track.ts';

/** What reading steps needs besides the text. */
export interface StepsReader {
  readonly scanner: Scanner;
  readonly track: Track | undefined;
  /** Told of each device that a step names, and of the words that could stand there instead. */
  readonly onDevice: (name: string, offset: number, words: readonly string[]) => void;
}

const ANY_WORDS = [...STEP_WORDS, ...ATTRIBUTE_WORDS];
const TOGETHER_WORDS = ['io'];
const AN_OPERATION = 'io 20, or an operation of a device,';

/** Reads steps up to the end of the line, or of the bracket. @param depth of repeats @throws NotationError */
export function readSteps(reader: StepsReader, path: string, depth: number): Step[] {
  return readList(reader, path, (place) => readStep(reader, place, depth));
}

function readList<T>(
  { scanner, track }: StepsReader,
  path: string,
  readOne: (place: string) => T,
): T[] {
  const found: T[] = [];
  for (;;) {
    const place = track === undefined ? '' : `${path}[${found.length}]`;
    track?.(place, scanner.start);
    found.push(readOne(place));
    if (scanner.kind !== ',') return found;
    scanner.advance();
  }
}

function readStep(reader: StepsReader, path: string, depth: number): Step {
  const { scanner, track } = reader;
  if (scanner.kind !== 'word' && scanner.kind !== 'name') {
    scanner.refuse('a step such as cpu 5, io 35 or lock m');
  }
  const word = scanner.kind === 'word' ? scanner.value : '';
  if (word === 'repeat') return readRepeat(reader, path, depth);
  if (word === 'together') return readTogether(reader, path);
  if (word === 'lock' || word === 'unlock') {
    scanner.advance();
    track?.(`${path}.lock`, scanner.start);
    return { kind: word, lock: readName(scanner, 'a lock') };
  }
  if (word === 'cpu' || word === 'block') {
    scanner.advance();
    return { kind: word, duration: readDuration(reader, path) };
  }
  if (ATTRIBUTE_WORDS.includes(word)) scanner.refuse('attributes before the first step');
  return readOperation(reader, path, ANY_WORDS);
}

/** @param words that could stand where a device is named that there is not */
function readOperation(reader: StepsReader, path: string, words: readonly string[]): Operation {
  const { scanner } = reader;
  const { kind, value, start } = scanner;
  scanner.advance();
  const isPlain = kind === 'word' && value === 'io';
  if (isPlain) return { kind: 'io', duration: readDuration(reader, path) };
  if (scanner.kind === '(' && closest(value, ['together']) !== undefined) {
    scanner.backTo(start);
    scanner.refuse('together');
  }
  reader.onDevice(value, start, words);
  return { kind: 'io', duration: readDuration(reader, path), device: value };
}

function readDuration({ scanner, track }: StepsReader, path: string) {
  track?.(`${path}.duration`, scanner.start);
  return readLength(scanner);
}

function readRepeat(reader: StepsReader, path: string, depth: number): Step {
  const { scanner, track } = reader;
  if (depth === LIMITS.nesting) scanner.refuse(`at most ${LIMITS.nesting} repeats in each other`);
  scanner.advance();
  track?.(`${path}.times`, scanner.start);
  if (scanner.kind !== 'word' || !isWhole(scanner.value)) {
    scanner.refuse('how many times, a whole number,');
  }
  const times = Number(scanner.value);
  scanner.advance();
  const steps = inBrackets(scanner, () =>
    scanner.kind === ')' ? [] : readSteps(reader, `${path}.steps`, depth + 1),
  );
  return { kind: 'repeat', times, steps };
}

function readTogether(reader: StepsReader, path: string): Step {
  const { scanner } = reader;
  scanner.advance();
  const steps = inBrackets(scanner, () =>
    readList(reader, `${path}.steps`, (place) => {
      const isWord = scanner.kind === 'word';
      const isOther = isWord && scanner.value !== 'io' && ANY_WORDS.includes(scanner.value);
      if (isOther || (!isWord && scanner.kind !== 'name')) scanner.refuse(AN_OPERATION);
      return readOperation(reader, place, TOGETHER_WORDS);
    }),
  );
  return { kind: 'together', steps };
}

function inBrackets<T>(scanner: Scanner, read: () => T): T {
  if (scanner.kind !== '(') scanner.refuse('an opening bracket and steps');
  scanner.advance();
  const found = read();
  if ((scanner.kind as string) !== ')') scanner.refuse('a comma and a step, or a closing bracket,');
  scanner.advance();
  return found;
}

/** A name, quoted or not. @param of what, with its article */
export function readName(scanner: Scanner, of: string): string {
  if (scanner.kind !== 'word' && scanner.kind !== 'name') scanner.refuse(`the name of ${of}`);
  const name = scanner.value;
  scanner.advance();
  return name;
}

/** Goes past this word, if it stands there, and says so. */
export function passWord(scanner: Scanner, word: string): boolean {
  const found = scanner.kind === 'word' && scanner.value === word;
  if (found) scanner.advance();
  return found;
}
