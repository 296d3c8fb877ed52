// Classes stand in a bundle where they are used, and a table of them only where it is still asked.
import { expect, test } from 'vitest';
import { withLiterals } from './literal-class-names.ts';

const TABLE = `var line$1 = "axis-line";
var major = "axis-major";
var axis_module_default = {
	line: line$1,
	major,
	"far-off": "axis-far-off"
};`;

test('a class stands where it is used, and its table is gone', () => {
  const uses =
    'look(axis_module_default.line, axis_module_default.major, axis_module_default["far-off"]);';
  expect(withLiterals(`${TABLE}\n${uses}`)).toBe(
    'var line$1 = "axis-line";\nvar major = "axis-major";\n\nlook("axis-line", "axis-major", "axis-far-off");',
  );
});

test.each(['axis_module_default[kind]', 'look(axis_module_default)', 'axis_module_default.none'])(
  'with %s the table stays',
  (use) => {
    expect(withLiterals(`${TABLE}\nlook(axis_module_default.line, ${use});`)).toBe(
      `${TABLE}\nlook("axis-line", ${use});`,
    );
  },
);

test('tables of the same name are told apart', () => {
  const other = 'var axis_module_default$1 = {\n\tline: "other-line"\n};';
  expect(withLiterals(`${TABLE}\n${other}\nlook(axis_module_default$1.line);`)).toContain(
    'look("other-line")',
  );
});
