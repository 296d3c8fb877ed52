// Each line and step of the notation, and what is said of each mistake.
import { describe, expect, test } from 'vitest';
import { POLICY_NAMES } from '../policies/policies.ts';
import { scenario } from '../scenario/checked.ts';
import { ms } from '../scenario/nanos.ts';
import { cpu, DEFAULTS, type Scenario } from '../scenario/scenario.ts';
import { NotationError } from './notation-error.ts';
import { parse } from './parse.ts';

test('a scenario, line by line', () => {
  expect(
    parse(`
      # Two requests and a batch.
      cores 2; policy priority; slice 4
      switch 0.005
      workers 8
      waiting frees
      runtime-slice 10
      runtime-switch 0.0002
      device db capacity 10
      seed 7
      horizon 1000
      A: cpu 5, io 35, db 5..15, block exp 2.5
      batch x3: at 30, every 10, weight 2, priority 1, lock m, cpu 1, unlock m
      call x100: poisson 40.5/s, repeat 3 (cpu 1, repeat 2 (io 50))
      user x20: think exp 1000
      page: cpu 1, together (db 50, db exp 20, io 5..15), repeat 2 (together(io 20))
    `),
  ).toEqual(
    scenario({
      cores: 2,
      policy: 'priority',
      slice: ms(4),
      switchCost: ms(0.005),
      workers: 8,
      waiting: 'frees',
      runtimeSlice: ms(10),
      runtimeSwitchCost: ms(0.0002),
      devices: [{ name: 'db', capacity: 10 }],
      seed: 7,
      horizon: ms(1000),
      tasks: [
        {
          name: 'A',
          arrival: ms(0),
          steps: [
            { kind: 'cpu', duration: ms(5) },
            { kind: 'io', duration: ms(35) },
            { kind: 'io', duration: { from: ms(5), to: ms(15) }, device: 'db' },
            { kind: 'block', duration: { mean: ms(2.5) } },
          ],
        },
        {
          name: 'batch',
          count: 3,
          arrival: ms(30),
          spacing: { every: ms(10) },
          weight: 2,
          priority: 1,
          steps: [
            { kind: 'lock', lock: 'm' },
            { kind: 'cpu', duration: ms(1) },
            { kind: 'unlock', lock: 'm' },
          ],
        },
        {
          name: 'call',
          count: 100,
          arrival: ms(0),
          spacing: { rate: 40.5 },
          steps: [
            {
              kind: 'repeat',
              times: 3,
              steps: [
                { kind: 'cpu', duration: ms(1) },
                { kind: 'repeat', times: 2, steps: [{ kind: 'io', duration: ms(50) }] },
              ],
            },
          ],
        },
        { name: 'user', count: 20, arrival: ms(0), think: { mean: ms(1000) }, steps: [] },
        {
          name: 'page',
          arrival: ms(0),
          steps: [
            { kind: 'cpu', duration: ms(1) },
            {
              kind: 'together',
              steps: [
                { kind: 'io', duration: ms(50), device: 'db' },
                { kind: 'io', duration: { mean: ms(20) }, device: 'db' },
                { kind: 'io', duration: { from: ms(5), to: ms(15) } },
              ],
            },
            {
              kind: 'repeat',
              times: 2,
              steps: [{ kind: 'together', steps: [{ kind: 'io', duration: ms(20) }] }],
            },
          ],
        },
      ],
    }),
  );
});

test.each<[text: string, settings: Partial<Scenario>]>([
  ['', {}],
  ['slice none; tick none; horizon none; runtime-slice none', {}],
  ['workers per-task; waiting holds; policy fifo', {}],
  ['switch 0', {}],
  [
    'switch 0.0012, 0.0017 at 1000,0.0028 at 10000 # measured',
    {
      switchCost: ms(0.0012),
      switchGrowth: [
        { runnable: 1000, cost: ms(0.0017) },
        { runnable: 10_000, cost: ms(0.0028) },
      ],
    },
  ],
  [
    'device db capacity 50 slows 0.2 past 8; device net slows 1.250000 past 1',
    {
      devices: [
        { name: 'db', capacity: 50, crowding: { from: 8, by: 0.2 } },
        { name: 'net', capacity: null, crowding: { from: 1, by: 1.25 } },
      ],
    },
  ],
  [
    'request x100: poisson 40/s, retry 2 after 1000.5, cpu 5',
    {
      tasks: [
        {
          name: 'request',
          count: 100,
          arrival: ms(0),
          spacing: { rate: 40 },
          retry: { after: ms(1000.5), times: 2 },
          steps: [cpu(5)],
        },
      ],
    },
  ],
  ['policy fair; tick 4', { policy: 'fair', tick: ms(4) }],
])('%j', (text, settings) => {
  expect(parse(text)).toEqual({ ...DEFAULTS, policy: 'fifo', tasks: [], ...settings });
});

test('times are exact, to the nanosecond and up to the last', () => {
  const lengths = ['0.000001', '0.1', '1.000001', '4503599627.370497', '9007199254.740991', '007'];
  const { tasks } = parse(`A: ${lengths.map((length) => `cpu ${length}`).join(', ')}`);
  expect(tasks[0]?.steps.map((step) => 'duration' in step && step.duration)).toEqual([
    1, 100_000, 1_000_001, 4_503_599_627_370_497, 9_007_199_254_740_991, 7_000_000,
  ]);
});

test('words that stand for something else elsewhere are names where a name stands, or in quotes', () => {
  const { tasks, devices } = parse(
    'device "cpu"; cores: lock lock, "cpu" 5, unlock lock, together ("cpu" 5); device device',
  );
  expect(devices.map(({ name }) => name)).toEqual(['cpu', 'device']);
  expect(tasks[0]).toMatchObject({
    name: 'cores',
    steps: [{ lock: 'lock' }, { device: 'cpu' }, {}, { steps: [{ device: 'cpu' }] }],
  });
});

/** The place, what was found and what would do: for a text with a mark at the place. */
describe('mistakes', () => {
  test.each<[marked: string, found: string, allowed: string]>([
    ['^core 2', '"core"', 'cores, or the name of a task and a colon,'],
    ['^Slcie 2', '"Slcie"', 'slice, or the name of a task and a colon,'],
    ['request ^cpu 5', '"cpu"', 'a colon behind the name of a task'],
    ['request x100 ^cpu 5', '"cpu"', 'a colon behind the name of a task'],
    ['^: cpu 5', '":"', 'a line such as cores 2, or the name of a task and a colon,'],
    ['cores^', 'the end of text', 'a whole number'],
    ['cores ^two', '"two"', 'a whole number'],
    ['cores ^0', '"0"', 'a whole number from 1 to 256'],
    [`cores ^${'9'.repeat(400)}`, `"${'9'.repeat(40)}…"`, 'a whole number from 1 to 256'],
    ['cores 2 ^3', '"3"', 'the end of the line'],
    ['cores 2\nslice 5; ^cores 3', '"cores"', 'one line of it, and there is one on line 1,'],
    ['policy ^lottery', '"lottery"', POLICY_NAMES.join(' or ')],
    ['policy ^fair; A: cpu 1', 'no tick', 'a time, which the policy fair needs,'],
    ['policy fifo; slice ^5', '"5"', 'none with the policy fifo'],
    ['slice ^0', '"0"', 'more than 0 ms, or none,'],
    ['slice ^5ms', '"5ms"', 'a number of ms such as 5 or 0.25, or none,'],
    ['workers ^many', '"many"', 'a whole number, or per-task,'],
    // A switch that grows.
    ['switch ^soon', '"soon"', 'a number of ms such as 5 or 0.25'],
    [
      'switch 1 ^2 at 9',
      '"2"',
      'a comma and what it costs with more runnable, or the end of the line,',
    ],
    ['switch 1,^', 'the end of text', 'a number of ms such as 5 or 0.25'],
    ['switch 1, 2^', 'the end of text', 'at and how many are runnable, such as at 1000,'],
    ['switch 1, 2 ^after 9', '"after"', 'at and how many are runnable, such as at 1000,'],
    ['switch 1, 2 at ^all', '"all"', 'a whole number'],
    [
      'switch 1, 2 at 9 ^at 8',
      '"at"',
      'a comma and what it costs with more runnable, or the end of the line,',
    ],
    ['switch 1, 2 at ^1', '"1"', 'a whole number from 2 to 1000000'],
    ['switch 1, 2 at 9,\t3 at ^9; A: cpu 1', '"9"', 'more than in the point before it'],
    ['cores 2\nswitch 1.5, ^1.25 at 9', '"1.25"', 'no less than the cost before it'],
    ['switch 1, 2 at 9, ^1.999999 at 10', '"1.999999"', 'no less than the cost before it'],
    ['switch 1, ^1000.000001 at 9', '"1000.000001"', 'at most a second'],
    ['switch 1; ^switch 1, 2 at 9', '"switch"', 'one line of it, and there is one on line 1,'],
    [
      `switch 0, ^${Array.from({ length: 101 }, (_, i) => `1 at ${i + 2}`).join(', ')}`,
      '101',
      'at most 100 points',
    ],
    ['waiting ^sometimes', '"sometimes"', 'holds or frees'],
    ['seed ^4294967296', '"4294967296"', 'a whole number from 0 to 4294967295'],
    ['device^', 'the end of text', 'the name of a device'],
    ['device db ^10', '"10"', 'capacity 10, slows 0.2 past 8, or the end of the line,'],
    ['device db capacity 10 ^20', '"20"', 'slows 0.2 past 8, or the end of the line,'],
    ['device db slows 0.2 past 8 ^9', '"9"', 'the end of the line'],
    ['device db slows^', 'the end of text', 'a part of the length, such as 0.2,'],
    ['device db slows ^20%', '"20%"', 'a part of the length, such as 0.2,'],
    ['device db slows 0.2^', 'the end of text', 'past and a whole number, such as past 8,'],
    ['device db slows 0.2 ^from 8', '"from"', 'past and a whole number, such as past 8,'],
    ['device db slows 0.2 past ^few', '"few"', 'a whole number'],
    ['device db slows 0.2 past ^0', '"0"', 'a whole number from 1 to 1000000'],
    [
      'device db capacity 9 slows ^0 past 8',
      '"0"',
      'a part of the length for each one more, more than 0, at most 1000, with at most six decimals,',
    ],
    ['device db capacity ^0', '"0"', 'a whole number from 1 to 1000000, or nothing for no limit,'],
    ['device db; device ^db', '"db"', 'a name that no other device has'],
    // Numbers.
    ['A: cpu ^1e3', '"1e3"', 'a number of ms such as 5 or 0.25, a range such as 5..15, or exp 10,'],
    ['A: cpu ^-1', '"-1"', 'a number of ms such as 5 or 0.25, a range such as 5..15, or exp 10,'],
    ['A: cpu ^.5', '".5"', 'a number of ms such as 5 or 0.25, a range such as 5..15, or exp 10,'],
    [
      'A: cpu ^1.1234567',
      '"1.1234567"',
      'a number of ms such as 5 or 0.25, a range such as 5..15, or exp 10,',
    ],
    ['A: cpu ^٣', '"٣"', 'a number of ms such as 5 or 0.25, a range such as 5..15, or exp 10,'],
    ['A: cpu ^9007199254.740992', '"9007199254.740992"', 'at most 9007199254.740991 ms'],
    ['A: cpu ^15..5', '"15..5"', 'a range whose lesser end comes first'],
    ['A: cpu ^5..99999999999', '"5..99999999999"', 'at most 9007199254.740991 ms'],
    ['A: cpu exp ^x', '"x"', 'a number of ms such as 5 or 0.25'],
    // Tasks.
    ['A: cpu 5\n^A: cpu 5', '"A"', 'a name that no other task has'],
    ['^"": cpu 5', '""', 'a name of at least one letter'],
    ['A ^x0: cpu 5', '"x0"', 'a whole number from 1 to 1000000'],
    ['A x2: poisson ^40, cpu 5', '"40"', 'arrivals per second, such as 40/s,'],
    [
      'A x2: poisson ^0/s, cpu 5',
      '"0/s"',
      'arrivals per second, more than 0, at most 1000000000, with at most six decimals,',
    ],
    ['A: at 1, ^at 2, cpu 5', '"at"', 'each attribute once, and either every or poisson,'],
    [
      'A: at 1, every 2, ^poisson 4/s',
      '"poisson"',
      'each attribute once, and either every or poisson,',
    ],
    ['A: cpu 5, ^at 30', '"at"', 'attributes before the first step'],
    ['device "at"; A: cpu 5, ^at 30', '"at"', 'attributes before the first step'],
    ['A: repeat 2 (^weight 3)', '"weight"', 'attributes before the first step'],
    ['A: ^wieght 3, cpu 5', '"wieght"', 'weight before the first step, or a line "device wieght",'],
    ['A x1000000: cpu 1; ^B: cpu 1', '"B"', 'at most 1000000 tasks in all'],
    [
      '"tasks[0]" x12: cpu 1; ^"tasks[0]12": cpu 1',
      '"tasks[0]12"',
      'a name that no copy of "tasks[0]" has',
    ],
    ['A: at 1 ^cpu 5', '"cpu"', 'a comma and a step, or the end of the line,'],
    ['A: at 1,^', 'the end of text', 'a step such as cpu 5, io 35 or lock m'],
    ['A: weight ^heavy', '"heavy"', 'a whole number'],
    ['A: weight ^0', '"0"', 'a whole number from 1 to 1000000'],
    ['A: priority ^100', '"100"', 'a whole number from 0 to 99'],
    ['A: retry^', 'the end of text', 'how many times, a whole number,'],
    ['A: retry ^often after 5, cpu 1', '"often"', 'how many times, a whole number,'],
    ['A: retry 2^, cpu 1', '","', 'after and a time, such as after 1000,'],
    ['A: retry 2 ^every 5, cpu 1', '"every"', 'after and a time, such as after 1000,'],
    ['A: retry 2 after ^0, cpu 1', '"0"', 'more than 0 ms'],
    ['A: retry ^0 after 5, cpu 1', '"0"', 'a whole number from 1 to 1000000'],
    [
      'A: retry 1 after 5, ^retry 1 after 9',
      '"retry"',
      'each attribute once, and either every or poisson,',
    ],
    ['A: cpu 5, ^retry 1 after 5', '"retry"', 'attributes before the first step'],
    [
      'horizon 9\nuser: think 5, retry ^1 after 5',
      '"a retry of a user, who thinks"',
      'a task without think',
    ],
    ['A x500000: retry ^2 after 5, cpu 1', '"2"', 'at most 1000000 tasks in all, resends counted,'],
    [
      'A x12: retry 3 after 5\n^"A12 again 3": cpu 1',
      '"A12 again 3"',
      'a name that no resend of "A12" has',
    ],
    ['user: think ^5, cpu 1', '"a user and no horizon"', 'a scenario with a horizon'],
    // Steps.
    [
      'A: cpu^',
      'the end of text',
      'a number of ms such as 5 or 0.25, a range such as 5..15, or exp 10,',
    ],
    [
      'A: cpu^\nB: cpu 5',
      'the end of line',
      'a number of ms such as 5 or 0.25, a range such as 5..15, or exp 10,',
    ],
    ['A: cpu 5 ^io 35', '"io"', 'a comma and a step, or the end of the line,'],
    ['A: cpu 5, ^, io 35', '","', 'a step such as cpu 5, io 35 or lock m'],
    ['A: cpu 5,^', 'the end of text', 'a step such as cpu 5, io 35 or lock m'],
    ['A: ^cup 5', '"cup"', 'cpu, or a line "device cup",'],
    ['device db; A: ^bd 5', '"bd"', 'db, or a line "device bd",'],
    [
      'A: ^fetch 5',
      '"fetch"',
      'cpu, io, block, together, lock, unlock, repeat, or a line "device fetch",',
    ],
    [
      'A: ^"read, slow" 5',
      '"\\"read, slow\\""',
      'cpu, io, block, together, lock, unlock, repeat, or a line that declares this device,',
    ],
    ['device "d b"; A: ^db 5', '"db"', '"d b", or a line "device db",'],
    ['A: ^repeat 5000000 (cpu 1, io 1, cpu 1)', '15000000', 'at most 10000000 steps in all tasks'],
    ['A: lock^', 'the end of text', 'the name of a lock'],
    ['A: lock ^""', '""', 'a name of at least one letter'],
    ['A: cpu 1, ^unlock m', '"unlock \\"m\\""', 'the unlock of a lock that the task holds'],
    ['A: lock m, ^lock m', '"lock \\"m\\""', 'a lock that is not held since line 1, column 4'],
    ['B: cpu 1\nA: cpu 5, ^lock m', '"lock \\"m\\""', 'an unlock of it before the end'],
    ['A: repeat ^(cpu 5)', '"("', 'how many times, a whole number,'],
    ['A: repeat ^0 (cpu 5)', '"0"', 'a whole number from 1 to 10000000'],
    ['A: repeat 2 ^cpu 5', '"cpu"', 'an opening bracket and steps'],
    ['A: repeat 2 (cpu 5^', 'the end of text', 'a comma and a step, or a closing bracket,'],
    ['A: repeat 2 (repeat 2 (cpu 5, ^oi 5))', '"oi"', 'io, or a line "device oi",'],
    ['A: cpu 5^)', '")"', 'a comma and a step, or the end of the line,'],
    [`A: ${'repeat 1 ('.repeat(8)}^repeat 1 (cpu 1`, '"repeat"', 'at most 8 repeats in each other'],
    // Several waits at once.
    ['A: ^togehter (io 5)', '"togehter"', 'together'],
    ['A: ^Together(io 5)', '"Together"', 'together'],
    ['A: together^', 'the end of text', 'an opening bracket and steps'],
    ['A: together ^io 5, io 6', '"io"', 'an opening bracket and steps'],
    ['A: together (^)', '")"', 'io 20, or an operation of a device,'],
    ['A: together (io 5, ^)', '")"', 'io 20, or an operation of a device,'],
    ['A: together (io 5^', 'the end of text', 'a comma and a step, or a closing bracket,'],
    ['A: together (io 5 ^io 6)', '"io"', 'a comma and a step, or a closing bracket,'],
    ['A: together (io 5, ^cpu 5)', '"cpu"', 'io 20, or an operation of a device,'],
    ['device cpu; A: together (^cpu 5)', '"cpu"', 'io 20, or an operation of a device,'],
    ['A: together (^block 5)', '"block"', 'io 20, or an operation of a device,'],
    ['A: together (^lock m)', '"lock"', 'io 20, or an operation of a device,'],
    ['A: together (^repeat 2 (io 5))', '"repeat"', 'io 20, or an operation of a device,'],
    ['A: together (^together (io 5))', '"together"', 'io 20, or an operation of a device,'],
    ['A: together (^at 5)', '"at"', 'io 20, or an operation of a device,'],
    ['A: cpu 1\nB: together (^cup 5)', '"cup"', 'io, or a line "device cup",'],
    ['device net; A: together (io 5, ^nte 5)', '"nte"', 'net, or a line "device nte",'],
    [
      'A: together (io ^x)',
      '"x"',
      'a number of ms such as 5 or 0.25, a range such as 5..15, or exp 10,',
    ],
    // Names in quotes.
    ['A: lock ^"m', '"\\""', 'a name in quotes that are closed on the same line'],
    ['A: lock ^"m\nB: cpu 1"', '"\\""', 'a name in quotes that are closed on the same line'],
    ['A: lock ^"\\x"', '"\\"\\\\x\\""', 'a name in quotes, written as in JSON,'],
  ])('%s', (marked, found, allowed) => {
    const offset = marked.indexOf('^');
    const text = marked.replace('^', '');
    const before = text.slice(0, offset).split('\n');
    const [line, column] = [before.length, (before.at(-1) as string).length + 1];
    const error = refusal(text);
    expect(error).toMatchObject({ line, column, found, allowed });
    expect(error.message).toBe(
      `line ${line}, column ${column}: found ${found}; ${allowed} would do.`,
    );
  });
});

function refusal(text: string): NotationError {
  try {
    parse(text);
  } catch (error) {
    if (error instanceof NotationError) return error;
    throw error;
  }
  throw new Error('It was not refused.');
}

test.each(['\n', '\r\n', '\r'])('lines that end with %j are counted', (end) => {
  const text = ['# One', 'cores 2', 'A: cpu x'].join(end);
  expect(refusal(text)).toMatchObject({ line: 3, column: 8 });
});

test('a column is counted in characters as people see them', () => {
  expect(refusal('😀: cpu x')).toMatchObject({ line: 1, column: 8 });
});

test('what is long or deep is read or refused, and nothing overflows', () => {
  const many = parse(`A: ${'cpu 1, '.repeat(99_999)}cpu 1`);
  expect(many.tasks[0]?.steps).toHaveLength(100_000);
  expect(() => parse(`A: ${'repeat 1 ('.repeat(100_000)}`)).toThrow('at most 8 repeats');
  expect(() => parse('('.repeat(1_000_000))).toThrow('line 1, column 1');
  expect(() => parse(`${'# \n'.repeat(300_000)}A: cpu x`)).toThrow('line 300001, column 8');
});

test('more tasks than there may be are counted, at the end of the text', () => {
  const lines = Array.from({ length: 1_000_001 }, (_, i) => `t${i}:\n`);
  const error = refusal(lines.join(''));
  expect(error).toMatchObject({ line: 1_000_002, column: 1, found: '1000001' });
});

test('what is said of a long text is short', () => {
  const long = 'x'.repeat(100_000);
  const devices = Array.from({ length: 1000 }, (_, i) => `device d${i}\n`).join('');
  for (const text of [`A: ${long} 5`, `cores ${'0'.repeat(1000)}`, `${devices}A: zzzz 5`]) {
    expect(refusal(text).message.length).toBeLessThan(200);
  }
});

test.each(['001b', '007f', '0085', '009b', '202e', '2066', '200f'])(
  'the sign U+%s is refused in a word, and can stand in quotes as JSON writes it',
  (code) => {
    const sign = String.fromCharCode(Number.parseInt(code, 16));
    expect(() => parse(`cores 1\nA${sign}B: cpu 1`)).toThrow(
      `line 2, column 2: found "\\u${code}"; a word without control characters, or a name in quotes with them written as in JSON, would do.`,
    );
    expect(parse(`"A\\u${code}B": cpu 1`).tasks[0]?.name).toBe(`A${sign}B`);
  },
);
