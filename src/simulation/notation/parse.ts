// Reads a scenario from its notation.
import { scenario } from '../scenario/checked.ts';
import type { Device, Scenario, Task } from '../scenario/scenario.ts';
import { ScenarioError } from '../scenario/scenario-error.ts';
import { closest } from './closest.ts';
import { MACHINE, readDevice, type Setting } from './machine-line.ts';
import { ATTRIBUTE_WORDS, STEP_WORDS, writeDevice } from './names.ts';
import { NotationError, placeOf } from './notation-error.ts';
import { isWord, Scanner } from './scanner.ts';
import type { StepsReader } from './steps.ts';
import { beginsTask, passHead, readTask } from './task-line.ts';
import { Search, type Track } from './track.ts';

/**
 * Reads a scenario. Times in the text are ms; the README's section on the notation has its lines.
 *
 * @throws NotationError, which is a ScenarioError, for the first fault: line, column, what was found, what would do
 */
export function parse(text: string): Scenario {
  const settings = read(text);
  try {
    return scenario(settings);
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error;
    throw placed(error, text);
  }
}

type Settings = Partial<Scenario> & { readonly devices: Device[]; readonly tasks: Task[] };

function read(text: string, track?: Track): Settings {
  const scanner = new Scanner(text);
  const settings: Settings = { devices: [], tasks: [] };
  const said = new Map<Setting, number>();
  const used = new Map<string, readonly [offset: number, words: readonly string[]]>();
  const reader: StepsReader = {
    scanner,
    track,
    onDevice: (name, ...at) => {
      if (!used.has(name)) used.set(name, at);
    },
  };
  while (scanner.kind !== 'end of text') {
    if (scanner.kind !== 'end of line') readLine(reader, settings, said);
    if (scanner.kind === 'end of line') scanner.advance();
    else if (!scanner.isAtEnd) scanner.refuse('the end of the line');
  }
  for (const { name } of settings.devices) used.delete(name);
  for (const [name, [offset, words]] of used) {
    scanner.backTo(offset);
    scanner.refuse(`${stepsLike(name, words, settings.devices)}, or ${declarationOf(name)},`);
  }
  return settings;
}

/** What somebody may have meant who named a device that there is not. */
function stepsLike(name: string, words: readonly string[], devices: readonly Device[]): string {
  const names = devices.map((device) => device.name);
  const near = closest(name, [...words, ...names]);
  if (near === undefined) return words.filter((word) => STEP_WORDS.includes(word)).join(', ');
  if (STEP_WORDS.includes(near)) return near;
  return ATTRIBUTE_WORDS.includes(near) ? `${near} before the first step` : writeDevice(near);
}

const LONGEST_QUOTED = 40;

/** Only words are quoted: others have quotes of their own, or no end. */
const declarationOf = (name: string) =>
  isWord(name) && name.length <= LONGEST_QUOTED
    ? `a line "device ${name}"`
    : 'a line that declares this device';

function readLine(reader: StepsReader, settings: Settings, said: Map<Setting, number>): void {
  const { scanner, track } = reader;
  const { devices, tasks } = settings;
  if (beginsTask(scanner)) {
    tasks.push(readTask(reader, track === undefined ? '' : `tasks[${tasks.length}]`));
    return;
  }
  const { kind, value, start } = scanner;
  const line = kind === 'word' && Object.hasOwn(MACHINE, value) ? MACHINE[value] : undefined;
  if (line === undefined && !(kind === 'word' && value === 'device')) refuseLine(scanner);
  if (line === undefined) {
    scanner.advance();
    devices.push(readDevice(reader, `devices[${devices.length}]`));
    return;
  }
  const before = said.get(line.sets);
  if (before !== undefined) {
    const { line: number } = placeOf(scanner.text, before);
    scanner.refuse(`one line of it, and there is one on line ${number},`);
  }
  said.set(line.sets, start);
  scanner.advance();
  track?.(line.sets, scanner.start);
  Object.assign(settings, line.read(reader));
}

/** It is no line about the machine, and not quite one that makes a task. */
function refuseLine(scanner: Scanner): never {
  if (scanner.kind !== 'word' && scanner.kind !== 'name') {
    scanner.refuse('a line such as cores 2, or the name of a task and a colon,');
  }
  const near =
    scanner.kind === 'word'
      ? closest(scanner.value, [...Object.keys(MACHINE), 'device'])
      : undefined;
  if (near !== undefined) scanner.refuse(`${near}, or the name of a task and a colon,`);
  passHead(scanner);
  return scanner.refuse('a colon behind the name of a task');
}

/** What the scenario was refused for, at the place in the text where that is written. */
function placed(error: ScenarioError, text: string): NotationError {
  const { path, found, allowed } = error;
  // A policy that lacks a time is at fault itself.
  const isMissing = found === 'null';
  const offset = find(isMissing ? 'policy' : path, text) ?? text.length;
  // A path ends what is said; elsewhere a name may look like one.
  const readable = allowed
    .replace(/tasks\[\d+\][\w.[\]]*$/, (other) => {
      const { line, column } = placeOf(text, find(other, text) ?? 0);
      return `line ${line}, column ${column}`;
    })
    .replace('null for no limit', 'nothing for no limit');
  return new NotationError(text, offset, shownAt(offset), readable);

  function shownAt(place: number): string {
    if (isMissing) return `no ${path}`;
    // Numbers are shown as they are written, times in ms. Sums are written nowhere. A count that is left out is shown
    // as the task without it.
    const isSum = path.endsWith('.length') || path.endsWith('.steps');
    const isWritten = !isSum && /^(?:[\d.e+]+|Infinity|undefined)$/.test(found);
    return isWritten ? new Scanner(text.slice(place)).shown : found;
  }
}

function find(path: string, text: string): number | undefined {
  const search = new Search(path);
  read(text, search.track);
  return search.offset;
}
