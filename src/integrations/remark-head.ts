// A remark plugin that holds the head of a chapter's file against what heads may have.
import { existsSync, readFileSync } from 'node:fs';
import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import { isMap, isScalar, LineCounter, parseDocument } from 'yaml';
import { HEAD } from '../chapter-head.ts';
import { wrongWith } from '../mistakes/shape.ts';

/** The head, between its lines of dashes. What plugins are given is the text without it. */
const BETWEEN_DASHES = /^---\r?\n([\s\S]*?)\r?\n---/;

export function remarkHead() {
  return (_: Root, file: VFile) => {
    const [, head] =
      BETWEEN_DASHES.exec(existsSync(file.path) ? readFileSync(file.path, 'utf8') : '') ?? [];
    if (head === undefined) return;
    const lines = new LineCounter();
    const document = parseDocument(head, { lineCounter: lines });
    /** The line of a part, or of what it is missing in. The head begins on the second. */
    const lineOf = (path: readonly PropertyKey[]): number => {
      const [key, parent] = [path.at(-1), path.slice(0, -1)];
      if (key === undefined) return 1;
      const map = parent.length === 0 ? document.contents : document.getIn(parent, true);
      const pair = isMap(map)
        ? map.items.find((item) => isScalar(item.key) && item.key.value === key)
        : undefined;
      if (pair === undefined || !isScalar(pair.key)) return lineOf(parent);
      return lines.linePos(pair.key.range?.[0] ?? 0).line + 1;
    };
    const written = (path: readonly PropertyKey[], value: unknown) =>
      `${String(path.at(-1))}: ${JSON.stringify(value)}`;
    for (const { path, said } of wrongWith([HEAD], document.toJS(), {
      owner: 'the head',
      written,
    })) {
      file.message(said, { line: lineOf(path), column: 1 });
    }
  };
}
