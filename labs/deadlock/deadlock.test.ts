// The claims that the lessons make of this lab, its counts against a simulator of ten lines written for this test alone.
import { toText } from '@interleave/simulation';
import { expect, test } from 'vitest';
import { factValue } from '../../src/lab-kit/facts.ts';
import { type AnyLab, presetRun, presetValues, runOf } from '../../src/lab-kit/lab.ts';
import { readLink } from '../../src/lab-kit/later/read-link.ts';
import { writeLink } from '../../src/lab-kit/parameters/link.ts';
import { defaults } from '../../src/lab-kit/parameters/values.ts';
import { standingAt } from '../../src/lab-kit/stepped/program.ts';
import { leapOf } from './BoardWay.tsx';
import { boardOf, isLeap, ofKind, squareAt, wayOf } from './board.ts';
import { choiceAt, labelsOf, squareInWords } from './board-words.ts';
import { doomedOf, endingOf, failuresOf, hangingOf } from './explored.ts';
import { graphInWords } from './graph.ts';
import lab from './index.ts';
import { programOf, REMEDIES, type Remedy } from './programs.ts';
import { reasonAt } from './reasons-words.ts';
import { cost } from './remedy-words.ts';
import type { Setting } from './setting.ts';
import { movesStrip } from './strip.ts';
import { remark } from './tables.ts';

type Values = Parameters<typeof lab.model.run>[0];

const settingOf = (values: Partial<Setting>) =>
  ({ ...defaults(lab.parameters), ...values }) as Values;
const madeOf = (values: Partial<Setting>) => runOf(lab, settingOf(values)).result;
const said = (values: Partial<Setting>) =>
  toText(lab.describe?.(runOf(lab, settingOf(values))) ?? []);
const fact = (preset: string, name: string) => factValue(lab, preset, name, 0);

/** What comes of programs: "+x" takes x when it is free, "?x7" goes on at line 7 where it is not, "-x" gives it back, "." is work. */
function bruteForce(programs: readonly (readonly string[])[]) {
  const states = new Set<string>();
  const doomed = new Set<string>();
  const counts = new Map<string, { ends: number; hangs: number; failed: number[] }>();
  function from(
    at: readonly number[],
    worked: readonly boolean[],
  ): { ends: number; hangs: number; failed: number[] } {
    const held = (lock: string) =>
      programs.some((lines, thread) => {
        const taken = lines
          .slice(0, at[thread])
          .filter((line) => line[1] === lock && '+?'.includes(line[0] as string));
        const given = lines.slice(0, at[thread]).filter((line) => line === `-${lock}`);
        return taken.length > given.length;
      });
    const key = `${at};${worked}`;
    const known = counts.get(key);
    if (known !== undefined) return known;
    states.add(key);
    const sum = { ends: 0, hangs: 0, failed: [0, 0, 0] };
    let moved = false;
    for (const [thread, lines] of programs.entries()) {
      const line = lines[at[thread] as number];
      if (line === undefined || (line[0] === '+' && held(line[1] as string))) continue;
      moved = true;
      const to =
        line[0] === '?' && held(line[1] as string)
          ? Number(line.slice(2))
          : (at[thread] as number) + 1;
      const then = from(at.with(thread, to), line === 'work' ? worked.with(thread, true) : worked);
      sum.ends += then.ends;
      sum.hangs += then.hangs;
      sum.failed = sum.failed.map((count, i) => count + (then.failed[i] as number));
    }
    if (!moved) {
      const ended = programs.every((lines, thread) => at[thread] === lines.length);
      sum.ends = ended ? 1 : 0;
      sum.hangs = ended ? 0 : 1;
      const failures = worked.filter((one) => !one).length;
      if (ended && failures < 3) sum.failed[failures] = 1;
    }
    if (moved && sum.ends === 0) doomed.add(key);
    counts.set(key, sum);
    return sum;
  }
  const { ends, hangs, failed } = from(
    programs.map(() => 0),
    programs.map(() => false),
  );
  return { states: states.size, doomed: doomed.size, ends, hangs, failed };
}

const A = ['+x', '.', '+y', 'work', '-y', '-x'];
const philosophers = (count: number, last: readonly [number, number]) =>
  Array.from({ length: count }, (_, i) => {
    const [one, other] = i === count - 1 ? last : [i, i + 1];
    return [`+${one}`, `+${other}`, `-${other}`, `-${one}`];
  });

const COUNTED: readonly [
  Partial<Setting>,
  readonly (readonly string[])[],
  readonly [states: number, ends: number, hangs: number],
][] = [
  [{ remedy: 'none' }, [A, ['+y', '.', '+x', 'work', '-x', '-y']], [32, 6, 6]],
  [{ remedy: 'order' }, [A, ['+x', '+y', '.', 'work', '-y', '-x']], [24, 2, 0]],
  [
    { remedy: 'one' },
    [
      ['+m', '.', 'work', '-m'],
      ['+m', '.', 'work', '-m'],
    ],
    [16, 2, 0],
  ],
  [
    { remedy: 'timeout' },
    [
      ['+x', '.', '?y5', 'work', '-y', '-x'],
      ['+y', '.', '?x5', 'work', '-x', '-y'],
    ],
    [56, 70, 0],
  ],
  [
    { case: 'transactions', remedy: 'none' },
    [
      ['+1', '+2', 'work', '-2', '-1'],
      ['+2', '+1', 'work', '-1', '-2'],
    ],
    [23, 4, 2],
  ],
  [{ case: 'philosophers', philosophers: 3 }, philosophers(3, [2, 0]), [87, 162, 6]],
  [{ case: 'philosophers', philosophers: 4 }, philosophers(4, [3, 0]), [391, 98_160, 24]],
  [{ case: 'philosophers', philosophers: 5 }, philosophers(5, [4, 0]), [1743, 66_468_600, 120]],
  [{ case: 'philosophers', remedy: 'order' }, philosophers(5, [0, 4]), [1424, 49_719_072, 0]],
];

test.each(COUNTED)(
  '%o: as many states and orders as by brute force',
  (values, lines, [states, ends, hangs]) => {
    const { explored } = madeOf(values);
    const counted = bruteForce(lines);
    expect([counted.states, counted.ends, counted.hangs]).toEqual([states, ends, hangs]);
    expect(explored.found.states).toBe(states);
    expect([endingOf(explored), hangingOf(explored)]).toEqual([BigInt(ends), BigInt(hangs)]);
    expect(doomedOf(explored)).toBe(counted.doomed);
  },
);

test('6 of the 12 orders hang, and they can no longer be saved after move 3 [claim 41]', () => {
  expect([fact('deadlock', 'orders'), fact('deadlock', 'hanging')]).toEqual(['12', '6']);
  expect([fact('deadlock', 'states'), fact('deadlock', 'doomed')]).toEqual(['32', '3']);
  expect(fact('deadlock', 'doomed-after')).toBe('3');
  expect(said({ moves: 'AABB' })).toBe(
    'After 4 moves both threads wait for ever: A holds x and waits for y, B holds y and waits for x. ' +
      'After move 3 nothing could save them. 6 of the 12 orders end like this.',
  );
});

test('while a question asks for other orders, nothing is said of them', () => {
  for (const preset of Object.keys(lab.presets)) {
    const run = presetRun(lab, preset);
    const whole = toText(lab.describe?.(run) ?? []);
    const own = toText(lab.known?.(run) ?? []);
    expect(own, preset).not.toMatch(/orders? (hang|end)|Can you find/);
    expect(whole.startsWith(own), preset).toBe(true);
  }
});

const OTHERS = (['threads', 'transactions', 'philosophers'] as const).flatMap((of) =>
  REMEDIES[of]
    .filter((remedy) => remedy !== 'none')
    .map((remedy): [typeof of, Remedy] => [of, remedy]),
);

test.each(OTHERS)(
  '%s, %s: no state is a deadlock, and from each all can still end',
  (of, remedy) => {
    const { explored } = madeOf({ case: of, remedy, philosophers: 5 });
    expect(explored.which.remedy).toBe(remedy);
    const nodes = explored.nodes();
    expect(nodes.filter(({ status }) => status === 'deadlock')).toEqual([]);
    expect(nodes.filter(({ canEndWell }) => !canEndWell)).toEqual([]);
    expect(hangingOf(explored)).toBe(0n);
  },
);

test('who backs off can go on for ever: a round of 10 moves leads back to the start, and nobody is done', () => {
  expect(fact('livelock', 'round')).toBe('10');
  const { walk, explored } = presetRun(lab, 'livelock').result;
  const [start, round, again] = [0, 10, 20].map((at) => standingAt(walk, at));
  for (const one of [round, again]) {
    expect(one?.counters).toEqual(start?.counters);
    expect(one?.variables).toEqual(start?.variables);
  }
  expect(walk.snapshots.every(({ blocked }) => blocked.length === 0)).toBe(true);
  const [livelock] = explored.found.livelocks;
  expect(
    livelock?.round
      .map(({ thread }) => 'AB'[thread])
      .join('')
      .repeat(2),
  ).toBe(presetValues(lab, 'livelock').moves);
  expect(said({ remedy: 'back-off', moves: 'ABAABBAABB' })).toMatch(
    /everything stands as it did at the start.* for ever: a livelock\./,
  );
  expect(said({ remedy: 'back-off', moves: 'ABAABBAAB' })).not.toContain('livelock');
  expect(explored.found.livelocks.map(({ threads }) => threads)).toEqual([[0, 1]]);
});

test('with a timeout none hangs, but requests fail: one in 28 orders, both in 36', () => {
  expect([fact('timeout', 'one-fails'), fact('timeout', 'both-fail')]).toEqual(['28', '36']);
  const { failed } = bruteForce([
    ['+x', '.', '?y5', 'work', '-y', '-x'],
    ['+y', '.', '?x5', 'work', '-x', '-y'],
  ]);
  expect(failed).toEqual([6, 28, 36]);
  expect(said({ remedy: 'timeout', moves: 'AABBABAB' })).toContain(
    'In this order both requests fail: A and B give up after a while.',
  );
  const { one, both } = failuresOf(madeOf({ case: 'transactions', remedy: 'timeout' }).explored);
  expect([one, both]).toEqual([8n, 8n]);
});

test('of two transactions the one that goes on in the cycle is the victim, and begins again', () => {
  const { walk, program } = madeOf({ case: 'transactions', remedy: 'rollback', moves: 'ABB' });
  const cycle = standingAt(walk, 2);
  expect(graphInWords(program, cycle)).toEqual([
    'A waits for row 2, which B holds.',
    'B waits for row 1, which A holds.',
    'A cycle: one of them is rolled back.',
  ]);
  expect(cycle.canGoOn).toEqual([0, 1]);
  expect(standingAt(walk, 3).move?.passed).toBe(false);
  const whole = lab.describe?.(presetRun(lab, 'transactions')) ?? [];
  expect(toText(whole)).toContain('B is blocked during 2 moves and is rolled back once.');
  expect(toText(whole)).toContain('both transactions end');
});

test('the board of two threads: 16 squares impossible, 3 doomed, 1 the deadlock, 1 never reached', () => {
  const board = boardOf(madeOf({}).explored);
  const kinds = ['impossible', 'doomed', 'deadlock', 'unreachable', 'open'] as const;
  expect(kinds.map((kind) => ofKind(board, kind).length)).toEqual([16, 3, 1, 1, 28]);
  expect(doomedOf(madeOf({}).explored)).toBe(3);
  expect(squareInWords(squareAt(board, [2, 2]))).toBe('A 2, B 2: both wait for ever');
  expect(squareInWords(squareAt(board, [1, 3]))).toBe('A 1, B 3: impossible, both would hold x');
  expect(squareInWords(squareAt(board, [1, 2]))).toContain('every way on leads to the deadlock');
});

test('no way runs through words: those on a doomed square stand where it does not go', () => {
  const labels = (moves: string) => {
    const { explored, walk } = madeOf({ moves });
    return labelsOf(boardOf(explored), wayOf(walk)).map(({ a, b, text }) => `${text} ${a},${b}`);
  };
  expect(labels('')).toEqual([
    'both hold y 3,5',
    'both hold x 1,4',
    'doomed 1,1',
    'start 0,0',
    'done 6,6',
  ]);
  expect(labels('AB')).toContain('doomed 2,1');
  expect(labels('ABAB').filter((text) => text.startsWith('doomed'))).toEqual(['doomed 1,2']);
});

test('the arrow of a jump leads past what is impossible, and stays on the board', () => {
  for (const preset of ['livelock', 'transactions']) {
    const { walk, explored } = presetRun(lab, preset).result;
    const board = boardOf(explored);
    const leaps = wayOf(walk).filter(isLeap);
    expect(leaps.length).toBeGreaterThan(1);
    for (const hop of leaps) {
      const [x1 = 0, y1 = 0, cx = 0, cy = 0, x2 = 0, y2 = 0] = leapOf(board, hop)
        .bow.split(/[MQ ]/)
        .filter((part) => part !== '')
        .map(Number);
      for (let t = 0.25; t <= 0.75; t += 0.125) {
        const on = (start: number, bend: number, end: number) =>
          (1 - t) ** 2 * start + 2 * t * (1 - t) * bend + t ** 2 * end;
        const place = [on(x1, cx, x2), on(y1, cy, y2)];
        expect(Math.min(...place)).toBeGreaterThan(0);
        const { kind } = squareAt(board, place.map(Math.floor));
        expect(kind, `${preset}: ${hop.from} to ${hop.to}`).not.toBe('impossible');
      }
    }
  }
});

test('in every state the clock says whether it is too late, and when that became so', () => {
  const { clock } = lab.view;
  const at = (values: Partial<Setting>, move: number) =>
    toText(clock?.describe(runOf(lab, settingOf(values)) as never, move) ?? []);
  expect(at({ moves: 'ABAB' }, 1)).not.toContain('too late');
  expect(at({ moves: 'ABAB' }, 2)).toMatch(/\. It is now too late: the deadlock will come$/);
  expect(at({ moves: 'ABAB' }, 3)).toMatch(/\. It is too late: the deadlock will come$/);
  expect(at({ moves: 'ABAB' }, 4)).toMatch(/A holds\. Neither can go on$/);
  expect(at({ case: 'philosophers', moves: 'ABCDE' }, 4)).not.toContain('too late');
  expect(at({ case: 'philosophers', moves: 'ABCDE' }, 5)).toMatch(/None of them can go on$/);
  expect(at({ remedy: 'order', moves: 'A' }, 1)).not.toContain('too late');
});

test('where bars are narrow two letters say which lock is taken or given back', () => {
  const shorts = (values: Partial<Setting>) =>
    movesStrip(madeOf(values))
      .rows.flatMap(({ cells }) => cells)
      .filter(({ state }) => state === 'running')
      .map(({ text, short }) => `${text}: ${short}`);
  expect(shorts({ moves: 'AAAAAA' })).toEqual([
    'lock x: +x',
    'read x: rd',
    'lock y: +y',
    'write y: wr',
    'unlock y: −y',
    'unlock x: −x',
  ]);
  expect(shorts({ remedy: 'timeout', moves: 'AAA' })).toContain('lock y, timeout: yes: +y');
  expect(shorts({ remedy: 'back-off', moves: 'AABBA' })).toContain('try y: no: no');
  expect(shorts({ case: 'transactions', remedy: 'rollback', moves: 'ABA' })).toEqual([
    'update 1: update',
    'rolled back: rollback',
    'update 2: update',
  ]);
  expect(shorts({ case: 'philosophers', moves: 'AAA' })).toContain('eat, put 2: −2');
});

test('beside the table of philosophers no state is called doomed but the deadlock', () => {
  expect(remark(settingOf({ case: 'philosophers' }) as never)).toMatch(
    /^As written, one of the 1,743 states is the deadlock, and no other is doomed\./,
  );
});

test('each remedy says what it costs, and one order for all costs nothing', () => {
  for (const [of, remedy] of OTHERS) {
    const told = cost({ case: of, remedy });
    expect(told, `${of} ${remedy}`).toMatch(remedy === 'order' ? /costs nothing/ : /^It costs/);
  }
  expect(cost({ case: 'threads', remedy: 'none' })).toBeNull();
});

test('states that differ in what is done share a square', () => {
  const { explored } = madeOf({ remedy: 'timeout' });
  const shared = explored.nodes().filter(({ counters }) => counters.join() === '6,5');
  expect(shared.length).toBeGreaterThan(1);
  expect(squareAt(boardOf(explored), [6, 5]).kind).toBe('open');
});

test('choosing a square steps the thread that moves that way, or goes back along the path', () => {
  const made = madeOf({ moves: 'AB' });
  const square = (a: number, b: number) => squareAt(boardOf(made.explored), [a, b]);
  const choices = [square(2, 1), square(1, 2), square(1, 0), square(1, 1), square(4, 4)];
  expect(choices.map((one) => choiceAt(made, 2, one))).toEqual([
    { kind: 'step', thread: 0 },
    { kind: 'step', thread: 1 },
    { kind: 'seek', to: 1 },
    null,
    null,
  ]);
  const dead = madeOf({ moves: 'AABB' });
  expect(choiceAt(dead, 4, square(3, 2))).toBeNull();
  // Backing off leads elsewhere than to the square ahead: both can be chosen.
  const backing = madeOf({ remedy: 'back-off', moves: 'AABB' });
  const board = boardOf(backing.explored);
  for (const place of [
    [3, 2],
    [5, 2],
  ]) {
    expect(choiceAt(backing, 4, squareAt(board, place))).toEqual({ kind: 'step', thread: 0 });
  }
});

test('the path goes right when A moves and up when B does, and leaps where a thread backs off', () => {
  const { walk } = madeOf({ remedy: 'back-off', moves: 'AABBA' });
  expect(wayOf(walk).map(({ to }) => to)).toEqual([
    [1, 0],
    [2, 0],
    [2, 1],
    [2, 2],
    [5, 2],
  ]);
});

test('the reasons say since when, why, and where it could still have been avoided', () => {
  const { who, what, remarks, others } = reasonAt(
    runOf(lab, settingOf({ moves: 'AABB' })),
    4,
    null,
  );
  expect([who, what, others]).toEqual(['A, from move 3', 'blocked, waits for y', [1]]);
  expect(remarks.map(({ when, text }) => `${when}: ${text}`)).toEqual([
    'at move 3: B took y. A needs y next, and keeps x.',
    'never: B gives y back only after it gets x, and A holds that. Step back to move 2: if A goes on from there, both can finish.',
  ]);
  const ofB = reasonAt(runOf(lab, settingOf({ moves: 'AABB' })), 4, 1);
  expect([ofB.who, ofB.remarks[0]?.text]).toEqual([
    'B, from move 4',
    'B came to x, which A holds; it keeps y.',
  ]);
});

test('the advice holds: from there the named thread leads to where both can end, and the other does not', () => {
  const canEnd = (moves: string) => {
    const { walk, explored } = madeOf({ moves });
    return explored.canEndWell(standingAt(walk, moves.length));
  };
  expect(['AA', 'AAA', 'AAB', 'AABB'].map(canEnd)).toEqual([true, true, false, false]);
});

test('of a thread that is not blocked yet it is known what it will wait for', () => {
  const { remarks } = reasonAt(runOf(lab, settingOf({ moves: 'AABB' })), 3, null);
  expect(remarks[1]?.text).toContain('B gives y back only after it gets x, and A holds that.');
  const doomed = reasonAt(runOf(lab, settingOf({ moves: 'AB' })), 2, null);
  expect([doomed.who, doomed.what]).toEqual([
    'Both, from move 2',
    'doomed, though none is blocked yet',
  ]);
});

test('a thread that is blocked for a while is told of until when', () => {
  const { remarks } = reasonAt(presetRun(lab, 'lucky') as never, 4, null);
  expect(remarks[1]).toEqual({ heading: 'Ended', when: 'at move 5', text: 'A unlocks y.' });
  expect(said({ moves: 'AAAAABBABBBB' })).toContain(
    'In this order both threads end, after 12 moves.',
  );
});

test('philosophers who all take one fork wait in a ring', () => {
  const { walk, program } = presetRun(lab, 'philosophers').result;
  expect(graphInWords(program, standingAt(walk, 5)).at(-1)).toBe('A cycle of 5: none can go on.');
  expect(graphInWords(program, standingAt(walk, 4)).at(-1)).not.toContain('cycle');
  expect([fact('philosophers', 'hanging'), fact('philosophers', 'doomed')]).toEqual(['120', '0']);
  expect(fact('philosophers-3', 'hanging')).toBe('6');
});

test('moves that a remedy forbids are told, and made again without it', () => {
  const { values, warnings } = readLink(lab as AnyLab, '?remedy=order&moves=AABB');
  expect(values.moves).toBe('AA');
  expect(warnings).toEqual([
    'Move 3 of 4, B, cannot be made: thread B waits for x, which A holds. The first 2 are made.',
  ]);
  expect(readLink(lab as AnyLab, '?moves=AC').warnings[0]).toContain('there is no thread C');
});

test('a remedy that a case does not have is told, and the case is as written', () => {
  const { values, warnings } = readLink(lab as AnyLab, '?case=philosophers&remedy=rollback');
  expect(values).toMatchObject({ case: 'philosophers', remedy: 'none' });
  expect(warnings).toEqual([
    'Remedy: “with a victim rolled back” does not go with the other settings, so it is left out.',
  ]);
});

test('every preset is read back from its own link', () => {
  for (const preset of Object.keys(lab.presets)) {
    const values = presetValues(lab, preset);
    const link = writeLink(lab as AnyLab, { values, compare: null, at: null });
    expect(readLink(lab as AnyLab, link)).toMatchObject({ values, warnings: [] });
  }
});

test('the table of all states says how each stands', () => {
  const rows = lab.tables?.(presetRun(lab, 'by-hand')).at(-1)?.rows ?? [];
  expect(rows).toHaveLength(32);
  expect(rows[0]).toEqual(['lock x', 'lock y', 'all free', 'both can still end']);
  expect(rows).toContainEqual(['lock y', 'lock x', 'A holds x, B holds y', 'both wait for ever']);
  expect(rows).toContainEqual(['write y', 'lock y', 'A holds x and y', 'B blocked']);
  expect(rows.filter((cells) => cells.at(-1) === 'doomed')).toHaveLength(3);
  // A timeout can lead to four ends: each of the two has done its work, or has not.
  const failed = lab.tables?.(presetRun(lab, 'timeout')).at(-1)?.rows ?? [];
  expect(failed.filter(([a, b]) => a === 'end' && b === 'end')).toHaveLength(4);
});

test('a line of code has 16 letters at most, in every program', () => {
  for (const [of, remedy] of OTHERS) {
    const { lines = [] } = programOf({ case: of, remedy, philosophers: 5 });
    for (const { code } of lines.flat()) expect(code.length, code).toBeLessThanOrEqual(16);
  }
});
