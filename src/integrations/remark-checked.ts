// A remark plugin for what the build checks: tells the elements that quote a lab their file and line, hands a lab that
// waits for a prediction what that asks about, and reads the table inside a <DocumentedTimeline>.
import { relative } from 'node:path';
import type { Root, RootContent, Table, TableRow } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import { toString as textOf } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import type { StatedTable } from '../lab-kit/documented.ts';

const CHECKED = new Set([
  'Lab',
  'Fact',
  'DocumentedTimeline',
  'Predict',
  'Question',
  'Recording',
  'Exercise',
  'SetLab',
  'After',
  'Topic',
  'Cards',
  'Verdict',
]);

type Element = MdxJsxFlowElement | MdxJsxTextElement;

const isElement = (node: { type: string }): node is Element =>
  node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';

/** A prediction of this chapter, as a lab that waits for it must know it. */
interface Asked {
  readonly lab: string | undefined;
  readonly preset: string | undefined;
}

/** The attributes that name a prediction, by the element that has them. */
const AWAITS: Readonly<Record<string, string>> = { Lab: 'predict', After: 'prediction' };

export function remarkChecked() {
  return (tree: Root, file: VFile) => {
    const name = relative(file.cwd, file.path);
    const predictions = new Map<string, Asked>();
    visit(tree, (node) => {
      if (!isElement(node) || node.name !== 'Predict') return;
      const id = attribute(node, 'id');
      if (id === undefined) return;
      if (predictions.has(id)) {
        throw new Error(
          `${name}:${node.position?.start.line}: found id="${id}" again; each prediction has its own.`,
        );
      }
      predictions.set(id, { lab: attribute(node, 'lab'), preset: attribute(node, 'preset') });
    });
    visit(tree, (node) => {
      if (!isElement(node) || node.name === null || !CHECKED.has(node.name)) return;
      const place = `${name}:${node.position?.start.line}`;
      set(node, 'place', place);
      const awaits = AWAITS[node.name];
      const asked = awaits === undefined ? undefined : awaited(node, awaits, predictions, place);
      if (node.name === 'Lab' && asked !== undefined) {
        const lab = attribute(node, 'id');
        if (asked.lab !== lab) {
          throw new Error(
            `${place}: found a prediction about lab ${asked.lab} at lab ${lab}; one about the lab itself would do.`,
          );
        }
        if (asked.preset !== undefined) set(node, 'asked', asked.preset);
      }
      if (node.name === 'DocumentedTimeline') {
        set(node, 'stated', JSON.stringify(tableOf(node, name, place)));
        node.children = [];
      }
    });
  };
}

/**
 * The prediction that an element waits for, or undefined when it waits for none.
 *
 * @throws Error naming those of the chapter when it has none of this id
 */
function awaited(
  node: Element,
  name: string,
  predictions: ReadonlyMap<string, Asked>,
  place: string,
): Asked | undefined {
  const id = attribute(node, name) ?? (node.name === 'After' ? '' : undefined);
  if (id === undefined) return undefined;
  const asked = predictions.get(id);
  if (asked !== undefined) return asked;
  const known = [...predictions.keys()].map((one) => `"${one}"`).join(', ') || 'none';
  throw new Error(
    `${place}: found ${name}="${id}"; the id of a <Predict> of this chapter would do: ${known}.`,
  );
}

/** What is written as an attribute's text; undefined where it has none. */
function attribute({ attributes }: Element, name: string): string | undefined {
  const found = attributes.find((one) => one.type === 'mdxJsxAttribute' && one.name === name);
  return typeof found?.value === 'string' ? found.value : undefined;
}

function set(node: Element, name: string, value: string) {
  node.attributes.push({ type: 'mdxJsxAttribute', name, value });
}

/** The table in an element, with the place of each row. @throws Error when there is none */
function tableOf(node: Element, file: string, place: string): StatedTable {
  const table = (node.children as RootContent[]).find(
    (child): child is Table => child.type === 'table',
  );
  const [head, ...rows] = table?.children ?? [];
  if (head === undefined) {
    throw new Error(
      `${place}: found no table in <DocumentedTimeline>; one with the heads of a table of the lab would do, such as | task | state | from | to |.`,
    );
  }
  const cellsOf = (row: TableRow) => row.children.map((cell) => textOf(cell).trim());
  return {
    heads: cellsOf(head),
    rows: rows.map((row) => ({
      cells: cellsOf(row),
      place: `${file}:${row.position?.start.line}`,
    })),
  };
}
