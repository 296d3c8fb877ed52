// How a program stands, as text that can be compared.

const STANDING = ['counters', 'variables', 'locks', 'canGoOn', 'blocked', 'status'] as const;

/** As JSON, since a matcher may pass over a variable that is called __proto__, and in one order. */
export const standingText = (
  standing: Readonly<Record<(typeof STANDING)[number], unknown>>,
  registers: readonly (number | null)[] | undefined = undefined,
) => JSON.stringify([...STANDING.map((name) => [name, standing[name]]), registers]);
