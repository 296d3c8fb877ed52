// At build: writes the classes of style modules into the code where they are used, `styles.mark` as 'marks-mark'. A table
// of them for each style sheet would weigh about a kilobyte on every page with a lab.
import type { Plugin } from 'vite';
import { classIn } from '../styles/class-names.ts';

const IMPORT = /^import (\w+) from '([^']+\.module\.css)';$/gm;

/**
 * A module's source with the names of its classes in it. Where one is looked up by a variable, the table stays; so it
 * does where its name occurs in any other way.
 */
export function withLiterals(source: string): string {
  return [...source.matchAll(IMPORT)].reduce((code, [line, table, sheet]) => {
    const use = new RegExp(`(?<![\\w./-])${table}(?:\\.(\\w+)|\\['([\\w-]+)'\\])`, 'g');
    // The style sheet itself is wanted all the same, in its place.
    const named = code
      .replace(line, `import '${sheet}';`)
      .replace(use, (_, plain, quoted) => `'${classIn(sheet as string, plain ?? quoted)}'`);
    const isLeft = new RegExp(`(?<![\\w./-])${table}(?![\\w-])`).test(named);
    return isLeft ? code : named;
  }, source);
}

export const literalClassNames = (): Plugin => ({
  name: 'literal-class-names',
  apply: 'build',
  enforce: 'pre',
  transform: {
    filter: { id: /\/(?:src|labs)\/.*\.tsx?$/, code: '.module.css' },
    handler: (code) => ({ code: withLiterals(code), map: null }),
  },
});
