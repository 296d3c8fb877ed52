// The command line: reads a scenario in the notation, simulates it, and prints what happened.
import { createReadStream, createWriteStream } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { toChromeTrace } from '../export/chrome-trace.ts';
import { toCsv } from '../export/csv.ts';
import { toJson } from '../export/json.ts';
import { LEAST_WIDTH, toTerminal } from '../export/terminal.ts';
import { parse } from '../notation/parse.ts';
import { toMs } from '../scenario/nanos.ts';
import { escaped } from '../scenario/quoted.ts';
import { ScenarioError } from '../scenario/scenario-error.ts';
import { simulate } from '../simulate.ts';
import type { Trace } from '../trace/trace.ts';
import { helpFor } from './help.ts';

const EXIT = { refused: 2, truncated: 3 } as const;
/** More than any scenario of the limits needs; a device file would else be read forever. */
const MOST_BYTES = 32 * 1024 * 1024;
const WIDTH_OF_A_PIPE = 100;
/** Characters that are written at a time. */
const CHUNK = 64 * 1024;
const EXAMPLE = join(import.meta.dirname, '..', 'examples', 'two-requests.txt');

/** Something that the caller has to put right: its message is for them. */
class Refusal extends Error {}

const OPTIONS = {
  help: { type: 'boolean', short: 'h' },
  json: { type: 'boolean' },
  csv: { type: 'boolean' },
  trace: { type: 'string' },
  width: { type: 'string' },
} as const;

function readArguments(args: string[]) {
  let parsed: ReturnType<typeof strictly>;
  try {
    parsed = strictly(args);
  } catch (error) {
    throw new Refusal(`${(error as Error).message.split('. ')[0]}. --help lists the options.`);
  }
  const { values, positionals, tokens } = parsed;
  const given = tokens.flatMap((token) => (token.kind === 'option' ? [token.name] : []));
  const twice = given.find((name, i) => given.indexOf(name) < i);
  if (twice !== undefined) throw new Refusal(`Found --${twice} twice; once would do.`);
  if (values.json && values.csv) {
    throw new Refusal('Found --json and --csv; one output at a time would do.');
  }
  if (values.width !== undefined && (values.json || values.csv)) {
    throw new Refusal('Found --width with --json or --csv; only the text has a width.');
  }
  return { ...values, files: positionals };
}

const strictly = (args: string[]) =>
  parseArgs({ args, options: OPTIONS, allowPositionals: true, tokens: true });

function widthOf(given: string | undefined): number {
  if (given === undefined) {
    return Math.max(process.stdout.isTTY ? process.stdout.columns : WIDTH_OF_A_PIPE, LEAST_WIDTH);
  }
  const width = Number(given);
  if (!/^\d+$/.test(given) || width < LEAST_WIDTH || width > 1000) {
    throw new Refusal(
      `--width: found ${JSON.stringify(given)}; a whole number of characters from ${LEAST_WIDTH} to 1000 would do.`,
    );
  }
  return width;
}

/** A file as the caller named it: npm runs a script in the package's folder, and INIT_CWD is where npm was called. */
const located = (file: string) => resolve(callersFolder(), file);

const callersFolder = () => process.env.INIT_CWD ?? process.cwd();

async function read(file: string): Promise<string> {
  const name = nameOf(file);
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of file === '-' ? process.stdin : createReadStream(located(file))) {
      bytes += chunk.length;
      if (bytes > MOST_BYTES) break;
      chunks.push(chunk as Buffer);
    }
  } catch (error) {
    throw new Refusal(`${name} cannot be read: ${(error as Error).message}.`);
  }
  if (bytes > MOST_BYTES) {
    throw new Refusal(
      `${name}: found more than ${MOST_BYTES} bytes; a scenario in the notation would do.`,
    );
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
    if (!text.includes('\0')) return text;
  } catch {
    // Not UTF-8: told below, as a text with a NUL is.
  }
  throw new Refusal(
    `${name}: found bytes that are no text; a scenario in the notation, as UTF-8, would do.`,
  );
}

const nameOf = (file: string) => (file === '-' ? 'standard input' : file);

function run(file: string, text: string): Trace {
  try {
    return simulate(parse(text));
  } catch (error) {
    if (error instanceof ScenarioError) throw new Refusal(`${nameOf(file)}: ${error.message}`);
    throw error;
  }
}

async function writeTrace(trace: Trace, to: string, from: string): Promise<void> {
  if (to === '' || to === '-' || located(to) === located(from)) {
    throw new Refusal(
      `--trace: found ${JSON.stringify(to)}; the name of a file to write would do.`,
    );
  }
  try {
    await pipeline(inChunks(toChromeTrace(trace)), createWriteStream(located(to)));
  } catch (error) {
    throw new Refusal(`--trace: ${to} cannot be written: ${(error as Error).message}.`);
  }
}

/** Pieces of a text put together: to write each by itself would take longer than to make it. */
function* inChunks(pieces: Iterable<string>): Generator<string> {
  let chunk = '';
  for (const piece of pieces) {
    chunk += piece;
    if (chunk.length < CHUNK) continue;
    yield chunk;
    chunk = '';
  }
  yield chunk;
}

/** Writes no faster than what is written is read: all of it together may have no room. */
async function print(pieces: Iterable<string>): Promise<void> {
  try {
    await pipeline(inChunks(pieces), process.stdout, { end: false });
  } catch (error) {
    if (!told.has(error)) throw error;
  }
}

async function main(args: string[]): Promise<void> {
  const { help, json, csv, trace: traceFile, width: asked, files } = readArguments(args);
  if (help) {
    await print([helpFor(relative(callersFolder(), EXAMPLE))]);
    return;
  }
  const width = widthOf(asked);
  const [file, ...rest] = files;
  if (file === undefined || rest.length > 0) {
    throw new Refusal(
      `Found ${files.length} files; one, or - for the standard input, would do. --help says more.`,
    );
  }
  const trace = run(file, await read(file));
  if (traceFile !== undefined) await writeTrace(trace, traceFile, file);
  const colour = Boolean(process.stdout.isTTY && !process.env.NO_COLOR);
  if (json) await print(line(toJson(trace)));
  else await print(csv ? toCsv(trace) : [toTerminal(trace, { width, colour })]);
  if (trace.truncated !== null) {
    const { reason, at } = trace.truncated;
    say(`${nameOf(file)}: the run was cut off at ${toMs(at)} ms. ${reason}`);
    process.exitCode = EXIT.truncated;
  }
}

function* line(pieces: Iterable<string>) {
  yield* pieces;
  yield '\n';
}

/** What is said repeats what was given: a file's name, an option, a system's message of it. */
const say = (message: string) => process.stderr.write(`simulate: ${escaped(message)}\n`);

/** What has been said of the output. */
const told = new Set<unknown>();

/** A reader that has seen enough, as `head` has, closes the pipe: no fault of anybody's. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  told.add(error);
  if (error.code === 'EPIPE') return;
  say(`The output cannot be written: ${error.message}.`);
  process.exitCode = EXIT.refused;
});

try {
  // The exit code is set, not exited with: what is still being written gets written.
  await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  say(error.message);
  process.exitCode = EXIT.refused;
}
