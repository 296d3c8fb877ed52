// Cuts a text into words, quoted names and marks, one at a time.
import { show } from '../scenario/scenario-error.ts';
import { NotationError } from './notation-error.ts';

/** A word is anything without spaces, control characters and marks; a name stands in quotes; a line ends with its text, or with `;`. */
export type TokenKind = 'word' | 'name' | ':' | ',' | '(' | ')' | 'end of line' | 'end of text';

const SPACES_AND_COMMENT = /(?:[^\S\r\n]+|#[^\r\n;]*)*/y;
const WORD = /[^\s\p{Cc}\p{Bidi_Control}\p{Cs}:,()";#]+/uy;
const LINE_END = /\r\n|[\r\n;]/y;

/** Whether a text is read as one word, without quotes. */
export const isWord = (text: string) => text !== '' && skip(WORD, text, 0) === text.length;

/** Stands at one token, and goes on to the next when it is told to. */
export class Scanner {
  readonly text: string;
  kind: TokenKind = 'end of line';
  /** The word as it is written, or the name that is meant. */
  value = '';
  /** Where the token begins and ends in the text. */
  start = 0;
  end = 0;

  /** @throws NotationError when the first token is none */
  constructor(text: string) {
    this.text = text;
    this.advance();
  }

  /** @throws NotationError for a control character, and for quotes that are not closed, or hold no name */
  advance(): void {
    const { text } = this;
    this.start = skip(SPACES_AND_COMMENT, text, this.end);
    this.end = skip(WORD, text, this.start);
    if (this.end > this.start) {
      this.kind = 'word';
      this.value = text.slice(this.start, this.end);
      return;
    }
    const mark = text[this.start];
    if (mark === undefined) {
      this.kind = 'end of text';
    } else if (mark === '"') {
      this.#quoted();
    } else if (mark === ':' || mark === ',' || mark === '(' || mark === ')') {
      this.kind = mark;
      this.end = this.start + 1;
    } else {
      this.kind = 'end of line';
      this.end = skip(LINE_END, text, this.start);
      if (this.end === this.start) this.#refuseSign();
    }
  }

  get isAtEnd(): boolean {
    return this.kind === 'end of line' || this.kind === 'end of text';
  }

  /** Goes back to a token that began at this offset. */
  backTo(start: number): void {
    this.end = start;
    this.advance();
  }

  /** Refuses the token that it stands at. */
  refuse(allowed: string): never {
    throw new NotationError(this.text, this.start, this.shown, allowed);
  }

  /** The token as errors show it. */
  get shown(): string {
    return this.isAtEnd ? `the ${this.kind}` : show(this.text.slice(this.start, this.end));
  }

  /** It stands at what is no part of a word, and no mark. */
  #refuseSign(): never {
    this.kind = 'word';
    this.end = this.start + 1;
    this.refuse(
      'a word without control characters, or a name in quotes with them written as in JSON,',
    );
  }

  #quoted(): void {
    this.kind = 'name';
    this.end = closing(this.text, this.start);
    if (this.end === this.start) {
      this.end += 1;
      this.refuse('a name in quotes that are closed on the same line');
    }
    try {
      this.value = JSON.parse(this.text.slice(this.start, this.end));
    } catch {
      this.refuse('a name in quotes, written as in JSON,');
    }
  }
}

/** The offset behind what a sticky pattern matches at `from`; `from` itself when it does not. */
function skip(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.test(text) ? pattern.lastIndex : from;
}

/**
 * The offset behind the quote that closes the one at `from`; `from` itself when none does on its line. A pattern would
 * overflow on a name of some millions of characters.
 */
function closing(text: string, from: number): number {
  for (let at = from + 1; ; at += 1) {
    if (text[at] === '"') return at + 1;
    if (text[at] === '\\') at += 1;
    if (at >= text.length || text[at] === '\n' || text[at] === '\r') return from;
  }
}
