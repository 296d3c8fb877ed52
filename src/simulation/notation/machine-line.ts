// A line about the machine: a word, and what it sets.
import { POLICY_NAMES } from '../policies/policies.ts';
import type { Crowding, Device, Scenario, SwitchCost } from '../scenario/scenario.ts';
import { readTime, readTimeOrNone } from './lengths.ts';
import { isDecimal, isWhole } from './numbers.ts';
import type { Scanner } from './scanner.ts';
import { passWord, readName, type StepsReader } from './steps.ts';

/** What lines of one word set first or alone; devices and tasks have lines of their own kind. */
export type Setting = Exclude<keyof Scenario, 'switchGrowth' | 'devices' | 'tasks'>;

interface MachineLine {
  readonly sets: Setting;
  read(reader: StepsReader): Partial<Scenario>;
}

/** A line that sets one thing. */
const one = (sets: Setting, read: (scanner: Scanner) => unknown): MachineLine => ({
  sets,
  read: ({ scanner }) => ({ [sets]: read(scanner) }),
});

/** The words, what each sets, and how that is read. */
export const MACHINE: Readonly<Record<string, MachineLine>> = {
  cores: one('cores', (scanner) => readCount(scanner)),
  policy: one('policy', (scanner) => readOneOf(scanner, POLICY_NAMES)),
  slice: one('slice', (scanner) => readTimeOrNone(scanner, 1)),
  tick: one('tick', (scanner) => readTimeOrNone(scanner, 1)),
  switch: { sets: 'switchCost', read: readSwitch },
  workers: one('workers', (scanner) => readCount(scanner, 'per-task')),
  waiting: one('waiting', (scanner) => readOneOf(scanner, ['holds', 'frees'])),
  'runtime-slice': one('runtimeSlice', (scanner) => readTimeOrNone(scanner, 1)),
  'runtime-switch': one('runtimeSwitchCost', (scanner) => readTime(scanner)),
  seed: one('seed', (scanner) => readCount(scanner)),
  horizon: one('horizon', (scanner) => readTimeOrNone(scanner, 0)),
};

/** `switch 0.0012, 0.0017 at 1000`, from behind its first word. */
function readSwitch(reader: StepsReader): Partial<Scenario> {
  const { scanner, track } = reader;
  const switchCost = readTime(scanner);
  const switchGrowth: SwitchCost[] = [];
  while (scanner.kind === ',') {
    scanner.advance();
    if (switchGrowth.length === 0) track?.('switchGrowth', scanner.start);
    switchGrowth.push(readPoint(reader, `switchGrowth[${switchGrowth.length}]`));
  }
  if (!scanner.isAtEnd) {
    scanner.refuse('a comma and what it costs with more runnable, or the end of the line,');
  }
  return { switchCost, switchGrowth };
}

/** `0.0017 at 1000`. */
function readPoint({ scanner, track }: StepsReader, path: string): SwitchCost {
  track?.(`${path}.cost`, scanner.start);
  const cost = readTime(scanner);
  if (!passWord(scanner, 'at')) scanner.refuse('at and how many are runnable, such as at 1000,');
  track?.(`${path}.runnable`, scanner.start);
  return { cost, runnable: readCount(scanner) as number };
}

/** `device db capacity 50 slows 0.2 past 8`, from behind its first word. @param path in the scenario @throws NotationError */
export function readDevice(reader: StepsReader, path: string): Device {
  const { scanner, track } = reader;
  track?.(`${path}.name`, scanner.start);
  const name = readName(scanner, 'a device');
  let capacity: number | null = null;
  if (passWord(scanner, 'capacity')) {
    track?.(`${path}.capacity`, scanner.start);
    capacity = readCount(scanner) as number;
  }
  if (passWord(scanner, 'slows')) {
    return { name, capacity, crowding: readCrowding(reader, `${path}.crowding`) };
  }
  if (!scanner.isAtEnd) {
    const slows = 'slows and by how much past how many, such as slows 0.2 past 8';
    const more = capacity === null ? `capacity and a whole number, or ${slows}` : slows;
    scanner.refuse(`${more}, or the end of the line,`);
  }
  return { name, capacity };
}

/** `0.2 past 8`. */
function readCrowding({ scanner, track }: StepsReader, path: string): Crowding {
  track?.(path, scanner.start);
  track?.(`${path}.by`, scanner.start);
  if (scanner.kind !== 'word' || !isDecimal(scanner.value)) {
    scanner.refuse('a part of the length, such as 0.2,');
  }
  const by = Number(scanner.value);
  scanner.advance();
  if (!passWord(scanner, 'past')) scanner.refuse('past and a whole number, such as past 8,');
  track?.(`${path}.from`, scanner.start);
  return { from: readCount(scanner) as number, by };
}

function readCount(scanner: Scanner, or?: string): number | string {
  const { kind, value } = scanner;
  if (kind === 'word' && (isWhole(value) || value === or)) {
    scanner.advance();
    return value === or ? value : Number(value);
  }
  return scanner.refuse(`a whole number${or === undefined ? '' : `, or ${or},`}`);
}

function readOneOf(scanner: Scanner, allowed: readonly string[]): string {
  const { kind, value } = scanner;
  if (kind !== 'word' || !allowed.includes(value)) scanner.refuse(allowed.join(' or '));
  scanner.advance();
  return value;
}
