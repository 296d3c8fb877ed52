// How text is set: what belongs together stays on one line.

/** The text with no-break spaces between a number and its unit, and around a multiplication sign. */
export const keepTogether = (text: string): string =>
  text
    .replace(/(\d) (ms|s|GB|MB|GiB|MiB|KiB|kB|km|million|billion)\b/g, '$1\u00a0$2')
    .replace(/ × (?=\S)/g, '\u00a0×\u00a0');
