// A YAML file that is a list of entries, each with its line, so that what is wrong with one can be told where it stands.
import { readFileSync } from 'node:fs';
import { LineCounter, parseDocument } from 'yaml';

export interface Entry {
  readonly fields: Readonly<Record<string, unknown>>;
  /** Where it stands: "content/glossary.yaml:12". */
  readonly place: string;
}

/**
 * The entries of a file, in the order written.
 *
 * @param known the fields that an entry may have
 * @throws Error naming file, line, what was found and what would do
 */
export function readEntries(file: string, known: readonly string[]): Entry[] {
  const counter = new LineCounter();
  const document = parseDocument(readFileSync(file, 'utf8'), { lineCounter: counter });
  const [error] = document.errors;
  if (error !== undefined) throw new Error(`${file}: ${error.message}`);
  const entries: unknown = document.toJS();
  if (!Array.isArray(entries)) {
    throw new Error(`${file}: found no list; write a list of entries with ${known.join(', ')}.`);
  }
  return entries.map((entry: unknown, i) => {
    const node = document.getIn([i], true) as { range?: [number] } | undefined;
    const place = `${file}:${counter.linePos(node?.range?.[0] ?? 0).line}`;
    if (typeof entry !== 'object' || entry === null) {
      throw new Error(
        `${place}: found ${JSON.stringify(entry)}; an entry has ${known.join(', ')}.`,
      );
    }
    const unknown = Object.keys(entry).find((field) => !known.includes(field));
    if (unknown !== undefined) {
      throw new Error(`${place}: found the field "${unknown}"; an entry has ${known.join(', ')}.`);
    }
    return { fields: entry as Record<string, unknown>, place };
  });
}

/** A field's text. @throws Error where it is none, or empty */
export function textOf(name: string, value: unknown, place: string): string {
  if (typeof value === 'string' && value.trim() !== '') return value.trim();
  throw new Error(`${place}: found ${JSON.stringify(value)} as ${name}; a text would do.`);
}
