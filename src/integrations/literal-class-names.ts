// At build: writes the classes of style modules into the code where they are used, `styles.mark` as "marks-mark". The
// tables of them would weigh about a kilobyte on every page with a lab.
import type { Plugin } from 'vite';

/** The table of a style module in a bundle, before that is made small, and an entry of it. */
const TABLE = /^var (\w+_module_default(?:\$\d+)?) = \{([^}]*)\};$/gm;
const ENTRY = /^\s*"?([\w-]+)"?(?:: ("[\w-]+"|[\w$]+))?,?$/gm;

const inPattern = (name: string) => name.replaceAll('$', '\\$&');

/**
 * A bundle with the names of its classes where they are used. A table from which one is looked up by a variable, or that
 * another bundle asks for, stays as well.
 */
export function withLiterals(bundle: string): string {
  return [...bundle.matchAll(TABLE)].reduce((code, [table, name, entries]) => {
    const classes = new Map<string, string>();
    for (const [, own, value = own as string] of (entries as string).matchAll(ENTRY)) {
      const constant = new RegExp(`^var ${inPattern(value)} = ("[\\w-]+");$`, 'm');
      const found = value.startsWith('"') ? value : constant.exec(code)?.[1];
      if (found !== undefined) classes.set(own as string, found);
    }
    const at = inPattern(name as string);
    const use = new RegExp(`(?<![\\w$.])${at}(?:\\.(\\w+)|\\["([\\w-]+)"\\])`, 'g');
    const used = code.replace(use, (asked, plain, quoted) => classes.get(plain ?? quoted) ?? asked);
    const isLeft = new RegExp(`(?<![\\w$])${at}(?![\\w$])`).test(used.replace(table, ''));
    return isLeft ? used : used.replace(table, '');
  }, bundle);
}

export const literalClassNames = (): Plugin => ({
  name: 'literal-class-names',
  apply: 'build',
  enforce: 'post',
  renderChunk: (code) => ({ code: withLiterals(code), map: null }),
});
