// A chapter that says what the model does not say cannot be built: the build names file, line, expected and got.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const CHAPTER = 'content/concurrency-vs-parallelism.mdx';
let copy: string;
let chapter: string;

beforeAll(() => {
  // Inside the project, so that the copy finds the project's own modules.
  mkdirSync('.scratch', { recursive: true });
  copy = mkdtempSync(join('.scratch', 'chapter-'));
  const parts = [
    'astro.config.mjs',
    'content',
    'CONTRIBUTING.md',
    'labs',
    'package.json',
    'public',
    'src',
    'tsconfig.json',
  ];
  for (const part of parts) cpSync(part, join(copy, part), { recursive: true });
  chapter = readFileSync(join(copy, CHAPTER), 'utf8');
});

afterAll(() => rmSync(copy, { recursive: true, force: true }));

/** Builds the copy with one piece of the chapter changed; returns what the build said, or null when it went well. */
function buildWith(from: string, to: string): string | null {
  expect(chapter).toContain(from);
  writeFileSync(join(copy, CHAPTER), chapter.replace(from, to));
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [resolve('node_modules/astro/bin/astro.mjs'), 'build'],
    { cwd: copy, encoding: 'utf8', env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' } },
  );
  return status === 0 ? null : stdout + stderr;
}

const lineOf = (text: string) => chapter.slice(0, chapter.indexOf(text)).split('\n').length;

test('a wrong row of a documented timeline', { timeout: 120_000 }, () => {
  const row = '| B | running | 5 | 20 |';
  expect(buildWith(row, '| B | running | 5 | 21 |')).toContain(
    `${CHAPTER}:${lineOf(row)}: B, row 2: expected running 5–21 ms, got running 5–20 ms.`,
  );
});

test('a wrong stated figure', { timeout: 120_000 }, () => {
  const fact = 'name="a-ends" stated={55}';
  expect(buildWith(fact, 'name="a-ends" stated={54}')).toContain(
    `${CHAPTER}:${lineOf(fact)}: <Fact> a-ends of lab interleaving, preset one-core: expected 54, got 55.`,
  );
});

test('a prediction whose right answer is not among its options', { timeout: 120_000 }, () => {
  expect(buildWith('options={[40, 45, 50, 60]}', 'options={[40, 45, 60]}')).toContain(
    'the options are 40, 45, 60, but a-resumes of lab interleaving, preset one-core, is 50.',
  );
});

test.each([
  [
    'a knob for no parameter',
    `<Lab id="interleaving" preset="two-cores" knobs={['cores', 'slice', `,
    `<Lab id="interleaving" preset="two-cores" knobs={['cores', 'slize', `,
    'Lab interleaving has no parameter "slize" for a knob; its parameters are cores, slice, ',
  ],
  [
    'a preset that there is not',
    '<Lab id="interleaving" preset="two-cores"',
    '<Lab id="interleaving" preset="two-core"',
    'Lab interleaving has no preset "two-core"; its presets are one-core, ',
  ],
  [
    'a fact that there is not',
    'name="a-ready" stated={10}',
    'name="a-redy" stated={10}',
    'Lab interleaving has no fact "a-redy"; its facts are a-ends, ',
  ],
])('%s', { timeout: 120_000 }, (_, right, wrong, said) => {
  expect(buildWith(right, wrong)).toContain(`${CHAPTER}:${lineOf(right)}: ${said}`);
});
