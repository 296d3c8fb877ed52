// A component in a chapter refuses the props that it does not have.

/** What the build adds by itself. */
type GivenByBuild = 'place' | 'asked';
const BUILD = new Set<string>(['place', 'asked'] satisfies GivenByBuild[]);

/**
 * Refuses a component that lacks a prop.
 *
 * @throws Error with the place, naming the prop
 */
export function needsProps<P extends { readonly place?: string }>(
  component: string,
  props: P,
  needed: readonly Exclude<keyof P & string, GivenByBuild>[],
): void {
  const missing = needed.find((name) => props[name] === undefined);
  if (missing === undefined) return;
  throw new Error(
    `${props.place}: <${component}>: found no ${missing}; it needs ${needed.join(', ')}.`,
  );
}

/**
 * Refuses a prop that is misspelt, which would be left out without a word.
 *
 * @param props with the place of the component, as the build gives it
 * @throws Error with the place, naming the props there are
 */
export function onlyProps<P extends { readonly place?: string }>(
  component: string,
  props: P,
  known: readonly Exclude<keyof P & string, GivenByBuild>[],
): void {
  const names: readonly string[] = known;
  const wrong = Object.keys(props).find((name) => !BUILD.has(name) && !names.includes(name));
  if (wrong === undefined) return;
  throw new Error(
    `${props.place}: <${component}>: found "${wrong}"; its props are ${names.join(', ')}.`,
  );
}
