// Links that nobody wrote with good intent: every lab reads them to a state that it allows, and says what was wrong.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyCharacter } from '../../simulation/testing/any-character.ts';
import type { AnyLab } from '../lab.ts';
import type { Parameter } from '../parameters/kinds.ts';
import { writeLink } from '../parameters/link.ts';
import { format } from '../parameters/values.ts';
import { RESERVED, readLink } from './read-link.ts';

const labs = Object.values(
  import.meta.glob<AnyLab>('/labs/*/index.ts', { eager: true, import: 'default' }),
);

const text = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: anyCharacter, maxLength: 40 }),
  fc.constantFrom(
    '',
    '0',
    '-1',
    '1e999',
    'NaN',
    '٣',
    '%',
    '%zz',
    '<script>',
    'A'.repeat(5000),
    '__proto__',
  ),
  fc.nat().map(String),
  fc.double().map(String),
);

/** What a parameter takes, or nearly. */
function nearly(parameter: Parameter): fc.Arbitrary<string> {
  switch (parameter.kind) {
    case 'choice':
    case 'stops':
      return fc.constantFrom(...parameter.options.map(({ value }) => String(value)));
    case 'toggle':
      return fc.constantFrom('on', 'off');
    case 'moves':
      return fc
        .array(fc.constantFrom(...parameter.letters), { maxLength: 40 })
        .map((m) => m.join(''));
    default:
      return fc
        .integer({ min: parameter.min - 1, max: parameter.max + 1 })
        .map((value) => format(parameter, value));
  }
}

/** A query: names that the lab has, that the kit has, and that nobody has, with values of all kinds. */
function queryOf({ parameters }: AnyLab): fc.Arbitrary<string> {
  const fitting = Object.entries(parameters).map(([name, parameter]) =>
    fc.tuple(fc.constant(name), fc.oneof({ weight: 3, arbitrary: nearly(parameter) }, text)),
  );
  const compared = fc
    .array(fc.oneof(...fitting), { maxLength: 4 })
    .map(
      (pairs) => ['compare', pairs.map(([name, value]) => `${name}:${value}`).join(',')] as const,
    );
  const pair = fc.oneof(
    { weight: 6, arbitrary: fc.oneof(...fitting) },
    { weight: 2, arbitrary: compared },
    fc.tuple(fc.constantFrom(...RESERVED), text),
    fc.tuple(text, text),
  );
  return fc.oneof(
    fc
      .array(pair, { maxLength: 8 })
      .map((pairs) => `?${pairs.map((one) => one.map(encodeLone).join('=')).join('&')}`),
    text.map((raw) => `?${raw}`),
  );
}

/** Encoded as a browser does, which puts a sign of its own for half a character. */
const encodeLone = (value: string) => encodeURIComponent(value.toWellFormed());

test.each(labs.map((lab) => [lab.id, lab] as const))('%s', (_, lab) => {
  let told = 0;
  const property = fc.property(queryOf(lab), (query) => {
    const { warnings, ...state } = readLink(lab, query);
    for (const warning of warnings) {
      expect(warning).toMatch(/^[A-Z].*\.$/s);
      expect(warning.length).toBeLessThan(500);
      expect(warning).not.toContain('undefined');
    }
    told += warnings.length;
    // What was read can be written, and then nothing is wrong with it.
    expect(readLink(lab, writeLink(lab, state))).toEqual({ ...state, warnings: [] });
  });
  fc.assert(property, { numRuns: 300 });
  expect(told).toBeGreaterThan(0);
});
