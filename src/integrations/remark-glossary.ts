// A remark plugin for the glossary: links each term at its first use in a chapter, and stops the build where a term is
// used before the lesson introduces it.
import { basename, join, relative } from 'node:path';
import type { Paragraph, PhrasingContent, Root, Text } from 'mdast';
import type { MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import { toString as textOf } from 'mdast-util-to-string';
import type { VFile } from 'vfile';
import { readChapters, readGlossary, type Term, termId } from '../glossary/glossary.ts';

interface Options {
  /** The sub-path that the site is served from, "/" or "/x/". */
  readonly base: string;
}

/** Where a term is neither linked nor introduced: names, code, what links already, answers that are still hidden. */
const UNLINKED = new Set(['heading', 'code', 'inlineCode', 'link', 'mdxTextExpression']);
const HIDDEN = new Set(['Predict', 'Question']);
/** Elements that are a link themselves: one within another would be none. */
const LINKS = new Set(['SetLab', 'Verdict', 'a']);

type Node = {
  type: string;
  name?: string | null;
  children?: Node[];
  position?: { start: { line: number } };
};

export function remarkGlossary({ base }: Options) {
  return (tree: Root, file: VFile) => {
    const folder = join(file.cwd, 'content');
    const id = basename(file.path).replace(/\.mdx?$/, '');
    const chapters = readChapters(folder);
    const here = chapters.get(id);
    if (here === undefined) return;
    const terms = readGlossary(folder);
    const finder = new Finder(terms);
    const linked = new Set<Term>();
    const place = (line: number | undefined) => `${relative(file.cwd, file.path)}:${line}`;

    /** @param linking false where terms are only checked */
    const walk = (node: Node, linking: boolean, emphasised: boolean) => {
      if (UNLINKED.has(node.type) || node.children === undefined) return;
      const isOff = node.name != null && (HIDDEN.has(node.name) || LINKS.has(node.name));
      const open = linking && !isOff;
      const within = emphasised || node.type === 'emphasis';
      node.children = node.children.flatMap((child): Node[] => {
        if (child.type !== 'text') {
          walk(child, open, within);
          return [child];
        }
        const at = place(child.position?.start.line);
        return finder.split((child as unknown as Text).value).map(({ text, term }): Node => {
          const plain = { type: 'text', value: text } as Node;
          if (term === undefined || linked.has(term)) return plain;
          check(term, text, at, within);
          if (!open) return plain;
          linked.add(term);
          return linkTo(term, text, base) as unknown as Node;
        });
      });
    };
    const check = (term: Term, text: string, at: string, emphasised: boolean) => {
      const introduced = chapters.get(term.chapter) ?? here;
      if ((introduced.number - here.number || introduced.part - here.part) > 0) {
        throw new Error(
          `${at}: found "${text}", which chapter ${introduced.number} (${term.chapter}) introduces; say it in other words here, or let an earlier chapter introduce it in content/glossary.yaml.`,
        );
      }
      if (term.chapter === id && !emphasised) {
        throw new Error(
          `${at}: found "${text}" before this chapter introduces it; explain it at its first use, emphasised: *${text}*.`,
        );
      }
    };
    walk(tree as unknown as Node, true, false);
    const missing = terms.find((term) => term.chapter === id && !linked.has(term));
    if (missing !== undefined && textOf(tree).trim() !== '') {
      throw new Error(
        `${place(1)}: found no *${missing.forms[0]}*, which content/glossary.yaml says this chapter introduces; explain it in the text, emphasised, or name another chapter there.`,
      );
    }
  };
}

/** Finds the terms in a text: whole words, the longest form first, whatever the case of the first letter. */
class Finder {
  readonly #pattern: RegExp;
  readonly #terms = new Map<string, Term>();

  constructor(terms: readonly Term[]) {
    for (const term of terms) {
      for (const form of term.forms) this.#terms.set(lowered(form), term);
    }
    const forms = [...this.#terms.keys()].sort((a, b) => b.length - a.length);
    const either = forms.map(eitherCase).join('|');
    // A hyphen is part of a word: "IO" is not in "IO-bound".
    this.#pattern = new RegExp(`(?<![\\w-])(?:${either})(?![\\w-])`, 'g');
  }

  /** The text in pieces, those that are a term with it. */
  split(text: string): { text: string; term?: Term }[] {
    const pieces: { text: string; term?: Term }[] = [];
    let from = 0;
    for (const match of text.matchAll(this.#pattern)) {
      const term = this.#terms.get(lowered(match[0]));
      if (term === undefined) continue;
      if (match.index > from) pieces.push({ text: text.slice(from, match.index) });
      pieces.push({ text: match[0], term });
      from = match.index + match[0].length;
    }
    if (from < text.length) pieces.push({ text: text.slice(from) });
    return pieces;
  }
}

const lowered = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
const eitherCase = (form: string) =>
  `[${escaped(form.charAt(0))}${escaped(form.charAt(0).toUpperCase())}]${escaped(form.slice(1))}`;

/** The term as a link to its entry, with its definition beside it for whoever points at it or reaches it by keyboard. */
function linkTo({ term, definition }: Term, text: string, base: string): MdxJsxTextElement {
  const id = termId(term);
  const attributes = (given: Record<string, string>) =>
    Object.entries(given).map(([name, value]) => ({
      type: 'mdxJsxAttribute' as const,
      name,
      value,
    }));
  const element = (
    name: string,
    given: Record<string, string>,
    ...children: PhrasingContent[]
  ): MdxJsxTextElement => ({
    type: 'mdxJsxTextElement',
    name,
    attributes: attributes(given),
    children: children as Paragraph['children'],
  });
  return element(
    'span',
    { class: 'term' },
    element(
      'a',
      { href: `${base}glossary/#${id}`, 'aria-describedby': `term-${id}` },
      { type: 'text', value: text },
    ),
    element(
      'span',
      { class: 'tip', role: 'tooltip', id: `term-${id}`, 'data-pagefind-ignore': '' },
      { type: 'text', value: definition },
    ),
  );
}
