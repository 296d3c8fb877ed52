// The path through the lesson: its chapters in order, written or only planned, read from their frontmatter.

/** What the path needs to know of an entry in content/. */
export interface ChapterEntry {
  readonly id: string;
  readonly data: {
    readonly title: string;
    readonly chapter?: number | undefined;
    readonly sentence?: string | undefined;
    readonly draft?: boolean | undefined;
  };
}

export interface Chapter {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly sentence: string;
  /** A planned chapter has a place in the path, but no page yet. */
  readonly written: boolean;
}

/** Words that a reader of technical prose takes in a minute. */
const WORDS_PER_MINUTE = 220;

/**
 * The chapters among entries, by number.
 *
 * @throws Error naming the files when two have one number, or a number is missing
 */
export function chaptersOf(entries: readonly ChapterEntry[]): Chapter[] {
  const chapters = entries
    .flatMap(({ id, data: { chapter, title, sentence = '', draft = false } }): Chapter[] =>
      chapter === undefined ? [] : [{ id, number: chapter, title, sentence, written: !draft }],
    )
    .sort((a, b) => a.number - b.number);
  chapters.forEach(({ number, id }, i) => {
    const before = chapters[i - 1];
    if (before?.number === number) {
      throw new Error(
        `content/${before.id}.mdx and content/${id}.mdx: found chapter: ${number} in both; give one of them another number.`,
      );
    }
    if (number !== i) {
      throw new Error(
        `content/${id}.mdx: found chapter: ${number}, but no chapter has the number ${i}.`,
      );
    }
  });
  return chapters;
}

/** The chapter before and the one after, where there is one. */
export function neighbours(chapters: readonly Chapter[], number: number) {
  return { previous: chapters[number - 1], next: chapters[number + 1] };
}

/** How long an entry takes to read, whole minutes, at least 1. `body` is its source. */
export function readingMinutes(body: string): number {
  const words = body
    .replace(/^import .*$/gm, '')
    .replace(/<[^>]*>|\{[^}]*\}/g, ' ')
    .match(/[\p{L}\p{N}]+/gu);
  return Math.max(1, Math.round((words?.length ?? 0) / WORDS_PER_MINUTE));
}
