// The elements of a chapter as its parser gives them, and the values that are written at them.
import type { Program } from 'estree';
import type { MdxJsxAttribute, MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';

export type Element = MdxJsxFlowElement | MdxJsxTextElement;

/** A value that is worked out, which nobody knows before the page is drawn. */
export const WORKED_OUT = Symbol('worked out');

export const isElement = (node: { type: string }): node is Element =>
  node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';

/** A chapter's imports, as they were parsed. */
export interface Imports {
  readonly type: 'mdxjsEsm';
  readonly data?: { readonly estree?: Program | null };
}

/** Of a parsed program what values are read from. */
interface Syntax {
  readonly type: string;
  readonly [part: string]: unknown;
}

/** The value of an attribute. A name alone stands for true. */
export function writtenValue({ value }: MdxJsxAttribute): unknown {
  if (value === null || value === undefined) return true;
  if (typeof value === 'string') return value;
  const [statement] = (value.data?.estree?.body ?? []) as unknown as Syntax[];
  return read(statement?.expression as Syntax | undefined);
}

function read(node: Syntax | null | undefined): unknown {
  switch (node?.type) {
    case 'Literal':
      return node.value;
    case 'TemplateLiteral': {
      const quasis = node.quasis as { value: { cooked: string } }[];
      return quasis.length === 1 ? quasis[0]?.value.cooked : WORKED_OUT;
    }
    case 'UnaryExpression': {
      const value = read(node.argument as Syntax);
      return node.operator === '-' && typeof value === 'number' ? -value : WORKED_OUT;
    }
    case 'ArrayExpression':
      return (node.elements as Syntax[]).map(read);
    case 'ObjectExpression':
      return Object.fromEntries((node.properties as Syntax[]).map(field));
    default:
      return WORKED_OUT;
  }
}

function field(property: Syntax): [string, unknown] {
  const key = property.key as Syntax | undefined;
  if (property.type !== 'Property' || property.computed) return ['…', WORKED_OUT];
  return [String(key?.name ?? key?.value), read(property.value as Syntax)];
}

/** What is written as an attribute's text; undefined where it has none. */
export function textOf({ attributes }: Element, name: string): string | undefined {
  const found = attributes.find((one) => one.type === 'mdxJsxAttribute' && one.name === name);
  return typeof found?.value === 'string' ? found.value : undefined;
}

export function setText({ attributes }: Element, name: string, value: string): void {
  attributes.push({ type: 'mdxJsxAttribute', name, value });
}

/** Leaves an element with a mistake out of its page, which is told and has no other consequence. */
export function leaveOut(node: Element): void {
  node.data = Object.assign(node.data ?? {}, { leftOut: true });
}

export const isLeftOut = ({ data }: { data?: unknown }): boolean =>
  (data as { leftOut?: boolean } | undefined)?.leftOut === true;
