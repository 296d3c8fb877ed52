// Which tests show a claim: those whose titles end with its number, found in the sources of unit and browser tests.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { titleOf } from './marks.ts';

export interface ClaimTest {
  readonly numbers: readonly number[];
  /** What it checks: its title without the mark, after those of the groups that it stands in. */
  readonly title: string;
  /** From the root of the repository: "labs/interleaving/interleaving.test.ts". */
  readonly file: string;
  /** File and line. */
  readonly place: string;
  /** Whether it reads a figure or a table that a lab computes. */
  readonly readsFigures: boolean;
}

const FILES = ['src/**/*.test.{ts,tsx}', 'labs/**/*.test.ts', 'e2e/**/*.spec.ts'];

/** What reads a fact of a lab, or holds a documented timeline against its run. */
const READ_FIGURES = new Set([
  'fact',
  'facts',
  'factText',
  'factValue',
  'documentedTable',
  'expectRows',
]);

/** The calls that make a test, and those that make a group of tests. */
const MAKE_TEST = new Set(['test', 'it']);
const MAKE_GROUP = new Set(['describe', 'test.describe']);
/** A test that does not run shows nothing. */
const IDLE = new Set(['skip', 'skipIf', 'runIf', 'todo', 'fixme', 'fails', 'fail']);

/**
 * The tests that name claims, in the order of their files.
 *
 * @param root the repository
 * @throws Error naming file and line where a claim stands in the title of something that is no test, or is not run
 */
export function readTests(root: string): ClaimTest[] {
  return globSync(FILES, { cwd: root, exclude: (name) => name === 'node_modules' })
    .map((file) => file.replaceAll('\\', '/'))
    .sort()
    .flatMap((file) => testsIn(readFileSync(join(root, file), 'utf8'), file));
}

/** The tests of one file that name claims. @throws as `readTests` does */
export function testsIn(source: string, file: string): ClaimTest[] {
  if (!source.includes('[claim')) return [];
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true);
  const found: ClaimTest[] = [];
  const visit = (node: ts.Node, groups: readonly string[], idle: boolean) => {
    const made = ts.isCallExpression(node) ? madeBy(node) : null;
    if (made === null) {
      ts.forEachChild(node, (child) => visit(child, groups, idle));
      return;
    }
    const { line } = tree.getLineAndCharacterOfPosition(made.node.getStart(tree));
    const place = `${file}:${line + 1}`;
    const marked = titleOf(made.title, place);
    const rests = idle || made.idle;
    if (marked !== null) {
      if (made.group) {
        throw new Error(
          `${place}: found claims in the title of a group; in that of a test they would do.`,
        );
      }
      if (rests) {
        throw new Error(
          `${place}: found claims in the title of a test that does not run; one that runs would do.`,
        );
      }
      const title = [...groups, marked.said].join(' › ');
      const readsFigures = callsAny(made.node, READ_FIGURES);
      found.push({ numbers: marked.numbers, title, file, place, readsFigures });
    }
    const within = made.group ? [...groups, made.title] : groups;
    for (const child of made.node.arguments) visit(child, within, rests);
  };
  visit(tree, [], false);
  return found;
}

interface Made {
  readonly node: ts.CallExpression;
  readonly title: string;
  readonly group: boolean;
  readonly idle: boolean;
}

/** The test or group that a call makes: `test('…')`, `test.each(…)('…')`, `test.describe('…')`; null for other calls. */
function madeBy(node: ts.CallExpression): Made | null {
  const [first] = node.arguments;
  if (first === undefined || !ts.isStringLiteralLike(first)) return null;
  const table = ts.isCallExpression(node.expression) ? node.expression.expression : node.expression;
  const names = table.getText().split('.');
  const [maker = '', ...modifiers] = names;
  const group = MAKE_GROUP.has(maker) || MAKE_GROUP.has(names.slice(0, 2).join('.'));
  if (!group && !MAKE_TEST.has(maker)) return null;
  return { node, title: first.text, group, idle: modifiers.some((one) => IDLE.has(one)) };
}

/** Whether anything within calls one of these by name, alone or as a method. */
function callsAny(node: ts.Node, names: ReadonlySet<string>): boolean {
  const calls = (one: ts.Node): boolean => {
    if (ts.isCallExpression(one)) {
      const callee = ts.isPropertyAccessExpression(one.expression)
        ? one.expression.name
        : one.expression;
      if (ts.isIdentifier(callee) && names.has(callee.text)) return true;
    }
    return ts.forEachChild(one, calls) ?? false;
  };
  return calls(node);
}
