// Since when a quick run looks for changes.
import { expect, test } from 'vitest';
import { changedSince } from './changed.mjs';

/** A repository in which these questions have these answers. */
const repository = (answers: Record<string, string>) => (args: string[]) => answers[args.join(' ')];

test('on a branch, since it left the main one', () => {
  const ask = repository({
    'rev-parse HEAD': 'mine',
    'merge-base HEAD origin/main': 'shared',
    'rev-parse HEAD~1': 'before',
  });
  expect(changedSince(ask)).toEqual(['--changed', 'shared', '--passWithNoTests']);
});

test('on the main branch, since the commit before the last', () => {
  const ask = repository({
    'rev-parse HEAD': 'last',
    'merge-base HEAD origin/main': 'last',
    'merge-base HEAD main': 'last',
    'rev-parse HEAD~1': 'before',
  });
  expect(changedSince(ask)).toEqual(['--changed', 'before', '--passWithNoTests']);
});

test('where there is no repository, all tests run', () => {
  expect(changedSince(repository({}))).toEqual([]);
});
