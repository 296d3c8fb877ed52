// Finds answers that can be read before their question is answered.
import { figuresIn, sameFigure } from './figures.ts';
import type { AskedQuestion } from './read-page.ts';

/** How much of the text around a figure is quoted, letters on each side. */
const QUOTED = 40;

/** A sentence for each question whose right figure stands before it, and for each `given` that allows nothing. */
export const spoilers = (questions: readonly AskedQuestion[]): string[] =>
  questions.flatMap((question) => {
    const found = whereSaid(question);
    const { place, figure, given } = question;
    if (figure === null) return [];
    if (given !== null) {
      return found.length > 0
        ? []
        : [
            `${place}: found given, but the answer, ${figure}, cannot be read before the question is answered.`,
          ];
    }
    if (found.length === 0) return [];
    return [
      `${place}: found the answer, ${figure}, in ${found.join('; ')}; it can be read before the question is answered: ask about other numbers, put what is below into <After>, or say why it may stand there: given="…".`,
    ];
  });

/** Where the right figure of a question stands before it, each place once, with a quote. */
export function whereSaid({ figure, before }: AskedQuestion): string[] {
  const [answer] = figuresIn(figure ?? '');
  if (answer === undefined) return [];
  const found = new Map<string, string>();
  for (const { text, where } of before) {
    if (found.has(where)) continue;
    const same = figuresIn(text).find((one) => sameFigure(one, answer));
    if (same !== undefined) found.set(where, quote(text, same.at));
  }
  return [...found].map(([where, text]) => `${where}: “${text}”`);
}

function quote(text: string, at: number): string {
  const [from, to] = [Math.max(0, at - QUOTED), at + QUOTED];
  return `${from > 0 ? '…' : ''}${text.slice(from, to).trim()}${to < text.length ? '…' : ''}`;
}
