// The claims that the lessons make of this lab.
import { toText } from '@interleave/simulation';
import { interleavings } from '@interleave/simulation/interleavings';
import { expect, test } from 'vitest';
import { wrongInDeclaration } from '../../src/lab-kit/check-lab.ts';
import { factText, factValue } from '../../src/lab-kit/facts.ts';
import { type AnyLab, presetRun, runOf } from '../../src/lab-kit/lab.ts';
import { readLink } from '../../src/lab-kit/later/read-link.ts';
import type { Values } from '../../src/lab-kit/parameters/kinds.ts';
import { writeLink } from '../../src/lab-kit/parameters/link.ts';
import { defaults } from '../../src/lab-kit/parameters/values.ts';
import { follow, standingAt } from '../../src/lab-kit/stepped/program.ts';
import { codeOf, doneInWords } from '../../src/lab-kit/stepped/words.ts';
import { REMEDIES } from './cases/case.ts';
import { CASES, type CaseName } from './cases/cases.ts';
import lab from './index.ts';
import { memoryOf } from './memory-of.ts';
import { exact, inShort } from './numbers.ts';
import { isDrawn, MOST_CELLS, outcomesOf } from './orders.ts';
import { breaks, brokenOrders, endOf, NAMES, type Setting } from './program.ts';
import { racesIn, voidMoves } from './races.ts';
import { stripOfMoves } from './strip.ts';
import { afterIn, beforeIn } from './why-words.ts';

type Changed = Partial<Setting>;

const run = (changed: Changed) =>
  runOf(lab, { ...defaults(lab.parameters), ...changed } as Values<typeof lab.parameters>);
const said = (changed: Changed) => toText(lab.describe?.(run(changed)) ?? []);
const fact = (preset: string, name: string) => factValue(lab as AnyLab, preset, name, 0);

const caseNames = Object.keys(CASES) as CaseName[];
/** All settings but for moves. */
const settings: Changed[] = caseNames.flatMap((name) =>
  REMEDIES.flatMap((remedy): Changed[] =>
    name === 'counter'
      ? [2, 3].flatMap((threads) =>
          [1, 2, 3].map((increments) => ({ case: name, remedy, threads, increments })),
        )
      : [{ case: name, remedy }],
  ),
);
const sizeOf = ({ threads, increments }: Changed) =>
  threads === undefined ? '' : ` ${threads} × ${increments}`;
const titled = settings.map(
  (setting) => [`${setting.case}, ${setting.remedy}${sizeOf(setting)}`, setting] as const,
);

/** All orders, found by trying every thread after every move. */
function everyOrder(setting: Changed, moves = ''): string[] {
  const { program } = run(setting).result;
  const { canGoOn } = follow(program, moves).snapshots.at(-1) ?? { canGoOn: [] };
  if (canGoOn.length === 0) return [moves];
  return canGoOn.flatMap((thread) => everyOrder(setting, moves + NAMES[thread]));
}

const isBroken = (setting: Changed, moves: string) => {
  const { program, walk } = run({ ...setting, moves }).result;
  return walk.snapshots.some(
    ({ variables, status }) =>
      (program.invariant.when === 'always' || status === 'done') &&
      breaks(program.invariant, variables),
  );
};

const factorial = (n: number): bigint => (n < 2 ? 1n : BigInt(n) * factorial(n - 1));

test('two increments of three steps have 20 orders, and 18 lose an update [claim 40]', () => {
  expect([fact('lost', 'orders'), fact('lost', 'lost'), fact('lost', 'kept')]).toEqual([
    '20',
    '18',
    '2',
  ]);
  expect(factText(lab as AnyLab, 'lost', 'counter', 0)).toBe('1');
  expect(factText(lab as AnyLab, 'in-turn', 'counter', 0)).toBe('2');
  expect(fact('lost', 'fewest-changes')).toBe('2');
  expect(() => fact('three-threads', 'fewest-changes')).toThrow('has no figure');
});

test('the two that lose none are those in which one thread is done before the other begins', () => {
  const [whole] = outcomesOf(run({}).result);
  expect(whole?.orders.map(({ moves, changes }) => [moves, changes])).toEqual([
    ['AAABBB', 1],
    ['BBBAAA', 1],
  ]);
});

test('as written, each case is broken in so many of its orders', () => {
  const counts = ['lost', 'seat', 'charge', 'stale', 'rota'].map(
    (preset) => `${preset} ${fact(preset, 'lost')} of ${fact(preset, 'orders')}`,
  );
  expect(counts).toEqual([
    'lost 18 of 20',
    'seat 12 of 16',
    'charge 18 of 20',
    'stale 1 of 10',
    'rota 4 of 6',
  ]);
});

test('each tab but the first shows an order that breaks what must hold', () => {
  const ends = {
    lost: 'counter',
    seat: 'sold',
    charge: 'charges',
    stale: 'cache',
    rota: 'on-call',
  } as const;
  expect(Object.entries(ends).map(([preset, name]) => [preset, fact(preset, name)])).toEqual([
    ['lost', '1'],
    ['seat', '2'],
    ['charge', '2'],
    ['stale', '1'],
    ['rota', '0'],
  ]);
});

test.each(titled)(
  '%s: counts are those of the formula, where nothing blocks or jumps',
  (_, setting) => {
    const { program, count } = run(setting).result;
    const free = program.threads.every(({ steps }) =>
      steps.every((step) => !('otherwise' in step) && !('lock' in step)),
    );
    if (!free) return expect(count.total).not.toBeNull();
    const lengths = program.threads.map(({ steps }) => steps.length);
    const all = factorial(lengths.reduce((sum, length) => sum + length));
    expect(count.total).toBe(lengths.reduce((rest, length) => rest / factorial(length), all));
    return expect(count.bound).toBe(count.total);
  },
);

test.each(titled)(
  '%s: a mended case has no order that breaks it, an unmended one has',
  (_, setting) => {
    const { result } = run(setting);
    expect(result.count.deadlocked).toBe(0n);
    expect(result.count.livelocks).toEqual([]);
    if (setting.remedy === 'none') {
      expect(brokenOrders(result)).toBeGreaterThan(0n);
    } else {
      expect(brokenOrders(result)).toBe(0n);
      expect(result.count.broken?.kinds).toEqual([]);
      expect(said(setting)).toContain('Every order was tried.');
    }
  },
);

test.each(titled.filter(([, setting]) => isDrawn(run(setting).result)))(
  '%s: the field has every order, and each is as it is told when replayed',
  (_, setting) => {
    const { result } = run(setting);
    const outcomes = outcomesOf(result);
    const shown = outcomes.flatMap(({ orders }) => orders.map(({ moves }) => moves));
    expect(shown.toSorted()).toEqual(everyOrder(setting).sort());
    expect(BigInt(shown.length)).toBe(result.count.total);
    for (const { label, broken, count, orders } of outcomes) {
      expect(BigInt(orders.length), label).toBe(count);
      for (const { moves } of orders) expect(isBroken(setting, moves), moves).toBe(broken);
    }
    const broken = shown.filter((moves) => isBroken(setting, moves));
    expect(BigInt(broken.length)).toBe(brokenOrders(result));
  },
);

test.each(titled.filter(([, setting]) => !isDrawn(run(setting).result)))(
  '%s: of too many orders to draw, each outcome has three witnesses',
  (_, setting) => {
    const { program, count } = run(setting).result;
    expect(count.total).toBeGreaterThan(BigInt(MOST_CELLS));
    const outcomes = outcomesOf({ program, count });
    expect(outcomes.reduce((sum, outcome) => sum + outcome.count, 0n)).toBe(count.total);
    for (const { label, count: ways, orders } of outcomes) {
      expect(new Set(orders.map(({ moves }) => moves)).size, label).toBe(orders.length);
      expect(orders.length, label).toBe(ways < 3n ? Number(ways) : 3);
      for (const { moves } of orders) {
        const walk = follow(program, moves);
        expect(walk.status).toBe('done');
        expect(program.of.outcome(endOf(walk), program.size)).toBe(label);
      }
    }
  },
);

test.each(caseNames.map((name) => [name] as const))(
  '%s: every order that breaks it has a race, and so is explained',
  (name) => {
    const setting: Changed = { case: name };
    for (const moves of everyOrder(setting)) {
      const { walk } = run({ ...setting, moves }).result;
      expect(racesIn(walk).length > 0, moves).toBe(isBroken(setting, moves));
      if (isBroken(setting, moves)) {
        expect(voidMoves(walk).size, moves).toBeGreaterThan(0);
        expect(said({ ...setting, moves })).toMatch(/ at move \d, before /);
      }
    }
  },
);

test('two increments each: all 924 orders that lose an update have a race', () => {
  const setting: Changed = { increments: 2 };
  const all = everyOrder(setting);
  expect(all).toHaveLength(924);
  for (const moves of all) {
    expect(racesIn(run({ ...setting, moves }).result.walk).length > 0, moves).toBe(
      isBroken(setting, moves),
    );
  }
});

test('mended, no order of any case has a race [claim 41]', () => {
  for (const setting of settings.filter(
    ({ remedy, threads }) => remedy !== 'none' && threads !== 3,
  )) {
    if (!isDrawn(run(setting).result)) continue;
    for (const moves of everyOrder(setting)) {
      expect(racesIn(run({ ...setting, moves }).result.walk), moves).toEqual([]);
    }
  }
});

test('a lost update is told with who overwrote whom', () => {
  expect(said({ moves: 'ABAABB' })).toBe(
    'In this order the counter ends at 1 instead of 2. B loads it at move 2, before A stores at move 4, and then ' +
      'overwrites what A stored. 18 of the 20 orders lose an update. The other 2 run one thread after the other.',
  );
  // Of several that stored meanwhile, the last is overwritten; of two checks, the one that no longer held.
  expect(said({ threads: 3, moves: 'BBCAABCAC' })).toContain(
    'C loads it at move 3, before A stores at move 8, and then overwrites what A stored.',
  );
  expect(said({ case: 'seat', moves: 'ABABAB' })).toContain(
    'B checks at move 2, before A takes the seat at move 3, so both sell.',
  );
  expect(said({ moves: 'BABBAA' })).toContain(
    'A loads it at move 2, before B stores at move 4, and then overwrites what B stored.',
  );
  expect(said({ moves: 'AAABBB' })).toContain('and no update is lost. 18 of the 20');
  expect(said({ moves: 'AB' })).toBe(
    'After 2 moves: counter 0. Choose which thread does its next step. All 6 orders that begin like this lose an ' +
      'update: it can no longer be prevented.',
  );
});

test('while moves are made it is told what their beginning still allows', () => {
  const begun = (changed: Changed) => said(changed).split('next step.').at(-1)?.trim();
  // The field of orders shows how many there are.
  expect(begun({})).toBe('');
  expect(begun({ moves: 'A' })).toBe('9 of the 10 orders that begin like this lose an update.');
  expect(begun({ moves: 'AA' })).toBe('3 of the 4 orders that begin like this lose an update.');
  expect(begun({ moves: 'AAA' })).toBe(
    'The only order that begins like this does not lose an update.',
  );
  expect(begun({ case: 'rota', moves: 'AB' })).toBe(
    'Both orders that begin like this end with nobody on call: it can no longer be prevented.',
  );
  expect(begun({ moves: 'ABAAB' })).toBe(
    'The only order that begins like this loses an update: it can no longer be prevented.',
  );
  expect(begun({ case: 'stale', moves: 'B' })).toBe(
    'None of the 6 orders that begin like this leaves the old price.',
  );
  expect(begun({ case: 'stale', moves: 'A' })).toBe(
    '1 of the 4 orders that begin like this leaves the old price.',
  );
  expect(begun({ threads: 3, moves: 'A' })).toBe('All but 6 of the 1,680 orders lose an update.');
  expect(begun({ remedy: 'atomic' })).toBe(
    'An atomic add: none of the 2 orders loses an update. Every order was tried.',
  );
});

test.each(titled.filter(([, setting]) => isDrawn(run(setting).result)))(
  '%s: what is told of a beginning is so of the orders that begin with it',
  (_, setting) => {
    const all = everyOrder(setting);
    if (all.every((moves) => !isBroken(setting, moves))) return;
    for (const moves of new Set(all.map((order) => order.slice(0, 2)))) {
      const begun = all.filter((order) => order.startsWith(moves));
      const broken = begun.filter((order) => isBroken(setting, order)).length;
      if (begun.length === 1) {
        const does = broken === 1 ? /The only order that begins like this \w+s / : /this does not /;
        expect(said({ ...setting, moves }), moves).toMatch(does);
        continue;
      }
      const figures = said({ ...setting, moves }).match(/(\w+)(?: of the)? (\d+) orders that/);
      const [, many, of] =
        figures ?? said({ ...setting, moves }).match(/((Both)) orders that/) ?? [];
      const total = { Both: 2 }[of as string] ?? Number(of);
      expect(total, moves).toBe(begun.length);
      const found = { All: total, Both: total, None: 0 }[many as string] ?? Number(many);
      expect(found, moves).toBe(broken);
    }
  },
);

test('what a check found is told, and what follows', () => {
  const doneIn = (changed: Changed) => {
    const { program, walk } = run(changed).result;
    return doneInWords(program, standingAt(walk, walk.snapshots.length - 1));
  };
  expect(doneIn({ case: 'charge', moves: 'A' })).toBe('finds no key and goes on');
  expect(doneIn({ case: 'seat', moves: 'AAAB' })).toBe('finds no seat and stops');
  expect(doneIn({ case: 'seat', remedy: 'atomic', moves: 'A' })).toBe('finds a seat and takes it');
  for (const setting of settings) {
    if (!isDrawn(run(setting).result)) continue;
    for (const moves of everyOrder(setting)) {
      for (const { cells } of stripOfMoves(run({ ...setting, moves }).result).rows) {
        const bars = cells.flatMap(({ text, short }) => [text, short ?? text]);
        expect(bars.filter((text) => /^(yes|no|back|free|if)$|: (yes|no)/.test(text))).toEqual([]);
      }
    }
  }
});

test('three threads with three increments under a lock are counted at once, from few states', () => {
  const { values, result } = run({ threads: 3, increments: 3, remedy: 'lock' });
  expect(lab.model.away?.longWork(values)).toBeNull();
  expect(result.count.total).toBe(1680n);
  expect(result.count.states).toBeLessThan(1000);
});

test('what holds only at READ COMMITTED says so, in its code and in its note', () => {
  for (const setting of settings) {
    const { written, steps } = run(setting).result.program;
    // A lock taken on what is not changed itself: a snapshot from before the wait stays as it is.
    const waits = steps.flat().filter(({ yours }) => /advisory|SELECT 1 .*FOR UPDATE/.test(yours));
    for (const { yours } of waits) {
      expect(yours).toContain('BEGIN ISOLATION LEVEL READ COMMITTED;');
      expect(written.note).toMatch(/works at READ COMMITTED.* at REPEATABLE READ .* snapshot/);
    }
  }
});

test('where an order can be shorter it is said why', () => {
  for (const setting of settings.filter((one) => isDrawn(run(one).result))) {
    const { program } = run(setting).result;
    const steps = program.threads.reduce((sum, thread) => sum + thread.steps.length, 0);
    const anyShort = everyOrder(setting).some((moves) => moves.length < steps);
    if (anyShort)
      expect(program.of.stops, String(setting.case)).toMatch(/^an? \w+ who|^a request that/);
  }
});

test('that real memory allows more is said once', () => {
  const texts = [CASES.counter.assumed, lab.simplified].join(' ');
  expect(texts.match(/Real memory/g)).toHaveLength(1);
});

test('beside that of another run an instant has no full stop of its own', () => {
  const { clock } = lab.view;
  for (const at of [0, 3, 6]) {
    const instant = toText(clock?.describe(run({ moves: 'ABAABB' }), at) ?? []);
    expect(instant).toMatch(/\w$/);
  }
});

test('a seat sold twice leaves −1 with a real minus sign', () => {
  const { program, walk } = run({ case: 'seat', moves: 'ABABAB' }).result;
  expect(memoryOf(program, walk, 4).shared[0]?.value).toBe('−1');
  expect(said({ case: 'seat', moves: 'ABAB' })).toContain('After 4 moves: seats −1, sold 0.');
});

test('each case is told in its words, and one order alone in the singular', () => {
  const told = ['seat', 'charge', 'stale', 'rota'].map((preset) =>
    toText(lab.describe?.(presetRun(lab, preset)) ?? []),
  );
  expect(told).toEqual([
    'In this order the one seat is sold twice. B checks at move 2, before A takes the seat at move 3, so both sell. ' +
      '12 of the 16 orders sell the seat twice.',
    'In this order the card is charged twice. B checks the key at move 3, before A stores it at move 4, so both ' +
      'charge. 18 of the 20 orders charge twice. The other 2 run one thread after the other.',
    'In this order the cache ends with version 1, although the price is at version 2. A loads the price at move 1, ' +
      'before B changes it at move 2, and then overwrites B’s newer answer. 1 of the 10 orders leaves the old price.',
    'In this order nobody is on call. B checks at move 2, before A leaves at move 3, so both leave. 4 of the 6 orders ' +
      'end with nobody on call. The other 2 run one thread after the other.',
  ]);
});

test('a mended case says that every order was tried', () => {
  expect(said({ remedy: 'atomic', moves: 'AB' })).toBe(
    'In this order the counter ends at 2, and no update is lost. An atomic add: none of the 2 orders loses an update. ' +
      'Every order was tried.',
  );
  expect(said({ case: 'seat', remedy: 'lock' })).toContain(
    'SELECT … FOR UPDATE: none of the 2 orders sells the seat twice. Every order was tried.',
  );
});

test('while a question waits, only this order is told', () => {
  expect(toText(lab.known?.(run({ moves: 'ABAABB' })) ?? [])).not.toContain('18');
  expect(toText(lab.known?.(run({ remedy: 'atomic', moves: 'AB' })) ?? [])).not.toContain('tried');
});

test('three threads of three increments: huge counts are exact, and short where they are read', () => {
  const { result } = run({ threads: 3, increments: 3 });
  expect(exact(result.count.total ?? 0n)).toBe('227,873,431,500');
  expect(inShort(result.count.total ?? 0n)).toBe('2.28\u00a0×\u00a010¹¹');
  expect(result.count.states).toBe(30_902);
  expect(said({ threads: 3, increments: 3 })).toContain(
    'All but 1,680 of the 2.28\u00a0×\u00a010¹¹ orders lose an update.',
  );
  const table = lab.view.below?.[0]?.tables?.([run({ threads: 3, increments: 3 })], []);
  expect(table?.[0]?.rows.map(([end, count]) => `${end}: ${count}`)).toContain(
    'counter 2: 7 updates are lost: 3,776,608,476',
  );
});

test('two settings are compared by what they leave of the orders', () => {
  const first = { ...run({ moves: 'ABAABB' }), tag: 'nothing protects it' };
  const second = { ...run({ remedy: 'lock' }), tag: 'a lock' };
  expect(toText(lab.view.compare?.(first, second) ?? [])).toBe(
    'A lock: none of the 2 orders loses an update. Nothing protects it: 18 of the 20 orders lose an update.',
  );
  const [lost, kept] = [{ moves: 'ABAABB' }, { moves: 'AAABBB' }];
  const both = lab.view.compare?.({ ...run(lost), tag: 'lost' }, { ...run(kept), tag: 'kept' });
  expect(toText(both ?? [])).toBe(
    'Kept: In this order the counter ends at 2, and no update is lost. ' +
      'Lost: In this order the counter ends at 1 instead of 2. B loads it at move 2, before A stores at move 4, and then overwrites what A stored. ' +
      '18 of the 20 orders lose an update. The other 2 run one thread after the other.',
  );
});

test('of a move it is told what it rests on, and what becomes of it', () => {
  const { result } = run({ moves: 'ABAABB' });
  expect(afterIn(result, 0)).toBe(
    'B sees counter 0 at move 2. A changes it to 1 at move 4, and B stores 1 at move 6 all the same. No error appears anywhere.',
  );
  expect(beforeIn(result, 4)).toBe('A saw counter 0 at move 1. B saw counter 0 at move 2.');
  expect(afterIn(result, 4)).toBe(
    'B does not know: it saw counter 0 at move 2, and stores 1 at move 6 all the same. No error appears anywhere.',
  );
  expect(beforeIn(result, 6)).toContain('B saw counter 0 at move 2, and by now counter is 1.');
  expect(afterIn(result, 6)).toBe(
    'All threads have ended: counter 1: an update is lost. No error has appeared anywhere.',
  );
});

test('a bracket stands from the change to the act that does not know of it; a stale check is hollow', () => {
  const strip = stripOfMoves(run({ case: 'seat', moves: 'ABAABB' }).result);
  expect(strip.brackets).toEqual([{ row: 1, from: 3, to: 5, text: 'seats is 0, B saw 1' }]);
  expect(strip.rows[1]?.cells.map(({ hollow }) => hollow)).toEqual([3, undefined, undefined]);
  expect(stripOfMoves(run({ case: 'seat', moves: 'AAAB' }).result).brackets).toEqual([]);
});

test('memory shows registers where threads load, else what each saw, and who holds a lock', () => {
  const at = (changed: Changed, move: number) => {
    const { program, walk } = run(changed).result;
    return memoryOf(program, walk, move);
  };
  const lost = at({ moves: 'ABAABB' }, 4);
  expect(lost.own.map(({ label, value }) => `${label} ${value}`)).toEqual(['A’s r 1', 'B’s r 0']);
  expect(lost.shared).toEqual([{ name: 'counter', value: '1', was: '0' }]);
  expect(lost.way).toEqual({ thread: 0, shared: 0, writes: true, verb: 'store' });
  const seat = at({ case: 'seat', remedy: 'lock', moves: 'AAA' }, 2);
  expect(seat.own.map(({ label, of, value }) => `${label} ${of} ${value}`)).toEqual([
    'A saw seats 1',
    'B saw  null',
  ]);
  // An add looks at nothing.
  const sold = at({ case: 'seat', moves: 'ABAABB' }, 4);
  expect(sold.own.map(({ label, of, value }) => `${label} ${of} ${value}`)).toEqual([
    'A saw seats 1',
    'B saw seats 1',
  ]);
  expect(seat.shared.at(-1)).toEqual({ name: 'lock row', value: 'A', was: null });
});

test('no line of a listing is longer than 16 characters, nor a program than 5 lines', () => {
  for (const setting of settings.filter(({ increments = 1 }) => increments === 1)) {
    const { program } = run(setting).result;
    program.threads.forEach(({ steps }, thread) => {
      expect(steps.length).toBeLessThanOrEqual(5);
      steps.forEach((_, i) => {
        expect(codeOf(program, thread, i).length, codeOf(program, thread, i)).toBeLessThanOrEqual(
          16,
        );
      });
    });
  }
});

test('every case is counted by its own threads alone, whatever the knobs of the counter say', () => {
  const { program, count } = run({ case: 'seat' }).result;
  expect(count.total).toBe(interleavings(program.threads, program.initial).total);
  // The same program, so that it is counted once.
  expect(run({ case: 'seat', threads: 3, increments: 3 }).result.program).toBe(program);
});

test('it opens with six tabs', () => {
  const tabs = Object.values(lab.presets).filter((preset) => !('quoted' in preset));
  expect(tabs.map(({ label }) => label)).toHaveLength(6);
});

test('links say the setting and the moves, and moves that cannot be made are told', () => {
  const { values } = readLink(lab as AnyLab, '?case=seat&remedy=atomic&moves=AAB');
  expect(writeLink(lab as AnyLab, { values, compare: null, at: 2 })).toBe(
    '?case=seat&remedy=atomic&moves=AAB&at=2',
  );
  const { values: made, warnings } = readLink(lab as AnyLab, '?remedy=lock&moves=ABAABB');
  expect(made.moves).toBe('A');
  expect(warnings).toEqual([
    'Move 2 of 6, B, cannot be made: thread B waits for m, which A holds. The first is made.',
  ]);
  expect(readLink(lab as AnyLab, '?moves=AAAA').warnings).toEqual([
    'Move 4 of 4, A, cannot be made: thread A has ended. The first 3 are made.',
  ]);
});

test('a preset of impossible moves stops the build', () => {
  const presets = { wrong: { label: 'Wrong', values: { moves: 'AAAA' } } };
  expect(wrongInDeclaration({ ...(lab as AnyLab), presets })).toEqual([
    expect.stringContaining('Lab shared-memory, preset wrong: Move 4 of 4, A, cannot be made'),
  ]);
});
