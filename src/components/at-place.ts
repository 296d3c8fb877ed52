// Mistakes in a chapter are told with the place where they stand.

/** What `make` gives; an error of its says the place first. @param place file and line, as the build gives them */
export function atPlace<T>(place: string | undefined, make: () => T): T {
  try {
    return make();
  } catch (error) {
    throw new Error(`${place}: ${(error as Error).message}`, { cause: error });
  }
}

/**
 * Refuses what a component does not have: a prop that is misspelt would be left out without a word.
 *
 * @throws Error naming the props there are
 */
export function onlyProps<P extends object>(
  component: string,
  props: P,
  known: readonly (keyof P & string)[],
): void {
  const wrong = Object.keys(props).find((name) => !known.includes(name as keyof P & string));
  if (wrong === undefined) return;
  const names = known.filter((name) => name !== 'place').join(', ');
  throw new Error(`<${component}>: found "${wrong}"; its props are ${names}.`);
}
