// What is random: the same for the same seed, drawn apart for each purpose, and distributed as the notation says.
import { describe, expect, test } from 'vitest';
import { parse } from '../notation/parse.ts';
import { simulate } from '../simulate.ts';
import { timeIn } from '../testing/programs.ts';

/** Of each task by name: when it arrives, and how long it computes and waits in all, ns. */
function drawn(text: string) {
  const { tasks } = simulate(parse(text));
  return Object.fromEntries(
    tasks.map((task) => [
      task.name,
      { arrives: task.arrival, cpu: timeIn(task, 'running'), io: timeIn(task, 'waiting') },
    ]),
  );
}

const BASE = 'seed 5; a x4: poisson 50/s, cpu exp 3, io 1..9; b: cpu exp 3';

describe('the seed', () => {
  test('gives the same run again', () => {
    const json = () => JSON.stringify(simulate(parse(BASE)));
    expect(json()).toBe(json());
  });

  test('gives another run when it is another, in everything that is random', () => {
    const other = drawn(BASE.replace('seed 5', 'seed 6'));
    for (const [name, { arrives, cpu, io }] of Object.entries(drawn(BASE))) {
      expect(other[name]?.cpu).not.toBe(cpu);
      if (name === 'b') continue;
      expect(other[name]?.arrives).not.toBe(arrives);
      expect(other[name]?.io).not.toBe(io);
    }
  });
});

describe('another setting leaves what else is drawn as it was', () => {
  const before = drawn(BASE);

  test.each([
    ['another length of another step', BASE.replace('io 1..9', 'io exp 4'), ['arrives', 'cpu']],
    [
      'a fixed length of another step',
      BASE.replace('cpu exp 3, io', 'cpu 2, io'),
      ['arrives', 'io'],
    ],
    [
      'a step more at the end',
      BASE.replace('1..9;', '1..9, lock m, unlock m;'),
      ['arrives', 'cpu', 'io'],
    ],
    ['other arrivals', BASE.replace('poisson 50/s', 'every 7'), ['cpu', 'io']],
    [
      'a task before it',
      BASE.replace('a x4', 'c x3: poisson 9/s, cpu exp 1, io exp 1; a x4'),
      ['arrives', 'cpu', 'io'],
    ],
    ['more copies', BASE.replace('x4', 'x9'), ['arrives', 'cpu', 'io']],
    ['another machine', `cores 3; slice 1; switch 0.1; ${BASE}`, ['arrives', 'cpu', 'io']],
  ] as [string, string, ('arrives' | 'cpu' | 'io')[]][])('%s', (_, text, kept) => {
    const after = drawn(text);
    for (const name of ['a1', 'a2', 'a3', 'a4', 'b']) {
      for (const what of kept) expect(after[name]?.[what]).toBe(before[name]?.[what]);
    }
  });

  test('of what begins together: another length of one, or one more, changes nothing for the rest', () => {
    const served = (text: string) =>
      simulate(parse(`seed 5; device net; device db; a x4: cpu 1, ${text}`)).devices.map(
        ({ busy }) => busy,
      );
    const [net, db] = served('together (net exp 3, db exp 3)');
    expect(net).not.toBe(db);
    expect(served('together (net 1..9, db exp 3)')[1]).toBe(db);
    expect(served('together (net 2, db exp 3, io exp 4)')[1]).toBe(db);
    expect(served('together (net exp 3, db 1..9), net 0')[0]).toBe(net);
  });

  test('of users: one user more, or fewer rounds of another, changes nothing for the rest', () => {
    const users = (text: string) =>
      simulate(parse(text)).tasks.map(({ rounds }) => rounds.map(({ start, end }) => end - start));
    const alone = (count: number) =>
      users(`seed 5; horizon 300; cores 9; user x${count}: think exp 20, cpu exp 5`);
    expect(alone(5).slice(0, 3)).toEqual(alone(3));
    expect(alone(3)[0]).not.toEqual(alone(3)[1]);
    // Every round draws anew.
    expect(new Set(alone(3)[0]).size).toBeGreaterThan(5);
  });
});

describe('draws are distributed as they are said to be', () => {
  const COUNT = 20_000;
  const lengths = (length: string) =>
    Object.values(drawn(`seed 1; t x${COUNT}: io ${length}`)).map(({ io }) => io);
  const mean = (values: number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;

  test('a range: evenly, both ends included, in whole ns', () => {
    const found = lengths('0.000001..0.000004');
    expect(new Set(found)).toEqual(new Set([1, 2, 3, 4]));
    // Four standard deviations of a count, √(n·¼·¾) = 61.
    for (const one of [1, 2, 3, 4]) {
      const count = found.filter((length) => length === one).length;
      expect(Math.abs(count - COUNT / 4)).toBeLessThan(4 * 61.3);
    }
  });

  test('exponential: its mean, and how much is longer than once and than three times that', () => {
    const found = lengths('exp 10');
    const [once, thrice] = [1, 3].map((times) => found.filter((one) => one > times * 10e6).length);
    // Four standard deviations each.
    expect(Math.abs(mean(found) / 10e6 - 1)).toBeLessThan(4 / Math.sqrt(COUNT));
    expect(Math.abs((once as number) / COUNT - Math.exp(-1))).toBeLessThan(4 * 0.00341);
    expect(Math.abs((thrice as number) / COUNT - Math.exp(-3))).toBeLessThan(4 * 0.00154);
  });

  test('what begins together: each by itself, so that two of none or 1 ns are both none in a quarter of the rounds', () => {
    const pair = 'together (io 0..0.000001, db 0..0.000001)';
    const { tasks, devices } = simulate(
      parse(`seed 1; horizon 0.03; device db; user: think 0.000001, ${pair}, cpu 0.000001`),
    );
    // The cpu step is over in 1 ns: a round takes that, or that and the wait.
    const waited = (tasks[0]?.rounds ?? []).map(({ start, end }) => end - start - 1);
    expect(new Set(waited)).toEqual(new Set([0, 1]));
    const sd = Math.sqrt((waited.length * 3) / 16);
    const none = waited.filter((time) => time === 0).length;
    expect(Math.abs(none - waited.length / 4)).toBeLessThan(4 * sd);
    const half = (devices[0]?.operations as number) - waited.length / 2;
    expect(Math.abs(half)).toBeLessThan(4 * Math.sqrt(waited.length / 4));
  });

  test('Poisson: gaps of the mean, as long on average after a long one, the first before the first arrival', () => {
    const arrivals = Object.values(drawn(`seed 1; t x${COUNT}: at 5, poisson 1000/s`)).map(
      ({ arrives }) => arrives,
    );
    const gaps = arrivals.map((at, i) => at - (arrivals[i - 1] ?? 5e6));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(0);
    expect(Math.abs(mean(gaps) / 1e6 - 1)).toBeLessThan(4 / Math.sqrt(COUNT));
    const afterLong = gaps.filter((_, i) => (gaps[i - 1] ?? 0) > 1e6);
    expect(Math.abs(mean(afterLong) / 1e6 - 1)).toBeLessThan(4 / Math.sqrt(afterLong.length));
  });

  test('the gaps, the lengths and the copies have nothing to do with each other', () => {
    const all = Object.values(drawn(`seed 1; t x${COUNT}: poisson 1/s, io exp 10, cpu exp 10`));
    const correlation = (a: number[], b: number[]) => {
      const [ma, mb] = [mean(a), mean(b)];
      const product = mean(a.map((one, i) => (one - ma) * ((b[i] as number) - mb)));
      return (
        product / Math.sqrt(mean(a.map((x) => (x - ma) ** 2)) * mean(b.map((x) => (x - mb) ** 2)))
      );
    };
    const io = all.map((one) => one.io);
    const gaps = all.map(({ arrives }, i) => arrives - (all[i - 1]?.arrives ?? 0));
    for (const [a, b] of [
      [io, all.map(({ cpu }) => cpu)],
      [io, gaps],
      [io.slice(1), io.slice(0, -1)],
    ] as [number[], number[]][]) {
      expect(Math.abs(correlation(a, b))).toBeLessThan(4 / Math.sqrt(COUNT));
    }
  });
});
