// All recordings, found by their files in content/recordings. For the build: islands are given theirs.
const files = import.meta.glob<unknown>('/content/recordings/*.json', {
  eager: true,
  import: 'default',
});

const byName = new Map(
  Object.entries(files).map(([path, json]) => [
    path.replace(/^.*\/|\.json$/g, ''),
    { file: path.slice(1), json },
  ]),
);

/** Every recording's name. */
export const recordingNames: readonly string[] = [...byName.keys()];

/** The file of the recording of this name, and what it holds, parsed. @throws Error naming the recordings there are */
export function recordingFile(name: string): { file: string; json: unknown } {
  const found = byName.get(name);
  if (found === undefined) {
    throw new Error(
      `There is no recording "${name}"; the recordings are ${recordingNames.join(', ')}.`,
    );
  }
  return found;
}
