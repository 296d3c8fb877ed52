// Every npm script goes through the launcher, and what it cannot do is refused before anything is set up.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from './setup.mjs';

const launch = (args: string[], env: NodeJS.ProcessEnv = {}) => {
  const file = join(import.meta.dirname, 'launch.mjs');
  const options = { env: { ...process.env, ...env }, encoding: 'utf8' } as const;
  const { status, stdout, stderr } = spawnSync(process.execPath, [file, ...args], options);
  return { status, stdout, stderr };
};

const scriptsOf = (folder: string): Record<string, string> =>
  JSON.parse(readFileSync(join(ROOT, folder, 'package.json'), 'utf8')).scripts;

it('runs every script', () => {
  for (const [name, script] of Object.entries(scriptsOf('.'))) {
    expect(script).toBe(`node src/tools/launch.mjs ${name.replace(':', ' --')}`);
  }
});

it.each([
  [['strat'], /^Found "strat"; one of start, dev, build, test, lint, .* would do\.\n$/],
  [['start', '--prot', '80'], /^Found "--prot"; --host ADDRESS and --port NUMBER would do\.\n$/],
  [['dev', '--port=x'], /^--port: found "x"; a whole number from 1 to 65535 would do\.\n$/],
  [
    ['build', '--host', '::1'],
    /^Found "--host ::1"; a build takes no options: BASE_PATH and SITE_URL say where/,
  ],
  [['test', '--fast'], /^Found "--fast"; nothing, or --quick, would do\.\n$/],
])('refuses %j', (args, message) => {
  expect(launch(args)).toEqual({ status: 1, stdout: '', stderr: expect.stringMatching(message) });
});

it.each(['start', 'dev', 'build', 'test'])('%s refuses a folder that is none', (name) => {
  const { status, stdout, stderr } = launch([name], { BASE_PATH: 'C:/Program Files/Git/x/' });
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  expect(stderr).toMatch(/^BASE_PATH: found "C:\/Program Files\/Git\/x\/", .*BASE_PATH=x\/.*\n$/);
});
