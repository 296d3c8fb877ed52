// Where the lesson makes its claims: the marks in its chapters, each with the heading above it and the labs that show it.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readChapters } from '../glossary/glossary.ts';
import { markIn } from './marks.ts';

export interface Place {
  readonly numbers: readonly number[];
  /** The id of the chapter. */
  readonly chapter: string;
  /** A chapter that is planned has no page. */
  readonly draft: boolean;
  /** The heading above it, or null at the beginning of a chapter. */
  readonly heading: string | null;
  /** The ids of the labs that show it: those that the mark names, else those of its section. */
  readonly labs: readonly string[];
  /** File and line: "content/threads.mdx:34". */
  readonly place: string;
}

interface Section {
  readonly heading: string | null;
  /** The number of its first line, from 1. */
  readonly from: number;
  readonly lines: string[];
}

/**
 * The places of a content folder's chapters.
 *
 * @throws Error naming file and line of a mark that cannot be read
 */
export function readPlaces(folder: string): Place[] {
  const chapters = readChapters(folder);
  return globSync('*.mdx', { cwd: folder })
    .sort()
    .flatMap((name) => {
      const chapter = name.replace(/\.mdx$/, '');
      const file = join(folder, name);
      const places = sectionsOf(readFileSync(file, 'utf8')).flatMap((section) =>
        placesIn(section, file).map((one) => ({ ...one, chapter })),
      );
      const [stray] = places;
      const known = chapters.get(chapter);
      if (stray !== undefined && known === undefined) {
        throw new Error(
          `${stray.place}: found claim ${stray.numbers[0]} on a page that is no chapter; a chapter makes the lesson’s claims.`,
        );
      }
      return places.map((one) => ({ ...one, draft: known?.draft ?? false }));
    });
}

/** A chapter's source cut at its headings; what stands in a fence is no heading. */
function sectionsOf(source: string): Section[] {
  const sections: Section[] = [{ heading: null, from: 1, lines: [] }];
  let fenced = false;
  source.split(/\r?\n/).forEach((line, i) => {
    if (/^\s*```/.test(line)) fenced = !fenced;
    const [, heading] = (!fenced && /^#{2,4} (.+)$/.exec(line)) || [];
    if (heading === undefined) sections.at(-1)?.lines.push(line);
    else sections.push({ heading: heading.replaceAll(/[*`]/g, ''), from: i + 2, lines: [] });
  });
  return sections;
}

function placesIn(
  { heading, from, lines }: Section,
  file: string,
): Omit<Place, 'chapter' | 'draft'>[] {
  const shown = lines
    .join('\n')
    .matchAll(/<(?:Lab\s[^>]*?\bid|DocumentedTimeline\s[^>]*?\blab)="([^"]+)"/g);
  const own = [...new Set([...shown].map(([, id]) => id as string))];
  return lines.flatMap((line, i) => {
    const [, comment] = /^\s*\{(\/\*.*\*\/)\}\s*$/.exec(line) ?? [];
    if (comment === undefined) return [];
    const place = `${file}:${from + i}`;
    const mark = markIn(comment, place);
    if (mark === null) return [];
    return [
      { numbers: mark.numbers, heading, labs: mark.labs.length > 0 ? mark.labs : own, place },
    ];
  });
}
