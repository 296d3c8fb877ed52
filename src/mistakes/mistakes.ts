// Where authors' mistakes go: a build gathers them and tells all of them at its end; elsewhere the first is thrown.

/** One for all bundles of a build: what draws pages is not what reads chapters. */
const GATHERED = Symbol.for('interleave.mistakes');

const shared = globalThis as { [GATHERED]?: Set<string> };

/** From now on mistakes are gathered. */
export function gatherMistakes(): void {
  shared[GATHERED] ??= new Set();
}

/** Those that were told since they are gathered, each once, by file and line. */
export const gatheredMistakes = (): string[] =>
  [...(shared[GATHERED] ?? [])].sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));

/**
 * Tells mistakes, each with its place: "content/threads.mdx:41: found …".
 *
 * @param where the file that a development server shows, and the line in it
 * @throws Error with all of them where none are gathered
 */
export function tellMistakes(
  mistakes: readonly string[],
  where?: { readonly file: string; readonly line: number },
): void {
  const gathered = shared[GATHERED];
  if (gathered !== undefined) for (const mistake of mistakes) gathered.add(mistake);
  else if (mistakes.length > 0) {
    const error = new Error(mistakes.join('\n'));
    if (where === undefined) throw error;
    throw Object.assign(error, { line: where.line, column: 1, loc: { ...where, column: 1 } });
  }
}
