// What is said of a text that is no scenario: the line and column, what was found there, what would do.
import { ScenarioError } from '../scenario/scenario-error.ts';

/** A text that will not do. Its path reads `line 3, column 8`; both count from 1, columns in characters. */
export class NotationError extends ScenarioError {
  override readonly name = 'NotationError';
  readonly line: number;
  readonly column: number;

  /** @param offset of the place in the text; @param shown what was found there, as text */
  constructor(text: string, offset: number, shown: string, allowed: string) {
    const { line, column } = placeOf(text, offset);
    super(`line ${line}, column ${column}`, undefined, allowed, shown);
    this.line = line;
    this.column = column;
  }
}

/** The line and column of an offset: lines end as the notation has it, but for `;`, which editors do not count. */
export function placeOf(text: string, offset: number): { line: number; column: number } {
  const lines = text.slice(0, offset).split(/\r\n|\r|\n/);
  return { line: lines.length, column: [...(lines.at(-1) as string)].length + 1 };
}
