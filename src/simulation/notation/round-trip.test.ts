// What is written of a scenario is read as the same scenario, whatever it is.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scenario } from '../scenario/checked.ts';
import { ms } from '../scenario/nanos.ts';
import {
  cpu,
  io,
  type Length,
  type Scenario,
  type Task,
  task,
  together,
} from '../scenario/scenario.ts';
import { ScenarioError } from '../scenario/scenario-error.ts';
import { anyCharacter } from '../testing/any-character.ts';
import { anyScenario } from '../testing/any-scenario.ts';
import { format } from './format.ts';
import { parse } from './parse.ts';

/** A pause of any kind, and steps within up to five more repeats: what users think, and how deep locks may lie. */
const anyWithPauses = fc
  .tuple(
    anyScenario,
    fc.oneof(
      fc.integer({ min: 1 }),
      fc.record({ from: fc.nat(9), to: fc.integer({ min: 9 }) }),
    ) as fc.Arbitrary<Length>,
    fc.nat(5),
  )
  .map(([any, think, depth]) => {
    const tasks = any.tasks.map((one): Task => {
      let { steps } = one;
      for (let i = 0; i < depth; i += 1) steps = [{ kind: 'repeat', times: 1, steps }];
      return { ...one, steps, ...(one.think === undefined ? {} : { think }) };
    });
    return scenario({ ...any, tasks });
  });

test('of any scenario', () => {
  fc.assert(
    fc.property(fc.oneof(anyScenario, anyWithPauses), (any) => {
      const text = format(any);
      expect(parse(text)).toEqual(any);
      expect(format(parse(text))).toBe(text);
      // Line feeds are for reading only: an address has semicolons.
      expect(parse(text.trimEnd().replaceAll('\n', '; '))).toEqual(any);
    }),
    { numRuns: 2000 },
  );
});

const A = task('A', [cpu(1)]);
const same = { from: ms(3), to: ms(3) };
const lock = (name: string): Task['steps'] => [
  { kind: 'lock', lock: name },
  { kind: 'unlock', lock: name },
];

/** What says the same as nothing does, or nearly, is kept: a copy of one has a number to its name. */
test.each<[settings: Partial<Scenario> & Pick<Scenario, 'tasks'>, text: string]>([
  [{ tasks: [] }, ''],
  [{ tasks: [{ ...A, count: 1 }] }, 'A x1: cpu 1\n'],
  [{ tasks: [{ ...A, weight: 1, priority: 0 }] }, 'A: weight 1, priority 0, cpu 1\n'],
  [{ tasks: [{ ...A, spacing: { every: ms(0) } }] }, 'A: every 0, cpu 1\n'],
  [{ tasks: [{ ...A, spacing: { rate: 0.000001 } }] }, 'A: poisson 0.000001/s, cpu 1\n'],
  [{ horizon: ms(0), tasks: [{ ...A, think: ms(0) }] }, 'horizon 0\nA: think 0, cpu 1\n'],
  [{ tasks: [task('A', [{ kind: 'block', duration: same }])] }, 'A: block 3..3\n'],
  [{ tasks: [task('A', [{ kind: 'io', duration: { mean: ms(0) } }])] }, 'A: io exp 0\n'],
  [{ tasks: [task('A', [{ kind: 'repeat', times: 1, steps: [] }])] }, 'A: repeat 1 ()\n'],
  [{ tasks: [task('A', [together([io(5)])])] }, 'A: together (io 5)\n'],
  [
    { tasks: [task('A', [together([io(0), io(5), io(0.25)])])] },
    'A: together (io 0, io 5, io 0.25)\n',
  ],
  [
    {
      devices: [{ name: 'together', capacity: 1 }],
      tasks: [task('A', [together([io(1, 'together'), io(2)])])],
    },
    'device together capacity 1\nA: together ("together" 1, io 2)\n',
  ],
  [{ devices: [{ name: 'db', capacity: null }], tasks: [] }, 'device db\n'],
  [
    {
      devices: [
        { name: 'db', capacity: 50, crowding: { from: 8, by: 0.2 } },
        { name: 'retry', capacity: null, crowding: { from: 1, by: 0.000001 } },
      ],
      tasks: [
        {
          ...task('A', [io(1, 'retry')]),
          weight: 2,
          retry: { after: ms(0.5), times: 3 },
          spacing: { every: ms(5) },
        },
      ],
    },
    'device db capacity 50 slows 0.2 past 8\n' +
      'device retry slows 0.000001 past 1\n' +
      'A: every 5, retry 3 after 0.5, weight 2, "retry" 1\n',
  ],
  [{ policy: 'fifo', tasks: [A] }, 'A: cpu 1\n'],
  [{ policy: 'round-robin', slice: ms(5), tasks: [A] }, 'slice 5\nA: cpu 1\n'],
  [{ policy: 'priority', slice: ms(5), tasks: [A] }, 'policy priority\nslice 5\nA: cpu 1\n'],
  [
    { devices: [{ name: 'at', capacity: null }], tasks: [task('at', [io(1, 'at')])] },
    'device at\nat: "at" 1\n',
  ],
  [{ tasks: [], switchGrowth: [{ runnable: 9, cost: ms(0) }] }, 'switch 0, 0 at 9\n'],
  [
    {
      tasks: [],
      switchCost: ms(0.0012),
      switchGrowth: [
        { runnable: 1000, cost: ms(0.0017) },
        { runnable: 10_000, cost: ms(0.0028) },
      ],
    },
    'switch 0.0012, 0.0017 at 1000, 0.0028 at 10000\n',
  ],
  [{ tasks: [task('x5', lock('repeat'))] }, 'x5: lock repeat, unlock repeat\n'],
  [{ tasks: [task('a;b#c,\n"\\', [])] }, '"a;b#c,\\n\\"\\\\":\n'],
  [{ tasks: [task('\ud800', lock('\u2028'))] }, '"\\ud800": lock "\\u2028", unlock "\\u2028"\n'],
])('%j', (settings, text) => {
  const any = scenario(settings);
  expect(format(any)).toBe(text);
  expect(parse(text)).toEqual(any);
});

test('a name of millions of characters', () => {
  const any = scenario({ tasks: [task('"\n '.repeat(4_000_000), [])] });
  expect(parse(format(any)).tasks[0]?.name === any.tasks[0]?.name).toBe(true);
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
        'switch',
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
        'together (',
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
    fc.property(fc.oneof(pieces, mutated, fc.string({ unit: anyCharacter })), (text) => {
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
