// Sentences about a trace: plain words whose figures and tasks a view can set apart or link.
import { type Nanos, toMs } from '../scenario/nanos.ts';

/** A piece of a sentence: words, a figure, or the name of the task that it speaks of (by index). */
export type Phrase =
  | string
  | { readonly figure: string }
  | { readonly task: number; readonly name: string };

/** A sentence, in reading order; the pieces bring their own spaces. */
export type Sentence = readonly Phrase[];

/** What the things in a trace are called in sentences. */
export interface Names {
  /** The name of each task, by index. */
  readonly tasks: readonly string[];
  /** What a waiting task waits for, with its article: "the database". */
  readonly awaited: string;
  /** What it asks for that, and what answers, where it is not what is awaited: "another machine", for an answer. */
  readonly asked?: string | undefined;
}

/** What a waiting task has asked, and what answers it. */
export const askedOf = ({ asked, awaited }: Names): string => asked ?? awaited;

/** The name of a task, as a piece of a sentence. */
export const named = (names: Names, task: number) => ({ task, name: names.tasks[task] as string });

/** A number, or one as it is written, with its thousands apart: "1,650.5". */
export function grouped(number: number | string): string {
  const text = String(number);
  // Most are small, and written by the thousand.
  return /\d{4}/.test(text)
    ? text.replace(/\d+/, (whole) => whole.replace(/\B(?=(?:\d{3})+$)/g, ','))
    : text;
}

/** A length of time as text, in ms with at most six decimals: "10 ms" (with a no-break space). */
export function milliseconds(duration: Nanos): string {
  return `${grouped(toMs(duration))}\u00a0ms`;
}

/** The sentence as plain text. */
export function toText(sentence: Sentence): string {
  return sentence
    .map((phrase) =>
      typeof phrase === 'string' ? phrase : 'figure' in phrase ? phrase.figure : phrase.name,
    )
    .join('');
}

/** Sets items in a row as English does: "A", "A and B", "A, B and C". */
export function enumerate(items: readonly Sentence[]): Sentence {
  return items.flatMap((item, i) => {
    if (i === 0) return item;
    return [i === items.length - 1 ? ' and ' : ', ', ...item];
  });
}

/** Names that may end in a number, in ascending order: "core 2", "cores 1 and 3", "cores 2 to 4"; others one by one. */
export function enumerateNumbered(names: readonly string[]): string {
  const parts = names.map((name) => /^(.*) (\d+)$/.exec(name));
  const stem = parts[0]?.[1];
  if (names.length < 2 || parts.some((part) => part === null || part[1] !== stem)) {
    return toText(enumerate(names.map((name) => [name])));
  }
  const stretches: { from: number; to: number }[] = [];
  for (const part of parts) {
    const number = Number(part?.[2]);
    const last = stretches.at(-1);
    if (last !== undefined && last.to === number - 1) last.to = number;
    else stretches.push({ from: number, to: number });
  }
  const numbers = stretches.flatMap(({ from, to }) => {
    if (to - from > 1) return [`${from} to ${to}`];
    return from === to ? [`${from}`] : [`${from}`, `${to}`];
  });
  return `${stem}s ${toText(enumerate(numbers.map((number) => [number])))}`;
}

/** What is said of several things, each by its name; of one alone, and of one without a name, that alone. */
export const eachByName = (
  all: readonly { readonly name: string; readonly said: Sentence }[],
): Sentence =>
  all.flatMap(({ name, said }, i) => {
    const before = `${i > 0 ? '; ' : ''}${name === '' ? '' : `${name}: `}`;
    return before === '' ? said : [before, ...said];
  });

/** The text with a capital first letter. */
export const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** The same sentence with a capital first letter. */
export function capitalise(sentence: Sentence): Sentence {
  const [first, ...rest] = sentence;
  if (first === undefined) return sentence;
  if (typeof first === 'string') return [capital(first), ...rest];
  return 'figure' in first ? sentence : [{ ...first, name: capital(first.name) }, ...rest];
}

/** Sentences one after the other, each with a capital first letter. */
export function inARow(...sentences: readonly Sentence[]): Sentence {
  return sentences.flatMap((sentence, i) =>
    i === 0 ? capitalise(sentence) : [' ', ...capitalise(sentence)],
  );
}
