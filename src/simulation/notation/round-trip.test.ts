// What is written of a scenario is read as the same scenario, whatever it is.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ms } from '../nanos.ts';
import { cpu, io, scenario, task } from '../scenario.ts';
import { ScenarioError } from '../scenario-error.ts';
import { anyScenario } from '../testing/any-scenario.ts';
import { format } from './format.ts';
import { parse } from './parse.ts';

test('of any scenario', () => {
  fc.assert(
    fc.property(anyScenario, (any) => {
      const text = format(any);
      expect(parse(text)).toEqual(any);
      expect(format(parse(text))).toBe(text);
      // Line feeds are for reading only: an address has semicolons.
      expect(parse(text.trimEnd().replaceAll('\n', '; '))).toEqual(any);
    }),
    { numRuns: 2000 },
  );
});

test('the text is canonical: only what differs from the defaults, in one order', () => {
  const tasks = [
    { ...task('request', [cpu(2), io(0.25, 'db')], 30), count: 10, spacing: { every: ms(10) } },
    {
      ...task('two words', [{ kind: 'repeat', times: 2, steps: [cpu(1)] }]),
      think: { mean: ms(4) },
    },
    task('none', []),
  ] as const;
  const devices = [
    { name: 'db', capacity: 3 },
    { name: 'net', capacity: null },
  ];
  const any = scenario({
    cores: 2,
    slice: ms(4),
    switchCost: ms(0.005),
    horizon: ms(99),
    devices,
    tasks,
  });
  expect(format(any)).toBe(`cores 2
slice 4
switch 0.005
horizon 99
device db capacity 3
device net
request x10: at 30, every 10, cpu 2, db 0.25
"two words": think exp 4, repeat 2 (cpu 1)
none:
`);
});

test('comments, spaces, semicolons, line ends of all kinds and places of lines do not matter', () => {
  const plain = parse('cores 2\nslice 5\ndevice db capacity 2\nA: at 1, cpu 5, db 3\nB: cpu 1\n');
  const odd =
    '\ufeff # a comment; cores\t2\r\nA :at 1 ,cpu 5,db   3#comment;;\n\n;"B":cpu 1;device db capacity 2\rslice 5';
  expect(parse(odd)).toEqual(plain);
});

/** Texts that are nearly right: pieces of the notation in any order. */
const pieces = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        'cores',
        'policy fair',
        'slice',
        'device',
        'capacity',
        'seed',
        'horizon',
        'workers',
      ),
      fc.constantFrom(
        'A',
        'B:',
        'x3',
        ':',
        ',',
        '(',
        ')',
        '"',
        '"a b"',
        ';',
        '\n',
        '#',
        ' ',
        'none',
      ),
      fc.constantFrom(
        'cpu',
        'io',
        'db',
        'lock m',
        'unlock m',
        'repeat 2 (',
        'exp',
        'at',
        'every',
        'think',
      ),
      fc.constantFrom(
        '0',
        '5',
        '5..15',
        '15..5',
        '0.25',
        '1e3',
        '-1',
        '40/s',
        '1.1234567',
        '99999999999',
      ),
    ),
    { maxLength: 40 },
  )
  .map((list) => list.join(' '));

/** A right text with something cut out of it, and something put in. */
const mutated = fc
  .tuple(anyScenario.map(format), fc.nat(), fc.nat(5), fc.string({ maxLength: 3 }))
  .map(([text, at, cut, put]) => {
    const place = at % (text.length + 1);
    return text.slice(0, place) + put + text.slice(place + cut);
  });

test('anything at all is read, or refused at a place in it; what is read is written and read again', () => {
  fc.assert(
    fc.property(fc.oneof(pieces, mutated, fc.string({ unit: 'binary' })), (text) => {
      try {
        const any = parse(text);
        expect(parse(format(any))).toEqual(any);
      } catch (error) {
        if (!(error instanceof ScenarioError)) throw error;
        const { line, column } = error as unknown as { line: number; column: number };
        const lines = text.split(/\r\n|\r|\n/);
        expect(line).toBeGreaterThan(0);
        expect(line).toBeLessThanOrEqual(lines.length);
        expect(column).toBeGreaterThan(0);
        expect(column).toBeLessThanOrEqual([...(lines[line - 1] as string)].length + 1);
      }
    }),
    { numRuns: 5000 },
  );
});
