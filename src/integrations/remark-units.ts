// A remark plugin that keeps a number and its unit on one line, so that authors need not think of it.
import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { keepTogether } from '../typography.ts';

export function remarkUnits() {
  return (tree: Root) => {
    visit(tree, 'text', (node) => {
      node.value = keepTogether(node.value);
    });
  };
}
