// The path through the lesson: its chapters in order, written or only planned, read from their frontmatter.

/** What the path needs to know of an entry in content/. */
export interface ChapterEntry {
  readonly id: string;
  /** From the root of the repository, for errors. */
  readonly filePath?: string | undefined;
  readonly data: {
    readonly title: string;
    readonly chapter?: number | undefined;
    readonly sentence?: string | undefined;
    readonly draft?: boolean | undefined;
    readonly sidebar?: { readonly label?: string | undefined } | undefined;
  };
}

export interface Chapter {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  /** The title where there is little room: the entry's `sidebar.label`, else its title. */
  readonly shortTitle: string;
  readonly sentence: string;
  /** A planned chapter has a place in the path, but no page yet. */
  readonly written: boolean;
}

/** Words that a reader of technical prose takes in a minute. */
const WORDS_PER_MINUTE = 220;

/**
 * The chapters among entries, by number.
 *
 * @throws Error naming the files when two have one number, a number is left out, or a chapter has no sentence
 */
export function chaptersOf(entries: readonly ChapterEntry[]): Chapter[] {
  const files = new Map<number, string>();
  const chapters: Chapter[] = [];
  for (const entry of entries) {
    const { title, chapter: number, sentence, draft = false, sidebar } = entry.data;
    if (number === undefined) continue;
    const file = fileOf(entry);
    const other = files.get(number);
    if (other !== undefined) {
      throw new Error(
        `${other} and ${file}: found chapter: ${number} in both; give one of them another number.`,
      );
    }
    if (sentence === undefined) {
      throw new Error(
        `${file}: found a chapter without a sentence; add one for its row on the landing page, e.g. \`sentence: Two kinds of work.\``,
      );
    }
    files.set(number, file);
    const shortTitle = sidebar?.label ?? title;
    chapters.push({ id: entry.id, number, title, shortTitle, sentence, written: !draft });
  }
  chapters.sort((a, b) => a.number - b.number);
  const gap = chapters.findIndex(({ number }, i) => number !== i);
  if (gap !== -1) {
    const { number } = chapters[gap] as Chapter;
    throw new Error(
      `${files.get(number)}: found chapter: ${number}, but no chapter has the number ${gap}; number them 0, 1, 2 and so on.`,
    );
  }
  return chapters;
}

/**
 * The nearest written chapter on either side of one. Where none is written after it, the chapter planned next, so that
 * the reader knows what is to come.
 */
export function neighbours(chapters: readonly Chapter[], number: number) {
  const before = chapters.slice(0, number);
  const after = chapters.slice(number + 1);
  return {
    previous: before.findLast(({ written }) => written),
    next: after.find(({ written }) => written) ?? after[0],
  };
}

/** How long an entry takes to read, whole minutes, at least 1. `body` is its source. */
export function readingMinutes(body: string): number {
  const words = body
    .replace(/^import\b[^;]*;$/gm, '')
    .replace(/<[^>]*>|\{[^}]*\}/g, ' ')
    .match(/[\p{L}\p{N}]+/gu);
  return Math.max(1, Math.round((words?.length ?? 0) / WORDS_PER_MINUTE));
}

function fileOf({ id, filePath }: ChapterEntry): string {
  return filePath ?? `content/${id}`;
}
