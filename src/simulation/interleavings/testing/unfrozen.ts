// What could still be changed within something that should be frozen.

/** Every object within a value, itself included, that is not frozen. */
export const unfrozenIn = (value: unknown): object[] =>
  typeof value === 'object' && value !== null
    ? [...(Object.isFrozen(value) ? [] : [value]), ...Object.values(value).flatMap(unfrozenIn)]
    : [];
