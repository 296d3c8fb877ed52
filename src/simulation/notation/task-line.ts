// A line that makes a task, or many: a name, perhaps a count, a colon, attributes, steps.
import type { Nanos } from '../scenario/nanos.ts';
import type { Retry, Spacing, Task } from '../scenario/scenario.ts';
import { readLength, readTime } from './lengths.ts';
import { ATTRIBUTE_WORDS } from './names.ts';
import { isDecimal, isWhole } from './numbers.ts';
import type { Scanner } from './scanner.ts';
import { passWord, readName, readSteps, type StepsReader } from './steps.ts';

/** How many copies, as `x100`. */
const COUNT = /^x\d+$/;
const PER_SECOND = '/s';

/** What may stand before the steps, each once. */
type Attributes = {
  -readonly [Key in Exclude<keyof Task, 'name' | 'count' | 'steps'>]?: Task[Key];
};
type Attribute = keyof Attributes;

/** The words for attributes, what each sets, and how its value is read. */
const ATTRIBUTES: Readonly<
  Record<string, { readonly sets: Attribute; read(reader: StepsReader, path: string): Attributes }>
> = {
  at: { sets: 'arrival', read: ({ scanner }) => ({ arrival: readTime(scanner) }) },
  every: { sets: 'spacing', read: ({ scanner }) => ({ spacing: { every: readTime(scanner) } }) },
  poisson: { sets: 'spacing', read: ({ scanner }) => ({ spacing: readRate(scanner) }) },
  think: { sets: 'think', read: ({ scanner }) => ({ think: readLength(scanner) }) },
  retry: { sets: 'retry', read: (reader, path) => ({ retry: readRetry(reader, `${path}.retry`) }) },
  weight: { sets: 'weight', read: ({ scanner }) => ({ weight: readWhole(scanner) }) },
  priority: { sets: 'priority', read: ({ scanner }) => ({ priority: readWhole(scanner) }) },
};

/** Whether a task line begins where a scanner stands; it stands there again afterwards. */
export function beginsTask(scanner: Scanner): boolean {
  const { start } = scanner;
  passHead(scanner);
  const found = scanner.kind === ':';
  scanner.backTo(start);
  return found;
}

/** Goes past a name, and a count if there is one, to where the colon of a task line stands. */
export function passHead(scanner: Scanner): void {
  scanner.advance();
  if (scanner.kind === 'word' && COUNT.test(scanner.value)) scanner.advance();
}

/** Reads a line that `beginsTask`. @param path of the task in the scenario @throws NotationError */
export function readTask(reader: StepsReader, path: string): Task {
  const { scanner, track } = reader;
  track?.(path, scanner.start);
  track?.(`${path}.name`, scanner.start);
  const name = readName(scanner, 'a task');
  let count: number | undefined;
  if (scanner.kind === 'word') {
    track?.(`${path}.count`, scanner.start);
    count = Number(scanner.value.slice(1));
    scanner.advance();
  }
  scanner.advance();
  const { arrival, ...attributes } = readAttributes(reader, path);
  track?.(`${path}.steps`, scanner.start);
  const steps = scanner.isAtEnd ? [] : readSteps(reader, `${path}.steps`, 0);
  if (!scanner.isAtEnd) refuseRest(scanner);
  return {
    name,
    ...(count === undefined ? {} : { count }),
    arrival: arrival ?? (0 as Nanos),
    ...attributes,
    steps,
  };
}

/** The attributes up to the first step, and the comma behind them. */
function readAttributes(reader: StepsReader, path: string): Attributes {
  const { scanner, track } = reader;
  const found: Attributes = {};
  while (scanner.kind === 'word' && Object.hasOwn(ATTRIBUTES, scanner.value)) {
    const word = scanner.value;
    const { sets, read } = ATTRIBUTES[word] as (typeof ATTRIBUTES)[string];
    if (sets in found) scanner.refuse('each attribute once, and either every or poisson,');
    scanner.advance();
    track?.(`${path}.${sets}`, scanner.start);
    Object.assign(found, read(reader, path));
    if (scanner.isAtEnd) return found;
    if (scanner.kind !== (',' as string)) refuseRest(scanner);
    scanner.advance();
    if (scanner.isAtEnd) scanner.refuse('a step such as cpu 5, io 35 or lock m');
  }
  return found;
}

function refuseRest(scanner: Scanner): never {
  if (scanner.kind === 'word' && ATTRIBUTE_WORDS.includes(scanner.value)) {
    scanner.refuse('a comma before it, and attributes before steps,');
  }
  scanner.refuse('a comma and a step, or the end of the line,');
}

/** `40/s`. */
function readRate(scanner: Scanner): Spacing {
  const { kind, value } = scanner;
  const rate = value.slice(0, -PER_SECOND.length);
  if (kind !== 'word' || !value.endsWith(PER_SECOND) || !isDecimal(rate)) {
    scanner.refuse('arrivals per second, such as 40/s,');
  }
  scanner.advance();
  return { rate: Number(rate) };
}

/** `2 after 1000`. */
function readRetry({ scanner, track }: StepsReader, path: string): Retry {
  track?.(`${path}.times`, scanner.start);
  const times = readWhole(scanner, 'how many times, a whole number,');
  if (!passWord(scanner, 'after')) scanner.refuse('after and a time, such as after 1000,');
  track?.(`${path}.after`, scanner.start);
  return { after: readTime(scanner, 1), times };
}

function readWhole(scanner: Scanner, what = 'a whole number'): number {
  if (scanner.kind !== 'word' || !isWhole(scanner.value)) scanner.refuse(what);
  const number = Number(scanner.value);
  scanner.advance();
  return number;
}
