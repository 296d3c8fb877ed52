// The path through the lesson: its chapters in order, written or only planned, read from their frontmatter.

/** What the path needs to know of an entry in content/. */
export interface ChapterEntry {
  readonly id: string;
  /** From the root of the repository, for errors. */
  readonly filePath?: string | undefined;
  readonly data: {
    readonly title: string;
    readonly chapter?: number | undefined;
    readonly part?: number | undefined;
    readonly sentence?: string | undefined;
    readonly draft?: boolean | undefined;
    readonly end?: true | undefined;
    readonly sidebar?: { readonly label?: string | undefined } | undefined;
  };
}

export interface Chapter {
  readonly id: string;
  readonly number: number;
  /** Which of its chapter's pages it is, where there are several: 1, 2 and so on; else null. */
  readonly part: number | null;
  /** Its place in the path: "4", or "4.2" for the second part of chapter 4. */
  readonly place: string;
  readonly title: string;
  /** The title where there is little room: the entry's `sidebar.label`, else its title. */
  readonly shortTitle: string;
  readonly sentence: string;
  /** A planned chapter has a place in the path, but no page yet. */
  readonly written: boolean;
}

/** Words that a reader of technical prose takes in a minute. */
const WORDS_PER_MINUTE = 220;
/** Minutes for a lab that is tried, and for a prediction or a question that is thought about. */
const PER_LAB = 2;
const PER_QUESTION = 0.5;

/**
 * The chapters among entries, by number and part.
 *
 * @throws Error naming the files when two have one number and part, one of them is left out, or a chapter has no sentence
 */
export function chaptersOf(entries: readonly ChapterEntry[]): Chapter[] {
  const found = entries.flatMap((entry) => {
    const { chapter: number, part = 1 } = entry.data;
    return number === undefined ? [] : [{ entry, number, part }];
  });
  found.sort((one, other) => one.number - other.number || one.part - other.part);
  return found.map(({ entry, number, part }, i) => {
    checkPlace(found[i - 1], { entry, number, part });
    const { title, sentence, draft = false, sidebar } = entry.data;
    if (sentence === undefined) {
      throw new Error(
        `${fileOf(entry)}: found a chapter without a sentence; add one for its row on the landing page, e.g. \`sentence: Two kinds of work.\``,
      );
    }
    const isWhole = part === 1 && found[i + 1]?.number !== number;
    return {
      id: entry.id,
      number,
      part: isWhole ? null : part,
      place: isWhole ? `${number}` : `${number}.${part}`,
      title,
      shortTitle: sidebar?.label ?? title,
      sentence,
      written: !draft,
    };
  });
}

interface Placed {
  readonly entry: ChapterEntry;
  readonly number: number;
  readonly part: number;
}

/** @throws Error where a chapter does not follow the one before it */
function checkPlace(before: Placed | undefined, { entry, number, part }: Placed): void {
  const file = fileOf(entry);
  const [previous, last] = [before?.number ?? -1, before?.part ?? 1];
  if (before !== undefined && number === previous && part === last) {
    throw new Error(
      `${fileOf(before.entry)} and ${file}: found ${inFrontmatter(number, part)} in both; give one of them another number, or make it the next part of the chapter: \`part: ${part + 1}\`.`,
    );
  }
  if (number > previous + 1) {
    throw new Error(
      `${file}: found chapter: ${number}, but no chapter has the number ${previous + 1}; number them 0, 1, 2 and so on.`,
    );
  }
  const next = number === previous ? last + 1 : 1;
  if (part !== next) {
    throw new Error(
      `${file}: found ${inFrontmatter(number, part)}, but chapter ${number} has no part ${next}; number its parts 1, 2 and so on.`,
    );
  }
}

const inFrontmatter = (number: number, part: number) =>
  part === 1 ? `chapter: ${number}` : `chapter: ${number} with part: ${part}`;

/**
 * The nearest written chapter on either side of one. Where none is written after it, the chapter planned next, so that
 * the reader knows what is to come.
 */
export function neighbours(chapters: readonly Chapter[], chapter: Chapter) {
  const place = chapters.indexOf(chapter);
  const before = chapters.slice(0, place);
  const after = chapters.slice(place + 1);
  return {
    previous: before.findLast(({ written }) => written),
    next: after.find(({ written }) => written) ?? after[0],
  };
}

/** The page that the last chapter leads to. @throws Error naming the files when there are several */
export function endOf(entries: readonly ChapterEntry[]): { id: string; title: string } | undefined {
  const ends = entries.filter(({ data }) => data.end);
  const [end] = ends;
  if (end === undefined) return undefined;
  if (ends.length > 1) {
    throw new Error(
      `${ends.map(fileOf).join(' and ')}: found end: true in each; one of them would do.`,
    );
  }
  return { id: end.id, title: end.data.title };
}

/**
 * How long an entry takes to read, to try its labs and to answer its questions: whole minutes, at least 1. A lab that
 * stands there twice counts once.
 *
 * @param body the entry's source
 */
export function readingMinutes(body: string): number {
  const words = body
    .replace(/^import\b[^;]*;$/gm, '')
    .replace(/<[^>]*>|\{[^}]*\}/g, ' ')
    .match(/[\p{L}\p{N}]+/gu);
  const labs = new Set(Array.from(body.matchAll(/^<Lab\s[^>]*?\bid="([^"]+)"/gm), ([, id]) => id));
  const questions = body.match(/^<(?:Predict|Question)\s/gm)?.length ?? 0;
  const minutes =
    (words?.length ?? 0) / WORDS_PER_MINUTE + labs.size * PER_LAB + questions * PER_QUESTION;
  return Math.max(1, Math.round(minutes));
}

function fileOf({ id, filePath }: ChapterEntry): string {
  return filePath ?? `content/${id}`;
}
