// Each claim of the lesson is made on a page, shown in a lab and held by a test; and what is wrong with a mark is told.
import { globSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readClaims } from './claims.ts';
import { readPlaces } from './places.ts';
import { lacking, readSaid, shownClaims, strays } from './shown.ts';
import { readTests } from './tests.ts';

/** The ids of a repository's labs. */
const labsIn = (root: string) =>
  new Set(
    globSync('labs/*/index.ts', { cwd: root }).map((file) => file.split(/[/\\]/)[1] as string),
  );

describe('the lesson', () => {
  const said = readSaid('.');

  test.each(shownClaims(said).map((shown) => [shown.claim.number, shown] as const))(
    'claim %i has a page, a lab and a test',
    (_, shown) => {
      expect(lacking(shown, labsIn('.'))).toEqual([]);
    },
  );

  test('no mark and no test names a claim that there is not', () => {
    expect(strays(said)).toEqual([]);
  });
});

describe('a lesson of one claim', () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'claims-'));
    for (const [file, text] of Object.entries(SOUND)) write(file, text);
  });
  afterEach(() => rmSync(root, { recursive: true }));

  const MARK = '{/* claim 1 */}';
  const SOUND = {
    'content/claims.yaml': '- claim: 1\n  says: A core runs.\n  kind: computed\n',
    'content/one.mdx': `---\nchapter: 0\ntitle: One\n---\n\n## Cores\n\n${MARK}\n\nA core runs.\n\n<Lab id="core" />\n`,
    'labs/core/index.ts': '',
    'labs/core/core.test.ts': `describe('a core', () => {\n  test('runs [claim 1]', () => {\n    expect(fact('one', 'runs')).toBe(1);\n  });\n});\n`,
  };

  function write(file: string, text: string) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }

  /** Changes a piece of a file. */
  function change(file: keyof typeof SOUND, from: string, to: string) {
    expect(SOUND[file]).toContain(from);
    write(file, SOUND[file].replace(from, to));
  }

  const lacks = () => shownClaims(readSaid(root)).flatMap((shown) => lacking(shown, labsIn(root)));

  test('is shown where its heading, its lab and its test are', () => {
    expect(lacks()).toEqual([]);
    expect(shownClaims(readSaid(root))).toMatchObject([
      {
        places: [{ page: 'one', heading: 'Cores', labs: ['core'] }],
        tests: [{ title: 'a core › runs', file: 'labs/core/core.test.ts', readsFigures: true }],
      },
    ]);
    expect(strays(readSaid(root))).toEqual([]);
  });

  test('lacks a page where no chapter has its mark, or only one that is planned', () => {
    const told = [expect.stringContaining('Claim 1 is on no page; put {/* claim 1 */} above')];
    change('content/one.mdx', MARK, '');
    expect(lacks()).toEqual(told);
    change('content/one.mdx', 'title: One', 'title: One\ndraft: true');
    expect(lacks()).toEqual(told);
  });

  test('lacks a lab where its section has none and its mark names none, or one that there is not', () => {
    change('content/one.mdx', '<Lab id="core" />', '## More\n\n<Lab id="core" />');
    expect(lacks()).toEqual([
      expect.stringMatching(/one\.mdx:8: claim 1 has no lab in its section; name one/),
    ]);
    change('content/one.mdx', MARK, '{/* claim 1: cores */}');
    expect(lacks()).toEqual([
      expect.stringContaining('shown by lab "cores", which there is not; the labs are core.'),
    ]);
  });

  test('lacks a test where no title ends with its number', () => {
    change('labs/core/core.test.ts', ' [claim 1]', '');
    expect(lacks()).toEqual([expect.stringContaining('Claim 1 has no test; end the title')]);
    // What is only a comment is no test.
    write('labs/core/core.test.ts', "// test('runs [claim 1]', () => fact());\n");
    expect(lacks()).toEqual([expect.stringContaining('Claim 1 has no test')]);
  });

  test('is not shown by a test that does not run, nor by a group', () => {
    change('labs/core/core.test.ts', "test('", "test.skip('");
    expect(() => readTests(root)).toThrow(
      'core.test.ts:2: found claims in the title of a test that does not run',
    );
    change('labs/core/core.test.ts', 'describe(', 'describe.skip(');
    expect(() => readTests(root)).toThrow('a test that does not run');
    change('labs/core/core.test.ts', "'a core'", "'a core [claim 1]'");
    expect(() => readTests(root)).toThrow('core.test.ts:1: found claims in the title of a group');
  });

  test('that is computed wants a test that reads a figure; another does not', () => {
    change('labs/core/core.test.ts', "fact('one', 'runs')", '1');
    expect(lacks()).toEqual([
      'Claim 1 is computed, but none of its tests reads a figure of a lab: labs/core/core.test.ts:2; a fact or a documented timeline would do.',
    ]);
    change('content/claims.yaml', 'computed', 'definition');
    expect(lacks()).toEqual([]);
  });

  test('knows no second claim', () => {
    change('content/one.mdx', MARK, '{/* claims 1, 2 */}');
    change('labs/core/core.test.ts', '[claim 1]', '[claims 1, 3]');
    expect(strays(readSaid(root))).toEqual([
      expect.stringMatching(/one\.mdx:8: found claim 2; the claims are 1 to 1\.$/),
      'labs/core/core.test.ts:2: found claim 3; the claims are 1 to 1.',
    ]);
  });

  test.each([
    '{/* claim one */}',
    '{/* Claim 1 */}',
    '{/* claims 1 2 */}',
    '{/* claim 1 : core */}',
  ])('is not marked by %s', (mark) => {
    change('content/one.mdx', MARK, mark);
    expect(() => readPlaces(join(root, 'content'))).toThrow(
      `one.mdx:8: found ${mark}; {/* claim 22 */}`,
    );
  });

  test('has a mark at the end of a title only', () => {
    change('labs/core/core.test.ts', 'runs [claim 1]', '[claim 1] runs');
    expect(() => readTests(root)).toThrow('found the title “[claim 1] runs”; one that ends with');
  });

  test.each([
    ['claim: 1', 'claim: 2', 'claims.yaml:1: found claim 2; the next would be 1'],
    ['kind: computed', 'kind: guessed', 'claims.yaml:1: found the kind "guessed"; computed,'],
    ['kind: computed', 'kind: []', 'found the kind []'],
    ['says: A core runs.', 'says: ""', 'found "" as says; a text would do.'],
    ['kind: computed', 'lab: core', 'found the field "lab"; an entry has claim, says, kind.'],
  ])('is refused where %s is %s', (from, to, told) => {
    change('content/claims.yaml', from, to);
    expect(() => readClaims(join(root, 'content'))).toThrow(told);
  });
});
