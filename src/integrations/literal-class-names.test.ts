// Classes are written into the code as the style sheets will have them, and only where that is sure to be the same.
import { expect, test } from 'vitest';
import { withLiterals } from './literal-class-names.ts';

test('a class stands where it is used, and the style sheet is still asked for in its place', () => {
  expect(
    withLiterals(
      "import styles from './axis.module.css';\nimport links from '../links/links.module.css';\n" +
        "const classes = [styles.tick, links['far-off']];",
    ),
  ).toBe(
    "import './axis.module.css';\nimport '../links/links.module.css';\n" +
      "const classes = ['axis-tick', 'links-far-off'];",
  );
});

test.each(["styles['a' + b]", 'styles[kind]', 'look(styles)'])('with %s its table stays', (use) => {
  const source = `import styles from './axis.module.css';\nconst one = [styles.tick, ${use}];`;
  expect(withLiterals(source)).toBe(source);
});
