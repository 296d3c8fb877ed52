// The glossary, read from content/glossary.yaml and checked: terms, their forms, and the chapter that introduces each.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseFrontmatter } from '@astrojs/markdown-remark';
import { type Entry, readEntries, textOf } from '../yaml-entries.ts';

export interface Term {
  readonly term: string;
  /** The words that stand for it in a text: "core", "cores". */
  readonly forms: readonly string[];
  /** Other words that readers may have for it: they stand beside it, and searching finds it by them too. */
  readonly also: readonly string[];
  /** The id of the chapter that introduces it. */
  readonly chapter: string;
  readonly definition: string;
}

/** What the head of a chapter's file says of its place. */
export interface ChapterPlace {
  readonly number: number;
  /** Which of its chapter's pages it is, 1 where there is one alone. */
  readonly part: number;
  readonly title: string;
  /** Planned, not written yet. */
  readonly draft: boolean;
}

/** The fields of a chapter's head that are read here. */
interface Head {
  chapter: number;
  part: number;
  title: string;
  draft: boolean;
}

const FILE = 'glossary.yaml';
const FIELDS = ['term', 'forms', 'also', 'chapter', 'definition'];

/** The address of a term within the glossary's page: "round-trip". */
export const termId = (term: string) => term.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');

/**
 * The chapters of a content folder by id, read from the heads of their files.
 *
 * @param folder where chapters and glossary are: "content"
 */
export function readChapters(folder: string): ReadonlyMap<string, ChapterPlace> {
  const chapters = new Map<string, ChapterPlace>();
  for (const file of readdirSync(folder)) {
    const [, id] = /^(.+)\.mdx?$/.exec(file) ?? [];
    if (id === undefined) continue;
    const { frontmatter } = parseFrontmatter(readFileSync(join(folder, file), 'utf8'));
    const { chapter, part = 1, title = id, draft = false } = frontmatter as Partial<Head>;
    if (chapter === undefined) continue;
    chapters.set(id, { number: chapter, part, title, draft });
  }
  return chapters;
}

/**
 * The terms of a content folder's glossary, in the order written.
 *
 * @throws Error naming file, line, what was found and what would do, for the first entry that will not do
 */
export function readGlossary(folder: string): Term[] {
  const chapters = readChapters(folder);
  const owners = new Map<string, string>();
  return readEntries(join(folder, FILE), FIELDS).map((entry) => {
    const term = checkTerm(entry, chapters);
    for (const form of term.forms.map((one) => one.toLowerCase())) {
      const owner = owners.get(form);
      if (owner !== undefined) {
        throw new Error(
          `${entry.place}: found the form "${form}" of "${term.term}", but it is a form of "${owner}" too; leave it to one of them.`,
        );
      }
      owners.set(form, term.term);
    }
    return term;
  });
}

function checkTerm({ fields, place }: Entry, chapters: ReadonlyMap<string, ChapterPlace>): Term {
  const { term, forms, also = [], chapter, definition } = fields;
  const text = (name: string, value: unknown) => textOf(name, value, place);
  if (!Array.isArray(forms) || forms.length === 0) {
    throw new Error(
      `${place}: found ${JSON.stringify(forms)} as forms; a list of words would do, as [core, cores].`,
    );
  }
  if (!Array.isArray(also)) {
    throw new Error(
      `${place}: found ${JSON.stringify(also)} as also; a list of words would do, as [p95].`,
    );
  }
  const id = text('chapter', chapter);
  if (!chapters.has(id)) {
    const ids = [...chapters.keys()].join(', ');
    throw new Error(`${place}: found the chapter "${id}"; the chapters are ${ids}.`);
  }
  return {
    term: text('term', term),
    forms: forms.map((form) => text('a form', form)),
    also: also.map((word) => text('a word of also', word)),
    chapter: id,
    definition: text('definition', definition),
  };
}
