// A remark plugin for claims: makes each mark above a paragraph, `{/* claim 22 */}`, an anchor that the table of claims
// leads to. What is drawn does not change: the anchors are empty.
import { relative } from 'node:path';
import type { Root, RootContent } from 'mdast';
import type { MdxJsxFlowElement } from 'mdast-util-mdx-jsx';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { anchorOf, markIn } from '../claims/marks.ts';

export function remarkClaims() {
  return (tree: Root, file: VFile) => {
    visit(tree, ['mdxFlowExpression', 'mdxTextExpression'], (node, index, parent) => {
      if (!('value' in node) || typeof node.value !== 'string') return;
      const place = `${relative(file.cwd, file.path)}:${node.position?.start.line}`;
      const mark = markIn(node.value, place);
      if (mark === null || index === undefined) return;
      if (parent !== tree || node.type !== 'mdxFlowExpression') {
        throw new Error(
          `${place}: found claim ${mark.numbers[0]} within something else; a line of its own above the paragraph would do, or, where that is hidden at first, above the <Predict>.`,
        );
      }
      tree.children[index] = anchors(mark.numbers) as RootContent;
    });
  };
}

function anchors(numbers: readonly number[]): MdxJsxFlowElement {
  return element(
    { class: 'claims' },
    numbers.map((number) => element({ id: anchorOf(number) }, [])),
  );
}

function element(
  attributes: Readonly<Record<string, string>>,
  children: MdxJsxFlowElement[],
): MdxJsxFlowElement {
  return {
    type: 'mdxJsxFlowElement',
    name: 'span',
    attributes: Object.entries(attributes).map(([name, value]) => ({
      type: 'mdxJsxAttribute',
      name,
      value,
    })),
    children,
  };
}
