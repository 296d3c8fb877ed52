// The steps of a task, from where a scanner stands: `cpu 5, db 20, repeat 3 (cpu 1, io 50)`.
import { LIMITS } from '../scenario/limits.ts';
import type { Step } from '../scenario/scenario.ts';
import { readLength } from './lengths.ts';
import { ATTRIBUTE_WORDS } from './names.ts';
import { isWhole } from './numbers.ts';
import type { Scanner } from './scanner.ts';
import type { Track } from './track.ts';

/** What reading steps needs besides the text. */
export interface StepsReader {
  readonly scanner: Scanner;
  readonly track: Track | undefined;
  /** Told of each device that a step names. */
  readonly onDevice: (name: string, offset: number) => void;
}

/** Reads steps up to the end of the line, or of the bracket. @param depth of repeats @throws NotationError */
export function readSteps(reader: StepsReader, path: string, depth: number): Step[] {
  const { scanner, track } = reader;
  const steps: Step[] = [];
  for (;;) {
    const place = track === undefined ? '' : `${path}[${steps.length}]`;
    track?.(place, scanner.start);
    steps.push(readStep(reader, place, depth));
    if (scanner.kind !== ',') return steps;
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
  if (word === 'lock' || word === 'unlock') {
    scanner.advance();
    track?.(`${path}.lock`, scanner.start);
    return { kind: word, lock: readName(scanner, 'a lock') };
  }
  if (word === 'cpu' || word === 'block' || word === 'io') {
    scanner.advance();
    return { kind: word, duration: readDuration(reader, path) };
  }
  if (ATTRIBUTE_WORDS.includes(word)) scanner.refuse('attributes before the first step');
  const device = scanner.value;
  reader.onDevice(device, scanner.start);
  scanner.advance();
  return { kind: 'io', duration: readDuration(reader, path), device };
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
  if (scanner.kind !== '(') scanner.refuse('an opening bracket and steps');
  scanner.advance();
  const isEmpty = (scanner.kind as string) === ')';
  const steps = isEmpty ? [] : readSteps(reader, `${path}.steps`, depth + 1);
  if ((scanner.kind as string) !== ')') scanner.refuse('a comma and a step, or a closing bracket,');
  scanner.advance();
  return { kind: 'repeat', times, steps };
}

/** A name, quoted or not. @param of what, with its article */
export function readName(scanner: Scanner, of: string): string {
  if (scanner.kind !== 'word' && scanner.kind !== 'name') scanner.refuse(`the name of ${of}`);
  const name = scanner.value;
  scanner.advance();
  return name;
}
