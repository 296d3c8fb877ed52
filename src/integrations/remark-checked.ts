// A remark plugin for what the build checks: tells the elements that quote a lab their file and line, and reads the
// table inside a <DocumentedTimeline>.
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
]);

type Element = MdxJsxFlowElement | MdxJsxTextElement;

const isElement = (node: { type: string }): node is Element =>
  node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';

export function remarkChecked() {
  return (tree: Root, file: VFile) => {
    const name = relative(file.cwd, file.path);
    const predictions = new Set<string>();
    visit(tree, (node) => {
      const id = isElement(node) && node.name === 'Predict' ? attribute(node, 'id') : undefined;
      if (id !== undefined) predictions.add(id);
    });
    visit(tree, (node) => {
      if (!isElement(node) || node.name === null || !CHECKED.has(node.name)) return;
      const place = `${name}:${node.position?.start.line}`;
      set(node, 'place', place);
      const awaited = node.name === 'Lab' ? attribute(node, 'predict') : undefined;
      if (awaited !== undefined && !predictions.has(awaited)) {
        const known = [...predictions].map((id) => `"${id}"`).join(', ') || 'none';
        throw new Error(
          `${place}: found predict="${awaited}"; the id of a <Predict> of this chapter would do: ${known}.`,
        );
      }
      if (node.name === 'DocumentedTimeline') {
        set(node, 'stated', JSON.stringify(tableOf(node, name, place)));
        node.children = [];
      }
    });
  };
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
