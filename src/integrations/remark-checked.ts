// A remark plugin for what the build checks: tells the elements that quote a lab their file and line, hands a lab that
// waits for a prediction what that asks about, and reads the table inside a <DocumentedTimeline>.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import type { Root, RootContent, Table, TableRow } from 'mdast';
import { toString as wordsOf } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { PROPS } from '../components/props.ts';
import type { StatedTable } from '../lab-kit/documented.ts';
import { meant } from '../mistakes/nearest.ts';
import { type Element, isElement, leaveOut, setText, textOf } from './mdx-elements.ts';

/** A prediction of this chapter, as a lab that waits for it must know it. */
interface Asked {
  readonly lab: string | undefined;
  readonly preset: string | undefined;
}

/** The attributes that name a prediction, by the element that has them. */
const AWAITS: Readonly<Record<string, string>> = { Lab: 'predict', After: 'prediction' };

/** What has an answer, which is explained in the text inside it. */
const EXPLAINS = new Set(['Predict', 'Question']);

export function remarkChecked() {
  return (tree: Root, file: VFile) => {
    const name = relative(file.cwd, file.path).replaceAll('\\', '/');
    const predictions = predictionsOf(tree, file);
    visit(tree, (node) => {
      if (!isElement(node) || node.name === null || !PROPS.has(node.name)) return;
      setText(node, 'place', `${name}:${node.position?.start.line}`);
      const tell = (said: string) => {
        file.message(said, node.position);
        leaveOut(node);
      };
      const asked = awaited(node, predictions, tell);
      if (node.name === 'Lab' && asked !== undefined) {
        const lab = textOf(node, 'id');
        if (asked.lab !== lab) {
          tell(
            `found a prediction about lab ${asked.lab} at lab ${lab}; one about the lab itself would do.`,
          );
        } else if (asked.preset !== undefined) setText(node, 'asked', asked.preset);
      }
      if (EXPLAINS.has(node.name) && node.children.length === 0) {
        tell('found no explanation of the right answer; the text inside the question would do.');
      }
      if (node.name === 'DocumentedTimeline') {
        const table = tableOf(node, name);
        if (table === undefined) {
          tell(
            'found no table in <DocumentedTimeline>; one with the heads of a table of the lab would do, such as | task | state | from | to |.',
          );
        } else setText(node, 'stated', JSON.stringify(table));
        node.children = [];
      }
    });
  };
}

/** The predictions of a chapter by their ids, each of which is told that has the id of another. */
function predictionsOf(tree: Root, file: VFile): ReadonlyMap<string, Asked> {
  const predictions = new Map<string, Asked>();
  const elsewhere = idsElsewhere(file);
  visit(tree, (node) => {
    if (!isElement(node) || node.name !== 'Predict') return;
    const id = textOf(node, 'id');
    if (id === undefined) return;
    if (predictions.has(id)) {
      file.message(`found id="${id}" again; each prediction has its own.`, node.position);
      return;
    }
    const other = elsewhere.get(id);
    if (other !== undefined) {
      file.message(
        `found id="${id}", which ${other} has too; answers are kept by it, so each has its own.`,
        node.position,
      );
    }
    predictions.set(id, { lab: textOf(node, 'lab'), preset: textOf(node, 'preset') });
  });
  return predictions;
}

/** A prediction as it begins. No element stands between its name and its id. */
const PREDICTION = /<Predict\b[^<]*?\bid="([^"]+)"/g;

/** The predictions of the other chapters beside this one: where each stands, by its id. */
function idsElsewhere(file: VFile): ReadonlyMap<string, string> {
  const folder = dirname(file.path);
  const others = existsSync(folder) ? readdirSync(folder) : [];
  const found = new Map<string, string>();
  for (const other of others) {
    if (!other.endsWith('.mdx') || other === basename(file.path)) continue;
    const text = readFileSync(join(folder, other), 'utf8');
    for (const { 1: id = '', index } of text.matchAll(PREDICTION)) {
      const path = relative(file.cwd, join(folder, other)).replaceAll('\\', '/');
      found.set(id, `${path}:${text.slice(0, index).split('\n').length}`);
    }
  }
  return found;
}

/** The prediction that an element waits for, or undefined when it waits for none; one that there is not is told. */
function awaited(
  node: Element,
  predictions: ReadonlyMap<string, Asked>,
  tell: (said: string) => void,
): Asked | undefined {
  const name = AWAITS[node.name ?? ''];
  const id = name === undefined ? undefined : textOf(node, name);
  if (id === undefined) return undefined;
  const asked = predictions.get(id);
  if (asked === undefined) {
    const known = [...predictions.keys()].map((one) => `"${one}"`).join(', ') || 'none';
    tell(
      `found ${name}="${id}"; ${meant(id, [...predictions.keys()])}the id of a <Predict> of this chapter would do: ${known}.`,
    );
  }
  return asked;
}

/** The table in an element, with the place of each row; undefined where there is none. */
function tableOf(node: Element, file: string): StatedTable | undefined {
  const table = (node.children as RootContent[]).find(
    (child): child is Table => child.type === 'table',
  );
  const [head, ...rows] = table?.children ?? [];
  if (head === undefined) return undefined;
  const cellsOf = (row: TableRow) => row.children.map((cell) => wordsOf(cell).trim());
  return {
    heads: cellsOf(head),
    rows: rows.map((row) => ({
      cells: cellsOf(row),
      place: `${file}:${row.position?.start.line}`,
    })),
  };
}
