// A run as text for a terminal: its timeline, its figures, and what happened in a sentence or two.

import stringWidth from 'string-width';
import { totalsOf } from '../readers/metrics.ts';
import { toMs } from '../scenario/nanos.ts';
import type { Trace } from '../trace/trace.ts';
import { account, figures } from './figures.ts';
import { LETTERS, type TextRow, timeline } from './timeline.ts';

export interface TerminalOptions {
  /** Columns of a terminal a line; at least `LEAST_WIDTH`. */
  readonly width: number;
  /** Whether letters get the colours of a terminal's palette too. */
  readonly colour: boolean;
}

/** Below this there is no room for names and a timeline. */
export const LEAST_WIDTH = 40;

/** ECMA-48, 8.3.117 (SGR): blue, green, yellow, magenta, reverse; they follow the terminal's theme. */
const COLOURS: Readonly<Record<string, string>> = {
  [LETTERS.running]: '34',
  [LETTERS.waiting]: '32',
  [LETTERS.runnable]: '33',
  [LETTERS.queued]: '36',
  [LETTERS.blocked]: '35',
  [LETTERS.switching]: '7',
};

const LEGEND = [
  `${LETTERS.running} running`,
  `${LETTERS.waiting} waiting`,
  `${LETTERS.runnable} runnable`,
  `${LETTERS.queued} in line`,
  `${LETTERS.switching} switching`,
  `${LETTERS.blocked} blocked`,
  `${LETTERS.idle} idle`,
].join(', ');

/**
 * A trace as lines of text: a row a task and a row a core, the states by their letters, under an axis in ms; then the
 * legend, the metrics, and the sentence of `summarise`.
 */
export function toTerminal(trace: Trace, { width, colour }: TerminalOptions): string {
  const { column, axis, tasks, cores, hidden } = timeline(trace, width);
  const measured = totalsOf(trace);
  const plain = ({ name, cells }: TextRow) => `${name}${cells}`.trimEnd();
  const drawn = ({ name, cells }: TextRow) =>
    `${name}${colour ? coloured(cells) : cells}`.trimEnd();
  const lines = [
    ...axis.map(plain),
    ...tasks.map(drawn),
    ...more(hidden.tasks, 'task'),
    ...cores.map(drawn),
    ...more(hidden.cores, 'core'),
    '',
    ...wrapped(LEGEND, width),
    ...wrapped(
      `A column is ${toMs(column)} ms. It shows the state that takes most of it; of equals, the first.`,
      width,
    ),
    '',
    ...table(figures(trace, measured), width),
    '',
    ...account(trace).flatMap((sentences) => wrapped(sentences, width)),
  ];
  return `${lines.join('\n')}\n`;
}

const more = (count: number, of: string) =>
  count === 0 ? [] : [`… and ${count} more ${of}${count === 1 ? '' : 's'}`];

const coloured = (cells: string) =>
  cells.replace(/(\p{Lu})\1*/gu, (run) => `\u001b[${COLOURS[run.charAt(0)]}m${run}\u001b[0m`);

function table(rows: readonly [string, string][], width: number): string[] {
  const margin = Math.max(...rows.map(([term]) => stringWidth(term))) + 2;
  return rows.flatMap(([term, text]) =>
    wrapped(text, Math.max(width - margin, LEAST_WIDTH / 2)).map(
      (line, i) =>
        (i === 0 ? term + ' '.repeat(margin - stringWidth(term)) : ' '.repeat(margin)) + line,
    ),
  );
}

/** Breaks a text at spaces; a word that is longer than a line has one of its own. */
function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && stringWidth(line) + 1 + stringWidth(word) > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}
