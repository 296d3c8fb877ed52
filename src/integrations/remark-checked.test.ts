// A chapter that says what the model does not say cannot be built: the build names file, line, expected and got.
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
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

/** The page that has the documented timetables. */
const TIMETABLES = 'content/sources.mdx';

/** A page with one piece of it changed. */
function changed(from: string, to: string, page = CHAPTER): string {
  const text = readFileSync(page, 'utf8');
  expect(text).toContain(from);
  return text.replace(from, to);
}

/** The second lab of the chapter, which opens with what is known. */
const WAITING_LAB = chapter.slice(
  chapter.indexOf('<Lab\n  id="interleaving"\n  preset="farther-one-core"'),
  chapter.indexOf('/>', chapter.indexOf('preset="farther-one-core"')),
);

function lineOf(piece: string, page = CHAPTER): number {
  const text = readFileSync(page, 'utf8');
  return text.slice(0, text.indexOf(piece)).split('\n').length;
}

describe('a chapter', () => {
  let count = 0;

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

  /** What stops a build of a page with one piece of it changed, where it goes by its own name; or null. */
  async function stopWith(from: string, to: string, page = CHAPTER): Promise<string | null> {
    count += 1;
    const file = join(SCRATCH, `chapter-${process.pid}-${count}.mdx`);
    writeFileSync(file, changed(from, to, page));
    return draw(file)
      .then(
        () => null,
        (error: Error) => error.message.replaceAll(file, page),
      )
      .finally(() => rmSync(file));
  }

  const ROW = '| B | running | 5 | 20 |';

  test('that says what the model says is drawn', async () => {
    expect(await stopWith(ROW, ROW, TIMETABLES)).toBeNull();
    expect(await stopWith('name="a-ends"', 'name="a-ends"')).toBeNull();
  });

  test('with a wrong row of a documented timeline is not', async () => {
    expect(await stopWith(ROW, '| B | running | 5 | 21 |', TIMETABLES)).toContain(
      `${TIMETABLES}:${lineOf(ROW, TIMETABLES)}: B, row 2: expected running, 5, 21, got running, 5, 20.`,
    );
  });

  test('with a prediction whose right answer is not among its options is not', async () => {
    expect(await stopWith('    { is: 50 },\n', '')).toContain(
      'the options are 40, 45, 60, but a-resumes of lab interleaving, preset one-core, is 50.',
    );
  });

  test.each([
    [
      'a wrong option without its reason',
      "      why: '45 ms assumes that the core is taken from the other work after a while. Nothing takes it away here.',\n",
      '',
      'found no why at the wrong option "45\u00a0ms"; the misconception behind it and why it fails would do',
    ],
    [
      'a reason at the right option',
      '    { is: 50 },\n',
      "    { is: 50, why: 'It is.' },\n",
      'found a why at the right option, "50\u00a0ms"; its explanation is the text inside the question.',
    ],
  ])('with %s in a prediction is not', async (_, from, to, said) => {
    const place = lineOf('id="a-runs-again"') - 1;
    expect(await stopWith(from, to)).toContain(`${CHAPTER}:${place}: ${said}`);
  });

  test('with a question that names no right option is not', async () => {
    const right = '      right: true,\n    },\n  ]}\n>\n  A trace measures';
    const place = lineOf('ask="Your trace says that a query took 95 ms.') - 1;
    expect(await stopWith(right, right.replace('      right: true,\n', ''))).toContain(
      `${CHAPTER}:${place}: found 0 right options; one with right: true, and a why at each other, would do.`,
    );
  });

  test('with a question that does not explain its answer is not', async () => {
    const text = chapter.slice(
      chapter.indexOf('  The other work has the core'),
      chapter.indexOf('</Predict>'),
    );
    expect(await stopWith(text, '')).toContain(
      `${CHAPTER}:${lineOf('id="a-runs-again"') - 1}: found no explanation of the right answer`,
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
      WAITING_LAB,
      WAITING_LAB.replace("'slice'", "'slize'"),
      'Lab interleaving has no parameter "slize" for a knob; its parameters are cores, slice, ',
    ],
    [
      'a preset that there is not',
      WAITING_LAB,
      WAITING_LAB.replace('preset="farther-one-core"', 'preset="two-core"'),
      'Lab interleaving has no preset "two-core"; its presets are one-core, ',
    ],
    [
      'a playhead past the end',
      WAITING_LAB,
      WAITING_LAB.replace('predict=', 'at={99}\n  predict='),
      '<Lab>: found at={99}; an instant in ms, such as 42, up to 80 with preset farther-two-cores, would do.',
    ],
    [
      'a lab that waits for a prediction that there is not',
      WAITING_LAB,
      WAITING_LAB.replace('predict="b-ends-on-two-cores"', 'predict="nope"'),
      'found predict="nope"; the id of a <Predict> of this chapter would do: "',
    ],
    [
      'a lab that waits for a prediction about another lab',
      WAITING_LAB,
      WAITING_LAB.replace('"b-ends-on-two-cores"', '"knob-io-cores"'),
      'found a prediction about lab which-knob at lab interleaving; one about the lab itself would do.',
    ],
    [
      'text that waits for a prediction that there is not',
      '<After prediction="a-runs-again">',
      '<After prediction="nope">',
      'found prediction="nope"; the id of a <Predict> of this chapter would do: "',
    ],
    [
      'a question that asks nothing',
      '<Predict\n  id="a-runs-again"\n  ask="The database answers A at 40 ms. When does A run again?"',
      '<Predict\n  id="a-runs-again"',
      '<Predict>: found no ask; a text, such as ask="When does A end?", would do.',
    ],
    [
      'words that set a lab, and are none',
      'preset="one-core-idle">Switch the other work off</SetLab>',
      'preset="one-core-idle"></SetLab>',
      'found <SetLab> without words; those that the reader presses would do.',
    ],
    [
      'words that set a lab past its end',
      'preset="one-core-idle">Switch the other work off',
      'preset="one-core-idle" at={9999}>Switch the other work off',
      '<SetLab>: found at={9999}; an instant in ms',
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

/** Builds a site, which a busy machine does in minutes. */
describe('a build', { timeout: 600_000 }, () => {
  let copy: string;
  beforeAll(() => {
    copy = mkdtempSync(join(SCRATCH, 'site-'));
    const parts = ['astro.config.mjs', 'content', 'package.json', 'public', 'src', 'tsconfig.json'];
    for (const part of parts) cpSync(part, join(copy, part), { recursive: true });
    // What goes through the whole lesson, of which there is little here.
    for (const page of ['claims', 'contribute']) rmSync(join(copy, 'src/pages', `${page}.astro`));
    const pages = globSync('content/*.mdx').map((page) => {
      const text = readFileSync(page, 'utf8');
      const written = page === CHAPTER ? text : unwritten(text);
      writeFileSync(join(copy, page), written);
      return written;
    });
    for (const lab of globSync('labs/*/index.ts').map(dirname)) {
      const named = new RegExp(`\\b(?:lab: |lab="|id=")${basename(lab)}\\b`);
      if (pages.some((page) => named.test(page))) {
        cpSync(lab, join(copy, lab), { recursive: true });
      }
    }
  });
  afterAll(() => rmSync(copy, { recursive: true, force: true }));

  /** A page as it is before it is written; chapters are then not built: the site is still whole, and a third of the work. */
  const unwritten = (page: string) =>
    page
      .slice(0, page.indexOf('\n---\n') + '\n---\n'.length)
      .replace(/^chapter: [1-9]/m, 'draft: true\n$&');

  /** Builds the site with one piece of the chapter changed: what it says, and its exit code. */
  function build(from: string, to: string) {
    writeFileSync(join(copy, CHAPTER), changed(from, to));
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [resolve('node_modules/astro/bin/astro.mjs'), 'build'],
      { cwd: copy, encoding: 'utf8', env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' } },
    );
    return { status, said: stdout + stderr };
  }

  // What stops one earlier, as a page is drawn, is tested above.
  test('stops where an answer can be read before its question, and says where', () => {
    const before = 'At 40 ms the database answers A.';
    const { status, said } = build(before, 'At 40 ms the database answers A, which runs at 50 ms.');
    expect(said).toContain(
      `${CHAPTER}:${lineOf('id="a-runs-again"') - 1}: found the answer, 50\u00a0ms, in the page above: “`,
    );
    expect(said).toContain('which runs at 50 ms. In');
    expect(status).not.toBe(0);
  });
});
