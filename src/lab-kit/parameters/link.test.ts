// A lab's state survives its link, and no link, however wrong, gets past what the lab allows.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import lab from '../../../labs/interleaving/index.ts';
import whichKnob from '../../../labs/which-knob/index.ts';
import { readLink } from '../later/read-link.ts';
import { parse } from '../later/read-value.ts';
import { range, type Value } from './kinds.ts';
import { roundest, writeLink } from './link.ts';
import { defaults, format } from './values.ts';

const start = defaults(lab.parameters);

/** Any setting that the lab's knobs can make. */
const settings = fc.record({
  cores: fc.constantFrom(1, 2, 3, 4),
  slice: fc.option(fc.integer({ min: 1, max: 20 })),
  database: fc.integer({ min: 0, max: 20 }).map((n) => 5 * n),
  other: fc.boolean(),
  burst: fc.integer({ min: 1, max: 8 }).map((n) => 5 * n),
  waiting: fc.constantFrom('switch' as const, 'block' as const),
});

test('a state that is written reads back the same, without warnings', () => {
  const instant = fc.option(fc.integer({ min: 1, max: 1e9 }).map((n) => n / 1000));
  fc.assert(
    fc.property(settings, fc.option(settings), instant, (values, compare, at) => {
      const state = { values, compare, at };
      expect(readLink(lab, writeLink(lab, state))).toEqual({ ...state, warnings: [] });
    }),
  );
});

test('each stop of a slider of tenths reads back', () => {
  const tenths = range({ label: '', unit: '', min: 0, max: 1, step: 0.1, default: 0 }, String);
  for (let tenth = 0; tenth <= 10; tenth += 1) {
    expect(parse(tenths, String(tenth / 10))).toBe(tenth / 10);
  }
  expect(parse(tenths, '0.25')).toBeUndefined();
  expect(parse(tenths, '0.300001')).toBeUndefined();
});

test('a link carries only what differs from the default', () => {
  expect(writeLink(lab, { values: start, compare: null, at: null })).toBe('');
  expect(writeLink(lab, { values: { ...start, cores: 2, slice: 4 }, compare: start, at: 42 })).toBe(
    '?cores=2&slice=4&compare=default&at=42',
  );
});

test.each([
  ['where something changes in a run of seconds', 0.8, 15594.76, 1],
  ['the end, to a nanosecond', 15594.760039, 15594.760039, 15595],
  ['a hundredth of a second', 12340, 15594.76, 12340],
  ['in a run of milliseconds', 312.345678, 340, 312.3],
  ['shortly after its beginning', 4.0625, 340, 4.063],
])('an instant is linked to as the clock tells it: %s', (_, at, end, linked) => {
  const { clock } = lab.view;
  if (clock === undefined) throw new Error('The lab has no clock.');
  expect(roundest(clock, at * clock.size, end * clock.size)).toBe(linked);
  expect(clock.say(linked * clock.size, end * clock.size)).toBe(
    clock.say(at * clock.size, end * clock.size),
  );
});

describe('what chooses how runs are drawn', () => {
  test('is said once of both', () => {
    const values = { ...defaults(whichKnob.parameters), turn: 'near' };
    const state = { values, compare: { ...values, cores: 4 }, at: null };
    expect(writeLink(whichKnob, state)).toBe('?turn=near&compare=cores:4');
    expect(readLink(whichKnob, writeLink(whichKnob, state))).toEqual({ ...state, warnings: [] });
  });

  test('is no setting of the run to compare with, which is told', () => {
    const { compare, warnings } = readLink(whichKnob, '?compare=cores:4,turn:near');
    expect(compare).toEqual({ ...defaults(whichKnob.parameters), cores: 4 });
    expect(warnings).toEqual([
      'In the link, compare sets turn, which is the same for both runs. It is left out.',
    ]);
  });
});

describe('a wrong value', () => {
  test.each([
    ['cores', 'NaN', '1, 2, 3 or 4'],
    ['cores', '9', '1, 2, 3 or 4'],
    ['cores', '1e0', '1, 2, 3 or 4'],
    ['slice', '0', '1 to 20 (ms, in steps of 1), or none'],
    ['slice', '-4', '1 to 20 (ms, in steps of 1), or none'],
    ['slice', '2.5', '1 to 20 (ms, in steps of 1), or none'],
    ['database', '1e309', '0 to 100 (ms, in steps of 5)'],
    ['slice', '21', '1 to 20 (ms, in steps of 1), or none'],
    ['database', '105', '0 to 100 (ms, in steps of 5)'],
    ['database', '37', '0 to 100 (ms, in steps of 5)'],
    ['database', '', '0 to 100 (ms, in steps of 5)'],
    ['other', 'true', 'on or off'],
    ['waiting', '__proto__', 'switch or block'],
  ])('%s=%s is named with what is allowed, and the default stands', (name, text, allowed) => {
    const { values, warnings } = readLink(lab, `?${name}=${text}`);
    expect(values).toEqual(start);
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toContain(`sets ${name} to “${text}”`);
    expect(warnings[0]).toContain(`Allowed: ${allowed}.`);
  });

  test.each([
    ['at=10&at=20', 'The link sets at to 2 values. Allowed: one. The lab starts at 0.'],
    [
      'compare=default&compare=cores:2',
      'The link sets compare to 2 values. Allowed: one. The lab starts without a run to compare with.',
    ],
    ['compare=cores:2,cores:3', 'In the link, compare sets cores to 2 values.'],
  ])('%s says one thing twice, and neither is taken', (query, said) => {
    const { at, compare, warnings } = readLink(lab, `?${query}`);
    expect([at, compare]).toEqual([null, null]);
    expect(warnings).toEqual([expect.stringContaining(said)]);
  });

  test('given twice counts as wrong', () => {
    const { values, warnings } = readLink(lab, '?cores=2&cores=3');
    expect(values).toEqual(start);
    expect(warnings[0]).toContain('sets cores to 2 values');
  });

  test('does not spoil the others', () => {
    expect(readLink(lab, '?cores=9&slice=4').values).toEqual({ ...start, slice: 4 });
  });

  test('of a run to compare with leaves that run out', () => {
    const { compare, warnings } = readLink(lab, '?compare=cores:9');
    expect(compare).toBeNull();
    expect(warnings[0]).toBe(
      'In the link, compare sets cores to “9”. Allowed: 1, 2, 3 or 4. The lab starts without a run to compare with.',
    );
  });

  test('of the theme is named', () => {
    expect(readLink(lab, '?theme=blue').warnings[0]).toContain('Allowed: light or dark.');
    expect(readLink(lab, '?theme=dark').warnings).toEqual([]);
  });

  test('of the playhead is named', () => {
    expect(readLink(lab, '?at=-1').warnings[0]).toContain('an instant in ms');
  });
});

test.each(['__proto__', 'constructor', 'toString', 'core'])(
  'the unknown name %s is named',
  (name) => {
    const { values, warnings } = readLink(lab, `?${name}=1`);
    expect(values).toEqual(start);
    expect(warnings[0]).toContain(`sets “${name}”, which this lab does not have`);
    expect(warnings[0]).toContain('cores, slice, database');
  },
);

test('a very long value is cut short in its warning', () => {
  const [warning] = readLink(lab, `?slice=${'9'.repeat(100_000)}`).warnings;
  expect(warning?.length).toBeLessThan(300);
  expect(warning).toContain('(100000 characters)');
});

test('whatever the link holds, every value is one that its parameter allows', () => {
  const name = fc.oneof(
    fc.constantFrom(...Object.keys(lab.parameters), 'compare', 'at'),
    fc.string(),
  );
  const text = fc.oneof(
    fc.string(),
    fc.constantFrom('NaN', '1e309', '-1', '2', 'none', 'on', 'block'),
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(name, text)), (pairs) => {
      const { values } = readLink(lab, `?${new URLSearchParams(pairs)}`);
      for (const [key, parameter] of Object.entries(lab.parameters)) {
        const value = (values as Record<string, Value>)[key] as Value;
        expect(parse(parameter, format(parameter, value))).toBe(value);
      }
    }),
  );
});
