// The last remark plugin: tells the mistakes that those before it found in a chapter, and sees to it that those which its
// components find when they are drawn are told with the chapter's line.
import { relative } from 'node:path';
import type { Program } from 'estree';
import type { Root } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { tellMistakes } from '../mistakes/mistakes.ts';
import { type Imports, isElement, isLeftOut } from './mdx-elements.ts';

type Statement = Program['body'][number];

export function remarkTold() {
  return (tree: Root, file: VFile) => {
    const name = relative(file.cwd, file.path).replaceAll('\\', '/');
    const found = file.messages.map(({ line, reason }) => `${name}:${line ?? 1}: ${reason}`);
    tellMistakes(found, { file: file.path, line: file.messages[0]?.line ?? 1 });
    visit(tree, (node, index, parent) => {
      if (!isElement(node) || !isLeftOut(node) || index === undefined) return;
      parent?.children.splice(index, 1);
      return [SKIP, index];
    });
    wrapComponents(tree);
  };
}

/** Makes `import Fact from '…/Fact.astro'` one of a component that tells its mistakes. */
function wrapComponents(tree: Root) {
  const wrapped: Statement[] = [];
  visit(tree, 'mdxjsEsm', (node: Imports) => {
    for (const statement of node.data?.estree?.body ?? []) {
      if (statement.type !== 'ImportDeclaration') continue;
      if (!String(statement.source.value).endsWith('.astro')) continue;
      for (const { type, local } of statement.specifiers) {
        if (type !== 'ImportDefaultSpecifier') continue;
        const { name } = local;
        local.name = `${name}Untold`;
        wrapped.push(toldConstant(name, local.name));
      }
    }
  });
  if (wrapped.length === 0) return;
  const body = [IMPORT, ...wrapped];
  const estree = { type: 'Program', sourceType: 'module', body, comments: [] } as Program;
  tree.children.unshift({ type: 'mdxjsEsm', value: '', data: { estree } });
}

const identifier = (name: string) => ({ type: 'Identifier', name }) as const;

/** `import { told } from '/src/components/told.ts';` */
const IMPORT = {
  type: 'ImportDeclaration',
  specifiers: [
    { type: 'ImportSpecifier', imported: identifier('told'), local: identifier('told') },
  ],
  source: { type: 'Literal', value: '/src/components/told.ts', raw: "'/src/components/told.ts'" },
  attributes: [],
} as Statement;

/** `const Fact = told(FactUntold);` */
const toldConstant = (name: string, inner: string) =>
  ({
    type: 'VariableDeclaration',
    kind: 'const',
    declarations: [
      {
        type: 'VariableDeclarator',
        id: identifier(name),
        init: {
          type: 'CallExpression',
          callee: identifier('told'),
          arguments: [identifier(inner)],
          optional: false,
        },
      },
    ],
  }) as Statement;
