// What chapters claim of this lab: what is reserved, promised and in use, what runs out first, and at how many.
import { toText } from '@interleave/simulation';
import { describe, expect, test } from 'vitest';
import { factText, factValue } from '../../src/lab-kit/facts.ts';
import { axesOf } from '../../src/lab-kit/figures/curves/axes.ts';
import type { Chart } from '../../src/lab-kit/figures/curves/chart.ts';
import { type AnyLab, presetValues, runOf } from '../../src/lab-kit/lab.ts';
import { textOf } from '../../src/lab-kit/tables.ts';
import { CONNECTIONS, charts } from './charts.ts';
import declared from './index.ts';
import { measuredAt } from './measured.ts';
import { reasons } from './reasons-words.ts';
import { whatRunsOut } from './runs-out.ts';
import { CARRIERS, type Carrier, inBytes, type Setting } from './setting.ts';
import { bytesOf, GIB, KIB, linkSize, MIB, size, three } from './sizes.ts';
import { smallPrint } from './small-print.ts';
import { tables } from './tables.ts';

const lab = declared as unknown as AnyLab;
const fact = (preset: string, name: string) => Number(factValue(lab, preset, name, 3));
const setting = (values: Partial<Setting> = {}): Setting => ({
  ...inBytes(presetValues(declared, 'ten-thousand')),
  ...values,
});
function run(values: Partial<Setting> = {}) {
  const { stack, touched, memory, ...others } = setting(values);
  return runOf(declared, {
    ...others,
    stack: linkSize(stack),
    touched: linkSize(touched),
    memory: linkSize(memory),
  });
}
/** Every setting of some of the sizes, in bytes. */
function every(...names: ('stack' | 'memory' | 'touched')[]) {
  return names.reduce<number[][]>(
    (all, name) =>
      all.flatMap((one) =>
        declared.parameters[name].options.map(({ value }) => [...one, bytesOf(value)]),
      ),
    [[]],
  ) as [number, number, number][];
}
const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const said = (values: Partial<Setting> = {}) =>
  plain(toText(declared.describe?.(run(values)) ?? []));
const rowsOf = (values: Partial<Setting>, nth: number) =>
  tables(run(values))[nth]?.rows.map((row) => row.map((cell) => plain(textOf(cell)))) ?? [];

describe('10,000 connections with a thread each', () => {
  test('are 80 GB in decimal units, and 78.1 GiB as Linux reserves them [claim 43]', () => {
    expect(fact('ten-thousand', 'reserved-gb')).toBe(80);
    expect(fact('ten-thousand', 'reserved')).toBe(78.125);
    expect(fact('ten-thousand', 'promised')).toBe(78.125);
    // The same bytes: 83.9 GB, so that neither figure stands for the other.
    expect((78.125 * GIB) / 1e9).toBeCloseTo(83.9, 1);
  });

  test('have 338 MiB in use, 34.7 KiB each, 1.4% of the memory [claim 44]', () => {
    expect(factText(lab, 'ten-thousand', 'in-use', 0)).toBe('338\u00a0MiB');
    expect(fact('ten-thousand', 'each')).toBeCloseTo(34.7, 1);
    expect(fact('ten-thousand', 'share')).toBeCloseTo(1.38, 2);
    expect(said()).toBe(
      '10,000 threads reserve 78.1 GiB of stack and have 338 MiB in use, 1.38% of the memory. (Not 80 GB: Linux’s 8 MB are 8 MiB.)',
    );
  });

  test('are 462 MiB in a JVM, 26 MiB as goroutines, 14 MiB on an event loop [claim 49]', () => {
    expect(fact('ten-thousand', 'jvm-in-use')).toBeCloseTo(461.8, 0);
    expect(fact('ten-thousand', 'light-in-use')).toBeCloseTo(26, 0);
    expect(fact('ten-thousand', 'event-in-use')).toBeCloseTo(14, 0);
  });

  test('have 64 KiB more each in use when they have touched as much more [claim 32]', () => {
    const more = fact('touched', 'in-use') - fact('ten-thousand', 'in-use');
    expect(more).toBeCloseTo((10_000 * 64) / 1024, 2);
    expect(fact('touched', 'jvm-in-use') - fact('ten-thousand', 'jvm-in-use')).toBeCloseTo(more, 2);
    expect(fact('touched', 'light-in-use')).toBe(fact('ten-thousand', 'light-in-use'));
  });

  test('reserve an eighth with stacks of 1 MiB, and have nearly as much in use', () => {
    expect(fact('half-stack', 'reserved')).toBeCloseTo(9.77, 2);
    expect(fact('half-stack', 'in-use')).toBeCloseTo(318.9, 1);
  });
});

describe('a kernel that never overcommits', () => {
  test('promises 11.8 GiB, lets 1,506 threads start and refuses the next', () => {
    expect(fact('never', 'commit-limit')).toBeCloseTo(11.77, 2);
    expect(fact('never', 'most-promised')).toBe(1506);
    expect(fact('never', 'starts')).toBe(1506);
    expect(fact('never', 'promised')).toBeLessThanOrEqual(fact('never', 'commit-limit'));
    expect(fact('never', 'promised')).toBeCloseTo(11.77, 1);
    expect(fact('never', 'starts-in-use')).toBeCloseTo(51, 0);
    expect(said({ overcommit: 'never' })).toBe(
      '10,000 threads ask for 78.1 GiB of stack. This kernel never overcommits: it promises 11.8 GiB at most and refuses thread 1,507, though only 51.0 MiB of the memory is in use.',
    );
    expect(whatRunsOut(run({ overcommit: 'never' }))).toBe(
      'OS threads stop at 1,506: the kernel refuses thread 1,507, because it never overcommits, and has promised all that it may. pthread_create returns EAGAIN. JVM threads, goroutines and event-loop tasks fit.',
    );
  });

  test('lets all start while their stacks are within the limit', () => {
    expect(said({ overcommit: 'never', connections: 1500 })).toContain('reserve 11.7 GiB');
    expect(run({ overcommit: 'never', connections: 1500 }).result.threads.starts).toBe(1500);
  });
});

describe('what runs out first', () => {
  test('is told of every limit, the nearest first', () => {
    expect(rowsOf({}, 0)).toEqual([
      ['promises, if it never overcommits: 11.8 GiB', '1,506', '12,021'],
      ['threads of a systemd service (pids.max, 15%)', '4,915', '4,915'],
      ['a container with 1 GiB (memory.max)', '30,256', '22,174'],
      ['thread numbers (pid_max, 32,768)', '32,468', '32,468'],
      ['65,530 mappings, two for each stack (max_map_count)', '32,765', '32,765'],
      ['threads of the system (threads-max)', '192,844', '192,844'],
      ['memory of 24 GiB', '712,255', '522,004'],
    ]);
    expect(whatRunsOut(run())).toBe(
      'Memory is enough. But a systemd service stops at 4,915 threads, unless you raise its limit (TasksMax). Without that limit, OS threads stop at 32,468, where thread numbers run out (pid_max). A kernel that never overcommits would stop at 1,506.',
    );
  });

  test('names a service’s limit where it stops fewer, and what stops threads without it', () => {
    expect(whatRunsOut(run({ connections: 3000 }))).toBe(
      'Memory is enough. As a systemd service with its default limit, the process stops at 4,915 threads; otherwise OS threads stop at 32,468, where thread numbers run out (pid_max). A kernel that never overcommits would stop at 1,506.',
    );
    const small = { connections: 500, memory: 512 * MIB, touched: 512 * KIB };
    expect(whatRunsOut(run(small))).toBe(
      'Memory is enough. As a systemd service with its default limit, the process stops at 602 threads; otherwise OS threads stop at 954, where the memory is full. A kernel that never overcommits would stop at 31.',
    );
    expect(whatRunsOut(run({ ...small, touched: 2 * MIB, connections: 100 }))).toBe(
      'Memory is enough. OS threads stop at 247, where the memory is full. A kernel that never overcommits would stop at 31.',
    );
  });

  test('is the least of the table, whatever is set; promises are named where they would stop fewer', () => {
    const numbers = (text: string) =>
      [...text.matchAll(/[\d,]*\d/g)].map(([number]) => Number(number.replaceAll(',', '')));
    for (const [stack, memory, touched] of every('stack', 'memory', 'touched')) {
      for (const overcommit of ['usual', 'never'] as const) {
        const values = { stack, memory, touched, overcommit, connections: 1 };
        const text = whatRunsOut(run(values));
        const rows = rowsOf(values, 0).map(([what = '', most = '']) => ({
          what,
          most: numbers(most)[0] as number,
        }));
        const binds = ({ what }: { what: string }) =>
          !what.startsWith('a container') &&
          (overcommit === 'never' || !what.startsWith('promises'));
        const least = Math.min(...rows.filter(binds).map(({ most }) => most));
        expect(numbers(text)[0], text).toBe(least);
        const [, never] = /never overcommits would stop at ([\d,]+)/.exec(text) ?? [];
        const machine = rows.filter((row) => binds(row) && !row.what.includes('systemd'));
        const first = Math.min(...machine.map(({ most }) => most));
        const promised = rows.find(({ what }) => what.startsWith('promises'))?.most as number;
        expect(never, text).toBe(
          overcommit === 'usual' && promised < first ? promised.toLocaleString('en') : undefined,
        );
      }
    }
  });

  test('of a million are the numbers of threads; goroutines fit', () => {
    expect(fact('million', 'starts')).toBe(fact('million', 'most-numbers'));
    expect(fact('million', 'most-mappings')).toBe(32_765);
    expect(fact('million', 'most-threads')).toBe(192_844);
    expect(fact('million', 'in-use')).toBeGreaterThan(24 * 1024);
    expect(fact('million', 'light-in-use')).toBeCloseTo(2590, 0);
    expect(whatRunsOut(run({ connections: 1_000_000 }))).toBe(
      'OS threads and JVM threads stop at 32,468: the kernel refuses thread 32,469, because it has no more thread numbers (pid_max). pthread_create returns EAGAIN. Goroutines and event-loop tasks fit. A systemd service stops at 4,915 threads, unless you raise its limit (TasksMax).',
    );
    expect(said({ connections: 1_000_000 })).toBe(
      '1,000,000 threads would reserve 7.63 TiB of stack and have 33.1 GiB in use. The kernel refuses thread 32,469: it has no more thread numbers (pid_max).',
    );
  });

  test('where each thread has touched much, is the memory', () => {
    const values = { connections: 1_000_000, touched: 512 * KIB, memory: 2 * GIB };
    expect(whatRunsOut(run(values))).toBe(
      'OS threads fill the memory at 3,818, JVM threads at 3,731 and goroutines at 775,517. Then the kernel ends a process (OOM killer). Event-loop tasks fit. A systemd service stops at 2,410 threads, unless you raise its limit (TasksMax).',
    );
    expect(said(values)).toMatch(/The memory is full at 3,818: then the kernel ends a process\.$/);
  });

  test('30,000 threads still fit, and so do 2,000 in 512 MiB', () => {
    expect(fact('thirty-thousand', 'starts')).toBe(30_000);
    expect(fact('thirty-thousand', 'in-use')).toBeCloseTo(1015, 0);
    expect(fact('small-container', 'starts')).toBe(2000);
    expect(fact('small-container', 'in-use')).toBeCloseTo(67.7, 1);
    expect(fact('small-container', 'reserved')).toBeCloseTo(15.6, 1);
    expect(
      rowsOf({ memory: 512 * MIB }, 0)
        .flat()
        .join(),
    ).not.toContain('a container');
  });
});

describe('what was measured', () => {
  test('stands beside the lab’s figures where it was measured', () => {
    expect(rowsOf({}, 1)).toEqual([
      ['stacks of OS threads', '78.1', '81'],
      ['their kernel stacks', '156', '156'],
      ['their page tables', '39.1', '39.4'],
      ['their kernel records', '65.0', '65–71'],
      ['OS threads, all of it', '338', '341–348'],
      ['JVM threads, all of it', '462', '466'],
      ['goroutines', '26.0', '26.3'],
      ['event-loop tasks', '14.0', '–'],
    ]);
    expect(measuredAt('event', 'resident', setting({ connections: 100_000 }))).toBe('140');
    expect(measuredAt('threads', 'thread-stacks', setting({ touched: 72 * KIB }))).toBe('706');
  });

  test('is left out where the stacks are others', () => {
    expect(measuredAt('threads', 'resident', setting({ stack: MIB }))).toBe('–');
    expect(measuredAt('threads', 'resident', setting({ touched: 16 * KIB }))).toBe('–');
    expect(measuredAt('jvm', 'resident', setting({ touched: 16 * KIB }))).toBe('–');
    expect(measuredAt('threads', 'resident', setting({ connections: 2000 }))).toBe('–');
  });
});

describe('the curves', () => {
  test('have every point within their axes, and each can be set', () => {
    for (const stack of [64 * KIB, 64 * MIB]) {
      for (const chart of charts(setting({ stack, touched: 512 * KIB, memory: 512 * MIB }))) {
        const { x, y } = axesOf(chart);
        const points = chart.series.flatMap((one) => one.points);
        for (const point of points) {
          expect(point.x).toBeGreaterThanOrEqual(x.from);
          expect(point.x).toBeLessThanOrEqual(x.to);
          expect(point.y).toBeGreaterThanOrEqual(y.from);
          expect(point.y).toBeLessThanOrEqual(y.to);
        }
        for (const { kind, points } of chart.series) {
          if (kind !== 'formula') continue;
          for (const point of points) expect(CONNECTIONS).toContain(point.x);
        }
      }
    }
  });

  test('begin at 100 connections, where the lines part, and have a ring for each total that was measured', () => {
    const [reserved, inUse] = charts(setting()).map(({ series }) =>
      series.filter(({ kind }) => kind === 'measured'),
    );
    expect(axesOf(charts(setting())[0] as Chart).x).toMatchObject({ from: 100, to: 1_000_000 });
    const counts = (of: typeof reserved) => of?.map(({ points }) => points.map(({ x }) => x));
    expect(counts(reserved)).toEqual([
      [1000, 10_000, 30_000],
      [1000, 10_000],
    ]);
    expect(counts(inUse)).toEqual([
      [1000, 10_000, 30_000],
      [1000, 10_000],
      [1000, 10_000, 100_000, 1_000_000],
      [100_000],
    ]);
  });

  test('the connections are whole, ascending, and have the settings that were measured', () => {
    expect(CONNECTIONS).toEqual([...new Set(CONNECTIONS)].toSorted((a, b) => a - b));
    expect(CONNECTIONS.every(Number.isInteger)).toBe(true);
    expect(CONNECTIONS).toEqual(expect.arrayContaining([1, 1000, 10_000, 30_000, 1_000_000]));
  });
});

test.each(
  CARRIERS.flatMap((carrier) =>
    [{}, { overcommit: 'never' }, { connections: 1_000_000, memory: 512 * MIB }].map(
      (values) => [carrier, values as Partial<Setting>] as const,
    ),
  ),
)('the reasons of %s add up to what those that start have in use: %j', (carrier, values) => {
  const made = run(values);
  const { what, remarks } = reasons(carrier, made);
  const inMiB = (text: string) => {
    const [, number, unit] = /([\d.,]+)\u00a0(\wi?B) in all/.exec(text) ?? [];
    return Number(number) * ({ KiB: 1 / 1024, MiB: 1, GiB: 1024 }[unit as string] ?? Number.NaN);
  };
  const sum = remarks.reduce((all, { when = '' }) => all + inMiB(when), 0);
  const { has, starts } = made.result[carrier];
  const all = has.resident / MIB;
  // Each is rounded to three digits that count.
  expect(Math.abs(sum - all)).toBeLessThan(all / 200);
  expect(what).toContain(starts.toLocaleString('en'));
});

test('of threads that are refused nothing is told as in use', () => {
  const made = run({ overcommit: 'never' });
  expect(plain(reasons('threads', made).what)).toBe(
    '1,506 of 10,000 threads start: 34.7 KiB in use each, 51.0 MiB in all',
  );
  expect(smallPrint('threads', made)).toContain('1,506 of 10,000 start');
  const [, table] = tables(made);
  expect(table?.caption).toBe('In use if all 10,000 started, MiB');
  expect(table?.columns[0]?.label).toBe('what would be in use');
  expect(tables(run())[1]?.caption).toBe('10,000 of them, in use, MiB');
});

describe('a stack that is too small for what is to be touched of it', () => {
  const about = (carrier: Carrier, values: Partial<Setting>) => {
    const { remarks } = reasons(carrier, run(values));
    const said = remarks.find(({ heading }) => heading === 'Stack touched')?.text ?? '';
    return { print: plain(smallPrint(carrier, run(values)).join('; ')), said: plain(said) };
  };

  test('is touched whole, and that is told of OS threads and of JVM threads', () => {
    const small = about('threads', { stack: 64 * KIB, touched: 512 * KIB });
    expect(small.print).toBe('64 KiB of stack each, all of it touched');
    expect(small.said).toContain('too small for the 512 KiB set: all of it is touched');
    const jvm = about('jvm', { touched: 2 * MIB });
    expect(jvm.print).toBe('1 MiB of stack each, all of it touched');
    expect(jvm.said).toContain('too small for the 2 MiB set: all of it is touched');
  });

  test('is not told of where it fits', () => {
    for (const carrier of ['threads', 'jvm'] as const) {
      const { print, said } = about(carrier, { stack: 64 * KIB, touched: 32 * KIB });
      expect(`${print} ${said}`).not.toContain('all of it');
    }
    expect(about('threads', { stack: 64 * KIB, touched: 64 * KIB }).print).not.toContain('all of');
  });
});

test('small print tells why JVM threads take more, and that goroutines are those that wait', () => {
  const print = (carrier: Carrier, values: Partial<Setting> = {}) =>
    plain(smallPrint(carrier, run(values)).join('; '));
  expect(print('jvm')).toBe('1 MiB of stack each; in use also: the JVM’s own stack and record');
  // They have a smaller stack to touch, and take less.
  expect(print('jvm', { touched: 2 * MIB })).not.toContain('in use also');
  expect(print('light')).toBe(
    '2 KiB of stack each while it waits; 128 KiB if it needs 64 KiB more',
  );
});

test('huge pages have a tab, and the reasons say what they stand for', () => {
  expect(declared.presets['huge-pages']).toEqual({
    label: 'Huge pages',
    values: { touched: '2MiB' },
  });
  const text = (name: string, values: Partial<Setting>) =>
    plain(
      reasons('threads', run(values)).remarks.find(({ heading }) => heading === name)?.text ?? '',
    );
  const huge = { touched: 2 * MIB };
  expect(text('Stack touched', huge)).toContain('In huge pages a first touch brings 2 MiB');
  expect(text('Page tables', huge)).toContain('that was not measured');
  expect(text('Stack touched', { touched: MIB })).not.toContain('huge');
  expect(measuredAt('threads', 'thread-stacks', setting({ ...huge, connections: 1000 }))).toBe(
    '2,000',
  );
});

test('links write sizes as people do, and they are the sizes that were meant', () => {
  const { stack, touched, memory } = declared.parameters;
  for (const { options } of [stack, touched, memory]) {
    for (const { value, label } of options) {
      expect(value).toMatch(/^[1-9]\d{0,2}[KMG]iB$/);
      expect(plain(label).replace(' ', '')).toBe(value);
      expect(linkSize(bytesOf(value))).toBe(value);
    }
  }
  expect(bytesOf('24GiB')).toBe(24 * GIB);
});

test('the tables of curves are not made again while only the connections change', () => {
  const [curves] = declared.view.below ?? [];
  const of = (connections: number) =>
    curves?.tables?.([run({ connections }) as never], ['connections']);
  expect(of(1000)).toHaveLength(2);
  expect(of(1000)?.[0]).toBe(of(2000)?.[0]);
});

test('the reasons name each part of a thread, and of the others what runs them', () => {
  const headings = CARRIERS.map((carrier) =>
    reasons(carrier, run()).remarks.map(({ heading }) => heading),
  );
  expect(headings).toEqual([
    ['Stack touched', 'Kernel stack', 'Page tables', 'Kernel record'],
    ['Stack touched', 'Record of the JVM', 'Kernel stack', 'Page tables', 'Kernel record'],
    ['Stack', 'Record of the runtime', 'Two OS threads'],
    ['Objects', 'One OS thread'],
  ]);
});

test.each([
  [1, '1 B'],
  [8 * KIB, '8 KiB'],
  [GIB, '1 GiB'],
  [GIB - 1, '1.00 GiB'],
  [1023 * MIB, '1,020 MiB'],
  [78.125 * GIB, '78.1 GiB'],
  [7.63 * 1024 * GIB, '7.63 TiB'],
  [1024 * 1024 * GIB, '1 PiB'],
])('%d bytes are written %s', (bytes, written) => {
  expect(plain(size(bytes))).toBe(written);
});

test('what is next to nothing is told as less than something', () => {
  expect(said({ connections: 1, memory: 256 * GIB })).toContain(
    'in use, less than 0.01% of the memory.',
  );
  const [, inUse] = [0, 1].map((nth) => rowsOf({ connections: 1, stack: 64 * KIB }, nth));
  expect(inUse?.[2]).toEqual(['their page tables', '< 0.01', '–']);
  expect(inUse?.flat().join(' ')).not.toMatch(/\b0\.00/);
});

test('numbers have three digits that count', () => {
  expect([338.4, 25.97, 8, 0.4131, 33_843].map(three)).toEqual([
    '338',
    '26.0',
    '8',
    '0.413',
    '33,800',
  ]);
});
