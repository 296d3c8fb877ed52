// A remark plugin that holds the props of every component against its declaration: unknown ones, misspelt, missing, twice,
// or of the wrong type.
import type { Root } from 'mdast';
import type { MdxJsxAttribute } from 'mdast-util-mdx-jsx';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { PROPS } from '../components/props.ts';
import { meant } from '../mistakes/nearest.ts';
import { wrongWith } from '../mistakes/shape.ts';
import {
  type Element,
  type Imports,
  isElement,
  leaveOut,
  WORKED_OUT,
  writtenValue,
} from './mdx-elements.ts';

/** Where a mistake stands. */
type Position = Element['position'];

export function remarkProps() {
  return (tree: Root, file: VFile) => {
    const imported = new Set<string>();
    visit(tree, 'mdxjsEsm', (node: Imports) => {
      for (const statement of node.data?.estree?.body ?? []) {
        if (statement.type !== 'ImportDeclaration') continue;
        for (const { local } of statement.specifiers) imported.add(local.name);
      }
    });
    visit(tree, (node) => {
      if (!isElement(node) || node.name === null || !/^[A-Z]/.test(node.name)) return;
      const tell = (said: string, place: Position = node.position) => {
        file.message(said, place);
        leaveOut(node);
      };
      const shapes = PROPS.get(node.name);
      if (shapes === undefined) {
        const near = meant(node.name, [...PROPS.keys()]);
        tell(`found <${node.name}>; ${near}src/components/props.ts declares those that there are.`);
        return;
      }
      if (!imported.has(node.name)) {
        tell(
          `found <${node.name}>, which is not imported; import ${node.name} from '../src/components/${node.name}.astro'; at the top would do.`,
        );
        return;
      }
      const owner = `<${node.name}>`;
      const attributes = new Map<string, MdxJsxAttribute>();
      for (const attribute of node.attributes) {
        if (attribute.type !== 'mdxJsxAttribute') {
          tell(`${owner}: found {${attribute.value}}; each prop by its name would do.`);
        } else if (attributes.has(attribute.name)) {
          tell(`${owner}: found ${attribute.name} twice; once would do.`, attribute.position);
        } else attributes.set(attribute.name, attribute);
      }
      const value: Record<string, unknown> = {};
      for (const [name, attribute] of attributes) {
        value[name] = writtenValue(attribute);
        if (value[name] !== WORKED_OUT) continue;
        tell(
          `${owner}: found ${source(file, attribute)}, which is worked out; a value as it is would do, so that it can be checked.`,
          attribute.position,
        );
        return;
      }
      const written = ([name, ...rest]: readonly PropertyKey[], found: unknown) =>
        rest.length === 0
          ? source(file, attributes.get(String(name)))
          : `${String(rest.at(-1))}: ${JSON.stringify(found)} in ${String(name)}`;
      for (const { path, said } of wrongWith(shapes, value, { owner, written })) {
        const [name] = path;
        tell(said, attributes.get(String(name))?.position ?? node.position);
      }
    });
  };
}

/** The most of an attribute that a mistake quotes. */
const QUOTED = 60;

/** An attribute as it was written, on one line. */
function source(file: VFile, attribute: MdxJsxAttribute | undefined): string {
  const { start, end } = attribute?.position ?? {};
  const text = String(file).slice(start?.offset, end?.offset).replaceAll(/\s+/g, ' ');
  return text.length > QUOTED ? `${text.slice(0, QUOTED)}…` : text;
}
