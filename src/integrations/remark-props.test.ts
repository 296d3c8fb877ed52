// Wrong props and wrong heads stop a chapter, each told with its line, what was found and what would do.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compile } from '@mdx-js/mdx';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { remarkChecked } from './remark-checked.ts';
import { remarkHead } from './remark-head.ts';
import { remarkProps } from './remark-props.ts';
import { remarkTold } from './remark-told.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'heads-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** What is told of a page, or null. */
async function toldOf(source: string, path = 'content/one.mdx'): Promise<string | null> {
  const remarkPlugins = [remarkHead, remarkProps, remarkChecked, remarkTold];
  return compile({ value: source, path }, { remarkPlugins }).then(
    () => null,
    ({ message }: Error) => message,
  );
}

/** A page of elements, on lines from the third. */
const page = (...elements: string[]) => {
  const names = ['Lab', 'Fact', 'Question', 'Predict'];
  return [
    names.map((name) => `import ${name} from '../src/components/${name}.astro';`).join(' '),
    '',
    ...elements,
  ].join('\n');
};

test('right props are no mistake', async () => {
  expect(
    await toldOf(
      page(
        '<Lab id="interleaving" knobs={[\'cores\']} at={-1} />',
        '',
        'So <Fact lab="a" name="b" stated={5} />.',
      ),
    ),
  ).toBeNull();
});

test.each([
  [
    '<Lab id="a" knob={[\'b\']} />',
    "<Lab>: found knob={['b']}; did you mean knobs? <Lab> has id, preset, compare, knobs, at, predict.",
  ],
  ['<Lab presett="a" id="b" />', 'found presett="a"; did you mean preset?'],
  ['<Lab />', '<Lab>: found no id; a text, such as id="interleaving", would do.'],
  ['<Lab id="" />', '<Lab>: found id=""; a text, such as id="interleaving", would do.'],
  ['<Lab id={5} />', '<Lab>: found id={5}; a text'],
  ['<Lab id />', '<Lab>: found id; a text'],
  ['<Lab id="a" id="b" />', '<Lab>: found id twice; once would do.'],
  [
    '<Lab id="a" knobs="cores" />',
    'found knobs="cores"; a list, such as knobs={[\'cores\']}, would do.',
  ],
  ['<Lab id="a" at="40" />', 'found at="40"; a number, such as at={40}, would do.'],
  ['<Lab id="a" at={now()} />', 'found at={now()}, which is worked out; a value as it is would do'],
  ['<Lab {...all} />', '<Lab>: found {...all}; each prop by its name would do.'],
  [
    '<Fact lab="a" name="b" stated="5" />',
    'found stated="5"; a number, such as stated={55}, would do.',
  ],
  ['<Fact lab="a" name="b" state={6} />', 'found state={6}; did you mean stated?'],
  ['<Fact lab="a" name="b" digits={1.5} />', 'found digits={1.5}; a whole number from 0'],
  [
    '<Question ask="a" optoins={[{ is: \'b\' }]}>c</Question>',
    "found optoins={[{ is: 'b' }]}; did you mean options?",
  ],
  [
    "<Question ask=\"a\" options={[{ is: 'b', wy: 'c' }]}>d</Question>",
    'found wy: "c" in options; did you mean why? the 1st of options has is, why, right.',
  ],
  [
    '<Question ask="a" options={[{ is: \'b\', right: false }]}>c</Question>',
    'found right: false in options; right: true, or nothing, would do.',
  ],
  [
    '<Question ask="a" lab="b" preset="c" fact="d" options={[{ is: \'5\' }]} label="{}">e</Question>',
    'found is: "5" in options; a number, such as is: 40, would do.',
  ],
  ['<Labb id="a" />', 'found <Labb>; did you mean Lab?'],
  [
    '<Recap>a</Recap>',
    "found <Recap>, which is not imported; import Recap from '../src/components/Recap.astro'; at the top would do.",
  ],
])('%s is refused', async (element, said) => {
  const told = await toldOf(page('Text.', '', element));
  expect(told).toContain('content/one.mdx:5: ');
  expect(told).toContain(said);
});

const predict = (id: string, lab = 'b') =>
  `<Predict id="${id}" ask="a" lab="${lab}" preset="c" fact="d" options={[{ is: 5 }]} label="{}">e</Predict>`;

test('a prediction has an id of its own, in its chapter and in the lesson', async () => {
  expect(await toldOf(page(predict('one'), predict('one')))).toBe(
    'content/one.mdx:4: found id="one" again; each prediction has its own.',
  );
  writeFileSync(join(folder, 'two.mdx'), `Text.\n\n${predict('one')}\n`);
  expect(await toldOf(page(predict('one')), join(folder, 'one.mdx'))).toMatch(
    /one\.mdx:3: found id="one", which .*two\.mdx:3 has too; answers are kept by it, so each has its own\.$/,
  );
});

test('what waits for a prediction that there is not is told the nearest', async () => {
  expect(await toldOf(page(predict('a-ends'), '', '<Lab id="b" predict="a-end" />'))).toBe(
    'content/one.mdx:5: found predict="a-end"; did you mean a-ends? the id of a <Predict> of this chapter would do: "a-ends".',
  );
});

test('all mistakes of a page are told, each on its own line', async () => {
  const told = await toldOf(page('<Lab', '  id={5}', '  kno={[]}', '/>', '', '<Fact lab="a" />'));
  expect(told?.split('\n').map((line) => line.slice(0, 32))).toEqual([
    'content/one.mdx:4: <Lab>: found ',
    'content/one.mdx:5: <Lab>: found ',
    'content/one.mdx:8: <Fact>: found',
  ]);
});

test.each([
  ['title: One\nchaptr: 3', 3, 'the head: found chaptr: 3; did you mean chapter?'],
  [
    'title: One\nchapter: "3"',
    3,
    'the head: found chapter: "3"; a whole number from 0, such as chapter: 3, would do.',
  ],
  ['title: One\nend: 1', 3, 'found end: 1; end: true, or nothing, would do.'],
  ['title: One\ndraft: ture', 3, 'found draft: "ture"; draft: true, or nothing, would do.'],
  ['chapter: 3', 1, 'the head: found no title;'],
  [
    'title: One\nrow:\n  lab: a\n  preset: b\n  fact: c\n  lane: 2\n  lanes: 2\n  caption: d',
    7,
    'found lane: 2; did you mean lanes? row has lab, preset, fact, digits, lanes, caption.',
  ],
  [
    'title: One\nrow:\n  lab: a\n  preset: b\n  fact: c\n  caption: d',
    3,
    'the head: found no lanes of row; a whole number from 1, such as lanes: 2, would do.',
  ],
])('the head %j is refused', async (head, line, said) => {
  const path = join(folder, 'one.mdx');
  const source = `---\n${head}\n---\n\nText.\n`;
  writeFileSync(path, source);
  const told = await toldOf(source.replace(/^---[\s\S]*---\n/, ''), path);
  expect(told).toMatch(new RegExp(`one\\.mdx:${line}: `));
  expect(told).toContain(said);
});
