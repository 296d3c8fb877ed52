// A remark plugin that keeps a number and its unit on one line, so that authors need not think of it.
import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';

export function remarkUnits() {
  return (tree: Root) => {
    visit(tree, 'text', (node) => {
      node.value = node.value.replace(
        /(\d) (ms|s|GB|MB|GiB|MiB|KiB|kB|km|million|billion)\b/g,
        '$1\u00a0$2',
      );
    });
  };
}
