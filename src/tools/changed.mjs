// @ts-check
// Which unit tests a quick run needs: those of what has changed since the branch left the main one.
import { spawnSync } from 'node:child_process';
import { ROOT } from './setup.mjs';

/** What git says, or undefined where it has no answer. @param {string[]} args */
function git(args) {
  const { status, stdout } = spawnSync('git', args, { cwd: ROOT, encoding: 'utf8' });
  return status === 0 ? stdout.trim() : undefined;
}

/**
 * Vitest's arguments: tests of what has been changed and not committed, and of the commits since the branch left the
 * main one; on the main branch itself, of its last commit. Where git cannot tell, all tests.
 *
 * @param {(args: string[]) => string | undefined} [ask] git
 * @returns {string[]}
 */
export function changedSince(ask = git) {
  const head = ask(['rev-parse', 'HEAD']);
  const left = ['origin/main', 'main']
    .map((branch) => ask(['merge-base', 'HEAD', branch]))
    .find((commit) => commit !== undefined && commit !== head);
  const since = left ?? ask(['rev-parse', 'HEAD~1']);
  return since === undefined ? [] : ['--changed', since, '--passWithNoTests'];
}
