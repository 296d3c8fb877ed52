// Recordings are found by their names; a name that is not there is told with those that are.
import { expect, test } from 'vitest';
import { recordingFile, recordingNames } from './recordings.ts';

test('a recording is found by its name', () => {
  const { file, json } = recordingFile('two-hogs-two-cores');
  expect(file).toBe('content/recordings/two-hogs-two-cores.json');
  expect(json).toMatchObject({ name: 'two-hogs-two-cores' });
});

test.each(['two-hogs', 'README', 'toString'])('there is no recording "%s"', (name) => {
  expect(() => recordingFile(name)).toThrow(
    `There is no recording "${name}"; the recordings are ${recordingNames.join(', ')}.`,
  );
});
