// A chapter that says what the model does not say cannot be built: the build names file, line, expected and got.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import mdx from '@astrojs/mdx/server.js';
import react from '@astrojs/react/server.js';
import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const CHAPTER = 'content/concurrency-vs-parallelism.mdx';
const chapter = readFileSync(CHAPTER, 'utf8');
/** Inside the project, one folder deep as chapters are, so that what a copy imports is there. */
const SCRATCH = '.scratch';

beforeAll(() => {
  mkdirSync(SCRATCH, { recursive: true });
});

/** The chapter with one piece of it changed. */
function changed(from: string, to: string): string {
  expect(chapter).toContain(from);
  return chapter.replace(from, to);
}

const lineOf = (text: string) => chapter.slice(0, chapter.indexOf(text)).split('\n').length;

describe('a chapter', () => {
  const files: string[] = [];
  afterAll(() => {
    for (const file of files) rmSync(file);
  });

  /** Draws a chapter as a build does. @throws what stops the build */
  async function draw(file: string): Promise<void> {
    const container = await AstroContainer.create();
    container.addServerRenderer({ name: 'astro:jsx', renderer: mdx });
    container.addServerRenderer({ name: '@astrojs/react', renderer: react });
    container.addClientRenderer({
      name: '@astrojs/react',
      entrypoint: '@astrojs/react/client.js',
    });
    const { default: Content } = await import(/* @vite-ignore */ resolve(file));
    await container.renderToString(Content);
  }

  /** What stops a build of the chapter with one piece of it changed, where it goes by its own name; or null. */
  async function stopWith(from: string, to: string): Promise<string | null> {
    const file = join(SCRATCH, `chapter-${process.pid}-${files.length}.mdx`);
    files.push(file);
    writeFileSync(file, changed(from, to));
    return draw(file).then(
      () => null,
      (error: Error) => error.message.replaceAll(file, CHAPTER),
    );
  }

  const ROW = '| B | running | 5 | 20 |';

  test('that says what the model says is drawn', async () => {
    expect(await stopWith(ROW, ROW)).toBeNull();
  });

  test('with a wrong row of a documented timeline is not', async () => {
    expect(await stopWith(ROW, '| B | running | 5 | 21 |')).toContain(
      `${CHAPTER}:${lineOf(ROW)}: B, row 2: expected running, 5, 21, got running, 5, 20.`,
    );
  });

  test('with a prediction whose right answer is not among its options is not', async () => {
    expect(await stopWith('options={[40, 45, 50, 60]}', 'options={[40, 45, 60]}')).toContain(
      'the options are 40, 45, 60, but a-resumes of lab interleaving, preset one-core, is 50.',
    );
  });

  test.each([
    [
      'a wrong stated figure',
      'name="a-ends" stated={55}',
      'name="a-ends" stated={54}',
      '<Fact> a-ends of lab interleaving, preset one-core: expected 54, got 55.',
    ],
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
      'a prop that there is not',
      '<Lab id="interleaving" preset="two-cores"',
      '<Lab id="interleaving" presett="two-cores"',
      '<Lab>: found "presett"; its props are id, preset, compare, knobs, at, predict.',
    ],
    [
      'a playhead past the end',
      `knobs={['cores', 'slice', 'database', 'other']} at={0}`,
      `knobs={['cores', 'slice', 'database', 'other']} at={99}`,
      '<Lab>: found at={99}; an instant in ms, such as 42, up to 55 with preset two-cores, would do.',
    ],
    [
      'a playhead that is no number',
      `knobs={['cores', 'slice', 'database', 'other']} at={0}`,
      `knobs={['cores', 'slice', 'database', 'other']} at="abc"`,
      '<Lab>: found at={"abc"}; an instant in ms',
    ],
    [
      'a lab that waits for a prediction that there is not',
      'predict="b-ends-on-two-cores"',
      'predict="nope"',
      'found predict="nope"; the id of a <Predict> of this chapter would do: "',
    ],
    [
      'a fact that there is not',
      'name="a-runnable" stated={10}',
      'name="a-redy" stated={10}',
      'Lab interleaving has no fact "a-redy"; its facts are a-ends, ',
    ],
  ])('with %s is not', async (_, right, wrong, said) => {
    expect(await stopWith(right, wrong)).toContain(`${CHAPTER}:${lineOf(right)}: ${said}`);
  });
});

describe('a build', () => {
  let copy: string;
  beforeAll(() => {
    copy = mkdtempSync(join(SCRATCH, 'site-'));
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
  });
  afterAll(() => rmSync(copy, { recursive: true, force: true }));

  test('stops where a chapter disagrees with the model, and says where', () => {
    const fact = 'name="a-ends" stated={55}';
    writeFileSync(join(copy, CHAPTER), changed(fact, 'name="a-ends" stated={54}'));
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [resolve('node_modules/astro/bin/astro.mjs'), 'build'],
      { cwd: copy, encoding: 'utf8', env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' } },
    );
    expect(stdout + stderr).toContain(`${CHAPTER}:${lineOf(fact)}: <Fact> a-ends`);
    expect(status).not.toBe(0);
  });
});
