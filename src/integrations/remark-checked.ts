// A remark plugin for what the build checks: tells the elements that quote a lab their file and line, and reads the
// table inside a <DocumentedTimeline> into rows.
import { relative } from 'node:path';
import type { Root, RootContent, Table } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import { toString as textOf } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';

const CHECKED = new Set([
  'Lab',
  'Fact',
  'DocumentedTimeline',
  'Predict',
  'Question',
  'Recording',
  'Exercise',
]);
const COLUMNS = ['task', 'state', 'from', 'to'];

type Element = MdxJsxFlowElement | MdxJsxTextElement;

const isElement = (node: { type: string }): node is Element =>
  node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';

export function remarkChecked() {
  return (tree: Root, file: VFile) => {
    const name = relative(file.cwd, file.path);
    visit(tree, (node) => {
      if (!isElement(node) || node.name === null || !CHECKED.has(node.name)) return;
      const place = `${name}:${node.position?.start.line}`;
      set(node, 'place', place);
      if (node.name === 'DocumentedTimeline') {
        set(node, 'rows', JSON.stringify(rowsOf(node, name, place)));
        node.children = [];
      }
    });
  };
}

function set(node: Element, name: string, value: string) {
  node.attributes.push({ type: 'mdxJsxAttribute', name, value });
}

/** The rows of the table in an element. @throws Error when there is no table, or not of these columns */
function rowsOf(node: Element, file: string, place: string) {
  const table = (node.children as RootContent[]).find(
    (child): child is Table => child.type === 'table',
  );
  const wanted = `| ${COLUMNS.join(' | ')} |`;
  if (table === undefined) {
    throw new Error(
      `${place}: found no table in <DocumentedTimeline>; write one with the head ${wanted}.`,
    );
  }
  const [head, ...rows] = table.children;
  const heads = head?.children.map((cell) => textOf(cell)) ?? [];
  if (heads.join() !== COLUMNS.join()) {
    throw new Error(`${place}: found the columns ${heads.join(', ')}; the head must be ${wanted}.`);
  }
  return rows.map((row) => {
    const [task, state, from, to] = row.children.map((cell) => textOf(cell).trim());
    return {
      task,
      state,
      from: Number(from),
      to: Number(to),
      place: `${file}:${row.position?.start.line}`,
    };
  });
}
