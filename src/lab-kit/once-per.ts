// What is made once: of an object, kept as long as the object is, or of a setting, kept for the next who asks.

/** `make`, called once for each object. */
export function oncePer<K extends object, T>(make: (of: K) => T): (of: K) => T {
  const made = new WeakMap<K, { readonly value: T }>();
  return (of) => {
    const known = made.get(of) ?? { value: make(of) };
    made.set(of, known);
    return known.value;
  };
}

/** Settings whose results are kept; then all are forgotten, so that a long session does not fill the memory. */
const MOST_SETTINGS = 2000;

/**
 * `make`, called once for each setting: curves, sentences and facts ask for the same runs at each turn.
 *
 * @param parts what of a setting the result depends on
 */
export function oncePerSetting<S, T, Rest extends readonly unknown[]>(
  parts: (setting: S) => readonly (string | number | boolean | null)[],
  make: (setting: S, ...rest: Rest) => T,
): (setting: S, ...rest: Rest) => T {
  const made = new Map<string, { readonly value: T }>();
  return (setting, ...rest) => {
    const key = parts(setting).join();
    const known = made.get(key);
    if (known !== undefined) return known.value;
    if (made.size >= MOST_SETTINGS) made.clear();
    const value = make(setting, ...rest);
    made.set(key, { value });
    return value;
  };
}
