// A remark plugin that puts each note beside the paragraph above it: around both, the note first, so that the style sheet
// can let it float beside that paragraph's first line, or stand below it. Read aloud it follows its paragraph.
import { relative } from 'node:path';
import type { Root } from 'mdast';
import type { MdxJsxAttribute } from 'mdast-util-mdx-jsx';
import type { VFile } from 'vfile';

interface Node {
  readonly type: string;
  readonly name?: string | null;
  attributes?: MdxJsxAttribute[];
  children?: Node[];
  readonly position?: { readonly start: { readonly line: number } };
}

const NOTE = 'InPractice';

/** Run it last: a term is linked, and explained, in the paragraph and not in its note. */
export function remarkNotes() {
  return (tree: Root, file: VFile) => {
    let count = 0;

    const place = (node: Node) => {
      const placed: Node[] = [];
      for (const child of node.children ?? []) {
        if (child.name !== NOTE) {
          place(child);
          placed.push(child);
          continue;
        }
        count += 1;
        const id = `note-${count}`;
        child.attributes?.push(attribute('id', id));
        placed.push(beside(placed.pop(), child, id));
      }
      if (node.children !== undefined) node.children = placed;
    };

    const beside = (above: Node | undefined, note: Node, id: string): Node => {
      if (above?.type === 'paragraph') return noted(note, above, id);
      const line = `${relative(file.cwd, file.path)}:${note.position?.start.line}`;
      throw new Error(
        `${line}: found <${NOTE}> below ${nameOf(above)}; right below the paragraph whose first sentence it belongs to would do.`,
      );
    };

    place(tree as unknown as Node);
  };
}

/** A note and its paragraph, which is read before it. */
const noted = (note: Node, paragraph: Node, id: string): Node => ({
  type: 'mdxJsxFlowElement',
  name: 'div',
  attributes: [attribute('class', 'noted'), attribute('aria-owns', id)],
  children: [note, paragraph],
});

const attribute = (name: string, value: string): MdxJsxAttribute => ({
  type: 'mdxJsxAttribute',
  name,
  value,
});

function nameOf(node: Node | undefined): string {
  if (node === undefined) return 'nothing';
  // What this plugin made of a paragraph that has a note already.
  if (node.name === 'div') return 'another note';
  return node.name == null ? `a ${node.type}` : `<${node.name}>`;
}
