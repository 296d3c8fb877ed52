// The command line as a shell meets it: what it prints where, its exit codes, and what it refuses.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const CLI = join(import.meta.dirname, 'cli.ts');
const EXAMPLES = join(import.meta.dirname, '../examples');
const TWO_REQUESTS = join(EXAMPLES, 'two-requests.txt');

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'interleave-cli-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string | Uint8Array): string {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
}

/** The caller's own settings would show. What is compiled is kept: it is all that most of these runs do. */
function environment(more: NodeJS.ProcessEnv) {
  const { INIT_CWD: _cwd, NO_COLOR: _colour, ...rest } = process.env;
  return { ...rest, NODE_COMPILE_CACHE: join(folder, 'compiled'), ...more };
}

function run(args: string[], { input = '', env = {} as NodeJS.ProcessEnv } = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], {
    input,
    cwd: folder,
    env: environment(env),
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  return { status, stdout, stderr };
}

const refused = (stderr: string | RegExp) => ({
  status: 2,
  stdout: '',
  stderr: typeof stderr === 'string' ? `simulate: ${stderr}\n` : expect.stringMatching(stderr),
});

describe('prints', () => {
  test('the timeline of a file, 100 wide, without colours, where it is no terminal', () => {
    expect(run([TWO_REQUESTS])).toEqual({
      status: 0,
      stdout: readFileSync(join(EXAMPLES, 'golden', 'two-requests.txt'), 'utf8'),
      stderr: '',
    });
  });

  test('the same of the standard input', () => {
    const input = readFileSync(TWO_REQUESTS, 'utf8');
    expect(run(['-'], { input }).stdout).toBe(run([TWO_REQUESTS]).stdout);
  });

  test('JSON', () => {
    const { tasks, version } = JSON.parse(run(['--json', TWO_REQUESTS]).stdout);
    expect(version).toBe(1);
    expect(tasks.map(({ end }: { end: number }) => end / 1e6)).toEqual([55, 60, 50]);
  });

  test('CSV', () => {
    const [head, first] = run([TWO_REQUESTS, '--csv']).stdout.split('\n');
    expect(head).toBe('lane,name,state,start_ns,end_ns,core,worker,cause,caused_by');
    expect(first).toBe('task,A,running,0,5000000,0,0,dispatched,');
  });

  test('as wide as asked', () => {
    const lines = run([TWO_REQUESTS, '--width', '44']).stdout.split('\n');
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(44);
    expect(lines[2]).toMatch(/^A +R+W+Q+R+$/);
  });

  test('and writes a trace for Perfetto beside it', () => {
    expect(run([TWO_REQUESTS, '--trace', 'out.json'])).toEqual(run([TWO_REQUESTS]));
    const { traceEvents } = JSON.parse(readFileSync(join(folder, 'out.json'), 'utf8'));
    expect(traceEvents).toContainEqual(expect.objectContaining({ ph: 'X', name: 'A', dur: 5000 }));
  });

  test('all of a long output, before it ends', () => {
    const { stdout } = run(['-', '--csv'], { input: 'call x20000: cpu 1, io 1\n' });
    expect(stdout.split('\n').filter((line) => line.startsWith('task,'))).toHaveLength(
      20_000 * 3 - 1,
    );
    expect(stdout.endsWith('\n')).toBe(true);
  });

  test('help, with examples that run', () => {
    const { status, stdout } = run(['--help']);
    expect(status).toBe(0);
    const [, scenario = ''] = stdout.match(/echo '(.*)'/) ?? [];
    expect(run(['-'], { input: scenario }).status).toBe(0);
    expect(stdout).toContain(join('examples', 'two-requests.txt'));
  });
});

test('a run of many tasks needs no more room than a few, however it is written', () => {
  const many = file('many.txt', 'slice 1; A x50000: cpu 2, io 1, cpu 2');
  for (const output of [[], ['--json'], ['--csv'], ['--trace', 'many.json']]) {
    const { status } = spawnSync(
      process.execPath,
      ['--max-old-space-size=48', CLI, many, ...output],
      {
        cwd: folder,
        env: environment({}),
        stdio: 'ignore',
      },
    );
    expect([output, status]).toEqual([output, 0]);
  }
});

test('help names an example as it is called from where one stands', () => {
  const env = { INIT_CWD: join(EXAMPLES, '..') };
  expect(run(['--help'], { env }).stdout).toContain(`-- ${join('examples', 'two-requests.txt')}\n`);
});

test('the package has the command too, for its own folder', () => {
  const { scripts } = JSON.parse(
    readFileSync(join(import.meta.dirname, '..', 'package.json'), 'utf8'),
  );
  expect(scripts.simulate).toBe('node ../tools/launch.mjs simulate');
});

test('a relative file is one of the folder in which npm was called', () => {
  file('mine.txt', 'A: cpu 1');
  const { status } = spawnSync(process.execPath, [CLI, 'mine.txt', '--trace', 'of-mine.json'], {
    cwd: EXAMPLES,
    env: environment({ INIT_CWD: folder }),
  });
  expect(status).toBe(0);
  expect(readFileSync(join(folder, 'of-mine.json'), 'utf8')).toContain('traceEvents');
});

test('a deadlock is an outcome, told in full', () => {
  const { status, stdout, stderr } = run([join(EXAMPLES, 'deadlock.txt')]);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout.replaceAll('\n', ' ')).toContain(
    'transfer1 awaits the lock b, which transfer2 holds; transfer2 awaits the lock a, which transfer1 holds.',
  );
});

test('a run that is cut off is printed as far as it goes, and has an exit code of its own', () => {
  const { status, stdout, stderr } = run(['-', '--json'], {
    input: 'A: cpu 9007199254\nB: cpu 9007199254',
  });
  expect(status).toBe(3);
  expect(JSON.parse(stdout).tasks[0].end).toBe(9_007_199_254_000_000);
  expect(stderr).toMatch(/^simulate: standard input: the run was cut off at 9007199254 ms\. .+\n$/);
});

test('a reader that closes the pipe early is no fault', async () => {
  const long = file('long.txt', 'call x20000: cpu 1, io 1');
  const child = spawn(process.execPath, [CLI, long, '--csv'], { env: environment({}) });
  let stderr = '';
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  child.stdout.once('data', () => child.stdout.destroy());
  const code = await new Promise((resolve) => child.once('close', resolve));
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
});

describe('refuses', () => {
  test('a mistake in the scenario, with its file, line and column', () => {
    const bad = file('bad.txt', 'cores 2\nA: cpu 5, oi 35\n');
    const { status, stdout, stderr } = run([bad]);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(`${bad}: line 2, column 11: `);
    expect(run(['-'], { input: 'cores 0' }).stderr).toContain('standard input: line 1, column 7: ');
  });

  test('a file that is not there, a folder, no file, and two', () => {
    expect(run(['none.txt'])).toEqual(refused(/none\.txt cannot be read: .*no such file/));
    expect(run(['.'])).toEqual(refused(/\. cannot be read: /));
    expect(run([])).toEqual(refused(/Found 0 files; one.* would do\./));
    expect(run(['a', 'b'])).toEqual(refused(/Found 2 files; one.* would do\./));
  });

  test('what is no text', () => {
    const bytes = file('bytes', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0xff]));
    expect(run([bytes])).toEqual(refused(/bytes: found bytes that are no text/));
    const nul = file('nul', 'A: cpu 1\0');
    expect(run([nul])).toEqual(refused(/nul: found bytes that are no text/));
  });

  test('what does not end', async () => {
    const child = spawn(process.execPath, [CLI, '-'], { env: environment({}) });
    let stderr = '';
    child.stderr.on('data', (chunk) => {
      stderr += chunk;
    });
    // The child closes its end as soon as it has read enough.
    child.stdin.on('error', () => endless.destroy());
    const block = Buffer.alloc(2 ** 16, '# ');
    const endless = new Readable({
      read() {
        this.push(block);
      },
    });
    endless.pipe(child.stdin);
    const code = await new Promise((resolve) => child.once('close', resolve));
    expect(code).toBe(2);
    expect(stderr).toMatch(/^simulate: standard input: found more than \d+ bytes/);
  });

  test('options that it does not have, lacks a value for, or has twice', () => {
    expect(run([TWO_REQUESTS, '--jsn'])).toEqual(refused(/Unknown option '--jsn'/));
    expect(run([TWO_REQUESTS, '--trace'])).toEqual(refused(/--trace/));
    expect(run([TWO_REQUESTS, '--width', '50', '--width', '60'])).toEqual(
      refused('Found --width twice; once would do.'),
    );
  });

  test('a name or an option that would steer the terminal, in signs that do not', () => {
    const name = '\u001b[31m\u202e\u009bname.txt';
    for (const args of [[name], [`--${name}`], [TWO_REQUESTS, `--width=${name}`]]) {
      const { status, stderr } = run(args);
      expect(status).toBe(2);
      expect(stderr).toContain('\\u001b[31m\\u202e\\u009bname');
      expect(stderr.trimEnd()).not.toMatch(/\p{Cc}|\p{Bidi_Control}/u);
    }
  });

  test('two outputs at once, and a width for what has none', () => {
    expect(run([TWO_REQUESTS, '--json', '--csv'])).toEqual(
      refused('Found --json and --csv; one output at a time would do.'),
    );
    expect(run([TWO_REQUESTS, '--json', '--width', '50'])).toEqual(refused(/--width/));
  });

  test.each(['39', '1001', '50.5', 'wide', ''])('the width %j', (width) => {
    expect(run([TWO_REQUESTS, `--width=${width}`])).toEqual(refused(/--width: found .* would do/));
  });

  test('a trace over the scenario itself, or where nothing can be written', () => {
    const mine = file('kept.txt', 'A: cpu 1');
    expect(run([mine, '--trace', mine])).toEqual(refused(/--trace: found .* would do/));
    expect(readFileSync(mine, 'utf8')).toBe('A: cpu 1');
    expect(run([mine, '--trace', join('none', 'out.json')])).toEqual(
      refused(/--trace: .* cannot be written: /),
    );
  });
});
