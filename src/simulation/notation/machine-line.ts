// A line about the machine: a word, and what it sets.
import { POLICY_NAMES, type PolicyName } from '../policies/policies.ts';
import type { Device, Scenario } from '../scenario/scenario.ts';
import { readTime, readTimeOrNone } from './lengths.ts';
import { isWhole } from './numbers.ts';
import type { Scanner } from './scanner.ts';
import { readName, type StepsReader } from './steps.ts';

/** What lines of one word set; devices and tasks have lines of their own kind. */
export type Setting = Exclude<keyof Scenario, 'devices' | 'tasks'>;

/** The words, what each sets, and how its value is read. */
export const MACHINE: Readonly<
  Record<string, { readonly sets: Setting; read(scanner: Scanner): unknown }>
> = {
  cores: { sets: 'cores', read: (scanner) => readCount(scanner) },
  policy: { sets: 'policy', read: (scanner) => readOneOf(scanner, POLICY_NAMES) as PolicyName },
  slice: { sets: 'slice', read: (scanner) => readTimeOrNone(scanner, 1) },
  tick: { sets: 'tick', read: (scanner) => readTimeOrNone(scanner, 1) },
  switch: { sets: 'switchCost', read: (scanner) => readTime(scanner) },
  workers: { sets: 'workers', read: (scanner) => readCount(scanner, 'per-task') },
  waiting: { sets: 'waiting', read: (scanner) => readOneOf(scanner, ['holds', 'frees']) },
  'runtime-slice': { sets: 'runtimeSlice', read: (scanner) => readTimeOrNone(scanner, 1) },
  'runtime-switch': { sets: 'runtimeSwitchCost', read: (scanner) => readTime(scanner) },
  seed: { sets: 'seed', read: (scanner) => readCount(scanner) },
  horizon: { sets: 'horizon', read: (scanner) => readTimeOrNone(scanner, 0) },
};

/** `device db capacity 10`, from behind its first word. @param path in the scenario @throws NotationError */
export function readDevice({ scanner, track }: StepsReader, path: string): Device {
  track?.(`${path}.name`, scanner.start);
  const name = readName(scanner, 'a device');
  if (scanner.isAtEnd) return { name, capacity: null };
  if (scanner.kind !== 'word' || scanner.value !== 'capacity') {
    scanner.refuse('capacity and a whole number, or the end of the line,');
  }
  scanner.advance();
  track?.(`${path}.capacity`, scanner.start);
  return { name, capacity: readCount(scanner) as number };
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
