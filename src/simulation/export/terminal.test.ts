// A run as text: what each row shows, what fits, and what is said beside it.
import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { parse } from '../notation/parse.ts';
import { scenario } from '../scenario/checked.ts';
import { ms, type Nanos } from '../scenario/nanos.ts';
import { cpu, io, type Scenario, type Step, task } from '../scenario/scenario.ts';
import { simulate } from '../simulate.ts';
import { scenarios } from '../testing/scenarios.ts';
import { LEAST_WIDTH, toTerminal } from './terminal.ts';

const text = (settings: Parameters<typeof scenario>[0], width = 100) =>
  toTerminal(simulate(scenario(settings)), { width, colour: false });
const lines = (tasks: Scenario['tasks'], width?: number) => text({ tasks }, width).split('\n');
const row = (of: string[], name: string) =>
  of.find((line) => line.startsWith(`${name} `))?.slice(of[0]?.indexOf('0'));

const A = task('A', [cpu(5), io(35), cpu(5)]);
const B = task('B', [cpu(15), io(35), cpu(5)]);
const other = task('other', [cpu(20)], 30);

describe('the timeline', () => {
  test('is a row a task and a row a core, under an axis in ms', () => {
    expect(lines([A, B, other]).slice(0, 6)).toEqual([
      'ms      0         10        20        30        40        50        60',
      '        +---------+---------+---------+---------+---------+---------+',
      `A       RRRRR${'W'.repeat(35)}QQQQQQQQQQRRRRR`,
      `B       QQQQQ${'R'.repeat(15)}${'W'.repeat(35)}RRRRR`,
      `other   ${' '.repeat(30)}${'R'.repeat(20)}`,
      `core 1  ${'R'.repeat(20)}${'·'.repeat(10)}${'R'.repeat(30)}`,
    ]);
  });

  test('has letters for switches and locks too', () => {
    const locked: Step[] = [{ kind: 'lock', lock: 'm' }, cpu(4), { kind: 'unlock', lock: 'm' }];
    const of = text({
      cores: 2,
      switchCost: ms(1),
      tasks: [task('A', locked), task('B', locked)],
    }).split('\n');
    expect(row(of, 'A')).toMatch(/^Q+R+$/);
    expect(row(of, 'B')).toMatch(/^B+Q+R+$/);
    expect(row(of, 'core 1')).toMatch(/^S+R+S+R+$/);
    expect(row(of, 'core 2')).toMatch(/^·+$/);
  });

  test('a column shows what takes most of it, also in pieces', () => {
    // 100 ms in columns of 2 ms.
    const R = lines([task('A', [cpu(0.6), io(0.8), cpu(0.6), io(98)])]);
    expect(row(R, 'A')?.slice(0, 2)).toBe('RW');
    const W = lines([task('A', [io(0.6), cpu(0.8), io(0.6), cpu(98)])]);
    expect(row(W, 'A')?.slice(0, 2)).toBe('WR');
  });

  test('of states that take as much, a column shows the first', () => {
    expect(row(lines([task('A', [cpu(1), io(99)])]), 'A')?.slice(0, 2)).toBe('RW');
    expect(row(lines([task('A', [io(1), cpu(99)])]), 'A')?.slice(0, 2)).toBe('WR');
  });

  test('times on the axis stand apart, however long', () => {
    expect(lines([task('A', [io(5_000_000_000)])])[0]).toBe(
      'ms      0                   2000000000          4000000000',
    );
  });

  test('a task of less than a column is seen', () => {
    expect(row(lines([task('A', [cpu(0.001)]), task('B', [io(100)])]), 'A')).toBe('R');
  });

  test('shows 32 of many tasks and counts the others', () => {
    const of = lines([{ ...task('call', [cpu(1)]), count: 1000 }]);
    expect(of.filter((line) => /^call\d+ +[QR]+$/.test(line))).toHaveLength(32);
    expect(of).toContain('… and 968 more tasks');
  });

  test('long names lose their middle, so that copies can be told apart', () => {
    const name = 'a-request-of-a-long-name-';
    const of = lines([{ ...task(name, [cpu(1)]), count: 2 }]);
    expect(of[2]?.split(' ')[0]).toBe('a-reques…-name-1');
    expect(of[3]?.split(' ')[0]).toBe('a-reques…-name-2');
  });

  test('of no length is empty', () => {
    const of = lines([]);
    expect(of.slice(0, 3)).toEqual(['ms      0', '        +', 'core 1']);
    expect(of.at(-2)).toBe('There were no tasks.');
  });
});

test('no line is wider than asked, whatever the run and the width', () => {
  fc.assert(
    fc.property(scenarios, fc.integer({ min: LEAST_WIDTH, max: 160 }), (any, width) => {
      const all = toTerminal(simulate(any), { width, colour: false }).split('\n');
      for (const line of all) expect([...line].length).toBeLessThanOrEqual(width);
    }),
  );
});

test('colour adds colours and changes nothing else', () => {
  fc.assert(
    fc.property(scenarios, (any) => {
      const trace = simulate(any);
      const drawn = toTerminal(trace, { width: 80, colour: true });
      // biome-ignore lint/suspicious/noControlCharactersInRegex: colours begin with one.
      expect(drawn.replace(/\u001b\[\d+m/g, '')).toBe(
        toTerminal(trace, { width: 80, colour: false }),
      );
    }),
  );
  const drawn = toTerminal(simulate(scenario({ tasks: [A] })), { width: 80, colour: true });
  expect(drawn).toContain('\u001b[34mRRRRR\u001b[0m\u001b[32mWWWWW');
});

describe('what is said', () => {
  test('is the figures, and how it went', () => {
    const said = text({ tasks: [A, B, other] });
    expect(said).toContain('\nmakespan     60 ms\n');
    expect(said).toContain('\nutilisation  83.3 %\n');
    expect(said).toContain('\nturnaround   mean 45, p50 55, p95 60, p99 60, max 60 ms\n');
    expect(said).toContain('A ends at 55 ms, B at 60 ms and other at 50 ms.');
  });

  test('of a device, what it did', () => {
    const said = text({
      devices: [{ name: 'db', capacity: 1 }],
      tasks: [{ ...task('A', [io(10, 'db')]), count: 2 }],
    });
    expect(said).toMatch(/\ndb +2 operations, 20 ms served, 10 ms in line, 100 % used\n/);
  });

  test('of users, how often they went round', () => {
    const user = { ...task('user', [cpu(2)]), think: ms(3) };
    expect(text({ horizon: ms(10), tasks: [user] })).toMatch(/\nrounds +2 by 1 user\n/);
  });

  test('of requests that are sent again, how often, and how long they took to be answered', () => {
    const retry = { after: ms(4), times: 2 };
    const asked = { ...task('A', [cpu(5)]), count: 3, retry };
    const said = text({ workers: 1, horizon: ms(12), tasks: [asked] });
    expect(said).toMatch(/\nrequests +3, 2 answered, 5 resends\n/);
    expect(said).toMatch(/\nlatency +mean 7.5, p50 5, p95 10, p99 10, max 10 ms\n/);
  });

  test('of many tasks, the first and last to end and the one that lacked something for longest', () => {
    const tasks = [{ ...task('call', [cpu(1)]), count: 100 }];
    expect(text({ tasks })).toContain('call1 ends at 1 ms and call100 at 100 ms.');
  });

  test('of a deadlock, who awaits what that who holds', () => {
    const steps = (a: string, b: string): Step[] => [
      { kind: 'lock', lock: a },
      cpu(1),
      { kind: 'lock', lock: b },
      { kind: 'unlock', lock: b },
      { kind: 'unlock', lock: a },
    ];
    const tasks = [task('A', steps('m', 'n')), task('B', steps('n', 'm'))];
    expect(text({ cores: 2, tasks }, 160)).toContain(
      'Deadlock at 1 ms, where nothing can go on: A awaits the lock n, which B holds; B awaits the lock m, which A holds.',
    );
  });

  test('of a run that was cut off, that it was', () => {
    const late = task('late', [{ kind: 'cpu', duration: (2 ** 53 - 1) as Nanos }]);
    expect(text({ tasks: [late, { ...late, name: 'later' }] }, 1000)).toMatch(/late.*\n.*\S\.\n$/s);
  });
});

test.each([
  ['wide', '数据库'],
  ['wide and long', '数据库连接池的第一个任务'],
  ['pictures', '👩\u200d💻👨\u200d👩\u200d👧\u200d👦🇩🇪'],
  ['letters of several parts', 'e\u0301e\u0301e\u0301 ก็ นี่'],
])('names are as wide as a terminal draws them: %s', (_, name) => {
  const steps = [cpu(2), io(2, 'db')];
  const trace = simulate(
    scenario({
      devices: [{ name: 'db', capacity: 1 }],
      tasks: [task(name, steps), task('A', steps)],
    }),
  );
  const [, ruler = '', ...lanes] = toTerminal(trace, { width: 60, colour: false }).split('\n');
  const margin = ruler.indexOf('+');
  for (const lane of lanes.slice(0, 2)) {
    const cells = lane.match(/[RWQL·]+$/)?.[0] ?? '';
    expect(stringWidth(lane.slice(0, -cells.length))).toBe(margin);
  }
});

test('what would steer a terminal is written as the notation writes it', () => {
  const name = '"\\u001b]0;mine\\u0007\\u202e\\u009b"';
  const stuck = parse(`
    cores 2
    device ${name}
    ${name}: ${name} 1, cpu 1
    A: lock a, cpu 1, lock ${name}, unlock ${name}, unlock a
    B: lock ${name}, cpu 1, lock a, unlock a, unlock ${name}
  `);
  const drawn = toTerminal(simulate(stuck), { width: 100, colour: false });
  expect(drawn).not.toMatch(/[^\P{Cc}\n]|\p{Bidi_Control}/u);
  expect(drawn.replaceAll('\n', ' ')).toContain(`A awaits the lock ${name}, which B holds`);
});
