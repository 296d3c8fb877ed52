// A trace in the Trace Event Format: what viewers demand of lanes, numbers and times.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scenario } from '../scenario/checked.ts';
import type { Nanos } from '../scenario/nanos.ts';
import { cpu, io, type Step, task } from '../scenario/scenario.ts';
import { simulate } from '../simulate.ts';
import { always } from '../testing/always.ts';
import type { Trace } from '../trace/trace.ts';
import { toChromeTrace } from './chrome-trace.ts';

interface Written {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  ts: number;
  dur: number;
  args: Record<string, string | number>;
}

/** As a viewer reads it. */
const written = (trace: Trace): Written[] =>
  JSON.parse([...toChromeTrace(trace)].join('')).traceEvents;
const slices = (trace: Trace) => written(trace).filter(({ ph }) => ph === 'X');
/** As Perfetto does: what is behind the point is lost. */
const inNanos = (micros: number) => Math.trunc(micros * 1000);

const documented = simulate(
  scenario({
    tasks: [
      task('A', [cpu(5), io(35), cpu(5)]),
      task('B', [cpu(15), io(35), cpu(5)]),
      task('other', [cpu(20)], 30),
    ],
  }),
);

test('names a process for the cores and one for the tasks, and each lane, in order', () => {
  const meta = written(documented).filter(({ ph }) => ph === 'M');
  const of = (kind: string) =>
    meta.filter(({ name }) => name === kind).map(({ args }) => args.name ?? args.sort_index);
  expect(of('process_name')).toEqual(['Cores', 'Tasks']);
  expect(of('thread_name')).toEqual(['core 1', 'A', 'B', 'other']);
  expect(of('process_sort_index')).toEqual([1, 2]);
  expect(of('thread_sort_index')).toEqual([3, 4, 5, 6]);
});

test('says why a slice began, and where it ran', () => {
  const last = slices(documented)
    .filter(({ tid }) => tid === 4)
    .at(-1);
  expect(last).toMatchObject({
    name: 'running',
    ts: 50_000,
    dur: 5_000,
    args: { cause: 'dispatched', causedBy: 'other', core: 1, worker: 1 },
  });
});

test('a core shows whom it runs and whom it switches to, and nothing while it is idle', () => {
  const trace = simulate(
    scenario({ switchCost: 7 as Nanos, tasks: [task('A', [cpu(1), io(1), cpu(1)])] }),
  );
  const core = slices(trace).filter(({ pid }) => pid === 1);
  expect(core.map(({ name, ts, dur }) => [name, ts, dur])).toEqual([
    ['switch to A', 0, 0.007],
    ['A', 0.007, 1000],
    ['A', 2000.007, 1000],
  ]);
});

test('a deadlock and a run that was cut off are marked at their end', () => {
  const steps = (a: string, b: string): Step[] => [
    { kind: 'lock', lock: a },
    cpu(1),
    { kind: 'lock', lock: b },
    { kind: 'unlock', lock: b },
    { kind: 'unlock', lock: a },
  ];
  const stuck = simulate(
    scenario({ cores: 2, tasks: [task('A', steps('m', 'n')), task('B', steps('n', 'm'))] }),
  );
  expect(written(stuck).at(-1)).toMatchObject({ ph: 'i', name: 'deadlock', ts: 1000 });
  const late = task('late', [cpu(9007199254)]);
  const cut = simulate(scenario({ tasks: [late, { ...late, name: 'later' }] }));
  expect(written(cut).at(-1)).toMatchObject({ ph: 'i', name: 'cut off', ts: cut.end / 1000 });
});

test('times stay exact to the nanosecond, and are written without an exponent', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2 ** 51 }), fc.nat(), (length, arrival) => {
      const steps: Step[] = [{ kind: 'cpu', duration: length as Nanos }];
      const one = { ...task('A', steps), arrival: arrival as Nanos };
      const text = [...toChromeTrace(simulate(scenario({ tasks: [one] })))].join('');
      const [, ts, dur] = text.match(/"ts":([\d.]+),"dur":([\d.]+),/) ?? [];
      expect([inNanos(Number(ts)), inNanos(Number(dur))]).toEqual([arrival, length]);
    }),
    { examples: [[1001, 1003]] },
  );
});

test('slices of a lane never overlap, and are the segments of the trace', () => {
  always((_, trace) => {
    const lanes = Map.groupBy(slices(trace), ({ tid }) => tid);
    const first = 3;
    for (const { index, segments } of [
      ...trace.cores.map((core) => ({
        index: first + core.index,
        segments: core.segments.filter(({ task }) => task !== null),
      })),
      ...trace.tasks.map((one) => ({ ...one, index: first + trace.cores.length + one.index })),
    ]) {
      const found = (lanes.get(index) ?? []).map(({ ts, dur }) => ({
        start: inNanos(ts),
        end: inNanos(ts) + inNanos(dur),
      }));
      expect(found).toEqual(segments.map(({ start, end }) => ({ start, end })));
      found.slice(1).forEach(({ start }, i) => {
        expect(start).toBeGreaterThanOrEqual(found[i]?.end as number);
      });
    }
  });
});

test('a number is that of one process or of one lane, and never 0', () => {
  always((_, trace) => {
    const events = written(trace);
    const lanes = events.filter(({ name }) => name === 'thread_name').map(({ tid }) => tid);
    const processes = events.filter(({ name }) => name === 'process_name').map(({ pid }) => pid);
    const numbers = [...lanes, ...processes];
    expect(new Set(numbers).size).toBe(2 + trace.cores.length + trace.tasks.length);
    expect(numbers).toHaveLength(new Set(numbers).size);
    expect(numbers).not.toContain(0);
    for (const { ph, tid } of events) if (ph === 'X') expect(lanes).toContain(tid);
  });
});
