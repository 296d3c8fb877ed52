// Which runs have too much in them for lanes.

/** Lanes with letters are for a few tasks with a few segments each: more are neither readable nor quick to draw. */
const MOST_LANES = 12;
const MOST_SEGMENTS = 240;

/** Whether a run's tasks are drawn in thin rows. */
export const isLarge = ({
  tasks,
}: {
  readonly tasks: readonly { readonly segments: readonly unknown[] }[];
}) =>
  tasks.length > MOST_LANES ||
  tasks.reduce((sum, { segments }) => sum + segments.length, 0) > MOST_SEGMENTS;
