// Where tasks are, and how they came there, says the same as the timeline: at every instant of random runs of every policy.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from '../notation/parse.ts';
import { POLICY_NAMES } from '../policies/policies.ts';
import { ms, type Nanos, toMs } from '../scenario/nanos.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { simulate } from '../simulate.ts';
import { always } from '../testing/always.ts';
import { asked, timeIn, withoutUsers, written } from '../testing/programs.ts';
import { FIFO, PRIORITY, SHORTEST, turns, under } from '../testing/rules.ts';
import { scenariosUnder } from '../testing/scenarios.ts';
import type { TaskTrace, Trace } from '../trace/trace.ts';
import { instants, segmentAt } from './instants.ts';
import { stateShown } from './lack.ts';
import { type Places, placesAt, type Stay, type Stop, waysAt } from './places.ts';

const stays = ({ cores, queue, line, waiting, blocked }: Places): Stay[] => [
  ...cores.filter((one) => one !== null),
  ...queue,
  ...line,
  ...waiting,
  ...blocked,
];

/** Instants at which something changes, and halfway between them. */
const moments = (trace: Trace) =>
  instants(trace).flatMap((at, i, all) => [at, Math.floor((at + (all[i + 1] ?? at)) / 2) as Nanos]);

/** Where the timeline has a task just after an instant. */
function drawnAt(trace: Trace, { index, arrival, end, segments }: TaskTrace, at: Nanos): Stop {
  if (end !== null && end <= at) return 'ended';
  const stuck = at < trace.end ? undefined : trace.deadlock?.find(({ task }) => task === index);
  // What arrives as the run ends has no segment: it is still to come.
  if (stuck !== undefined && segments.length > 0) return stuck.awaits === null ? 'line' : 'blocked';
  const segment = segmentAt(segments, at) ?? (at >= arrival ? segments.at(-1) : undefined);
  if (segment === undefined) return 'to come';
  const before = Math.min(at, trace.end - 1) as Nanos;
  const has = trace.cores.some(({ segments: own }) => segmentAt(own, before)?.task === index);
  if (has) return 'core';
  const state = stateShown(trace, segment);
  if (state === 'running') throw new Error('It runs on no core.');
  return ({ runnable: 'queue', queued: 'line', waiting: 'waiting', blocked: 'blocked' } as const)[
    state
  ];
}

describe.each(POLICY_NAMES)('under %s, at every instant', (policy) => {
  const of = scenariosUnder(policy);

  test('each task is in one place: where the timeline has it', () => {
    always(
      (_, trace) => {
        const misplaced: unknown[] = [];
        const mistimed: unknown[] = [];
        for (const at of moments(trace)) {
          const places = placesAt(trace, at);
          const found = stays(places);
          const all: (readonly [number, Stop])[] = [
            ...found.map(({ task, place }) => [task, place] as const),
            ...places.toCome.map((task) => [task, 'to come'] as const),
            ...places.ended.map((task) => [task, 'ended'] as const),
          ];
          all.sort(([a], [b]) => a - b);
          const drawn = trace.tasks.map((task) => [task.index, drawnAt(trace, task, at)]);
          if (String(all) !== String(drawn)) misplaced.push({ at, all, drawn });
          for (const stay of found) {
            const { task, segment, since, until } = stay;
            const own = trace.tasks[task]?.segments[segment];
            const isWithin = own !== undefined && own.start <= since && until <= own.end;
            const isNow = since <= at && (at < until || until === trace.end);
            if (!(isWithin && isNow)) mistimed.push({ at, own, stay });
          }
        }
        // All at once: each expectation takes longer than what it looks at.
        expect(misplaced).toEqual([]);
        expect(mistimed).toEqual([]);
      },
      { of, runs: 100 },
    );
  });

  test('each core has the task that its own row shows, running or switched to', () => {
    always(
      (_, trace) => {
        const others: unknown[] = [];
        for (const at of moments(trace).filter((one) => one < trace.end)) {
          const shown = placesAt(trace, at).cores.map((stay) =>
            stay === null ? ['idle', null] : [stay.switching ? 'switching' : 'running', stay.task],
          );
          const drawn = trace.cores.map(({ segments }) => {
            const own = segmentAt(segments, at);
            return [own?.state, own?.task];
          });
          if (String(shown) !== String(drawn)) others.push({ at, shown, drawn });
        }
        expect(others).toEqual([]);
      },
      { of, runs: 100 },
    );
  });

  test('as many stand in a place as came and have not left', () => {
    always(
      (_, trace) => {
        const others: unknown[] = [];
        for (const at of moments(trace)) {
          const { ways } = waysAt(trace, at);
          const places = placesAt(trace, at);
          const sum = (end: 'from' | 'to', stop: Stop) =>
            ways.filter((way) => way[end] === stop).reduce((all, { taken }) => all + taken, 0);
          for (const place of ['queue', 'line', 'waiting', 'blocked', 'core'] as const) {
            const stand = stays(places).filter((stay) => stay.place === place).length;
            const counted = sum('to', place) - sum('from', place);
            if (counted !== stand) others.push({ at, place, counted, stand });
          }
          const { ended, toCome } = places;
          const counted = [sum('to', 'ended'), trace.tasks.length - sum('from', 'to come')];
          if (counted[0] !== ended.length || counted[1] !== toCome.length) {
            others.push({ at, counted, ended, toCome });
          }
        }
        expect(others).toEqual([]);
      },
      { of, runs: 100 },
    );
  });

  test('each way was taken as often as the boundaries of segments say', () => {
    always(
      (_, trace) => {
        const steps = trace.tasks.flatMap((one) => stepsOf(trace, one));
        steps.sort((a, b) => a.at - b.at);
        const plain: Record<string, number> = {};
        const others: unknown[] = [];
        let passed = 0;
        for (const at of instants(trace)) {
          for (; passed < steps.length && (steps[passed] as Step).at <= at; passed += 1) {
            const { way } = steps[passed] as Step;
            plain[way] = (plain[way] ?? 0) + 1;
          }
          const counted = waysAt(trace, at).ways.map(({ from, to, taken }) => [
            `${from}, ${to}`,
            taken,
          ]);
          const drawn = Object.entries(plain);
          if (String(counted.sort()) !== String(drawn.sort())) others.push({ at, counted, drawn });
        }
        expect(others).toEqual([]);
        expect(passed).toBe(steps.length);
      },
      { of, runs: 100 },
    );
  });
});

/** A task goes from a place to a place, ns: "queue, core". */
interface Step {
  readonly at: Nanos;
  readonly way: string;
}

/** Where the boundaries of its segments say that a task goes, in order. */
function stepsOf(trace: Trace, task: TaskTrace): Step[] {
  if (task.segments.length === 0 && task.end === null) return [];
  let from: Stop = 'to come';
  return cutsOf(trace, task).flatMap((at, i): Step[] => {
    const to = drawnAt(trace, task, at);
    const left = i > 0 && from === 'core' && to === 'core' && leftCore(trace, task, at);
    const way = `${from}, ${to}`;
    const goes = to !== from || left;
    from = to;
    return goes ? [{ at, way }] : [];
  });
}

/** When a task arrives, a segment of it begins, a core begins or ends to switch to it, it ends, or can never go on. */
function cutsOf({ cores, ...trace }: Trace, { index, arrival, segments, end }: TaskTrace): Nanos[] {
  const switches = cores.flatMap(({ segments: own }) =>
    own.filter(({ state, task }) => state === 'switching' && task === index),
  );
  const found = new Set([arrival, ...segments.map(({ start }) => start)]);
  for (const { start, end: until } of switches) found.add(start).add(until);
  found.add(end ?? trace.end);
  return [...found].sort((a, b) => a - b);
}

/** Whether a task that had a core up to an instant and has one from then on has not simply kept it. */
function leftCore({ cores, end }: Trace, { index }: TaskTrace, at: Nanos): boolean {
  const on = (instant: number) =>
    cores.flatMap(({ index: core, segments }) => {
      const own = segmentAt(segments, instant as Nanos);
      return own?.task === index ? [{ core, state: own.state }] : [];
    })[0];
  const [before, after] = [on(at - 1), on(Math.min(at, end - 1))];
  return (
    before?.core !== after?.core || (before?.state === 'running' && after?.state === 'switching')
  );
}

test.each([
  ['fifo', FIFO],
  ['round-robin', turns(2)],
])('under %s the run queue is in the order of joining', (_, rules) => {
  always(
    (_any, trace) => {
      for (const at of moments(trace)) {
        const joined = placesAt(trace, at).queue.map(({ since }) => since);
        expect(joined).toEqual(joined.toSorted((a, b) => a - b));
      }
    },
    { of: under(rules) },
  );
});

test.each<[string, fc.Arbitrary<Scenario>, (any: Scenario, task: TaskTrace, at: number) => number]>(
  [
    ['priority', under(PRIORITY), (any, task) => -(written(any, task).priority ?? 0)],
    [
      'shortest-remaining',
      under(SHORTEST).map(withoutUsers),
      (any, task, at) => asked(written(any, task).steps, 'cpu') - timeIn(task, 'running', 0, at),
    ],
  ],
)('under %s the run queue is in the order of that', (_, of, rank) => {
  always(
    (any, trace) => {
      for (const at of moments(trace)) {
        const { queue } = placesAt(trace, at);
        const ranks = queue.map(({ task }) => rank(any, trace.tasks[task] as TaskTrace, at));
        for (const [i, { until }] of queue.entries()) {
          // What takes a core together, or never does, is in order of joining.
          const behind = ranks.filter((_rank, j) => j > i && (queue[j] as Stay).until !== until);
          if (until < trace.end) {
            expect(Math.min(...behind, ranks[i] as number)).toBe(ranks[i]);
          }
        }
      }
    },
    { of },
  );
});

test('the next to take a core is the first in the run queue', () => {
  always((_, trace) => {
    for (const at of instants(trace)) {
      const { last } = waysAt(trace, at);
      const taken = last.filter(({ at: then, to }) => then === at && to?.place === 'core');
      const before = placesAt(trace, (at - 1) as Nanos).queue.map(({ task }) => task);
      const from = taken
        .filter(({ from: stay }) => stay?.place === 'queue')
        .map(({ task }) => task);
      expect(before.slice(0, from.length).toSorted()).toEqual(from.toSorted());
    }
  });
});

test('between two changes the answers are the same objects', () => {
  const instant = fc.integer({ min: 0, max: 12e6 });
  const trace = simulate(parse('slice 2; A: cpu 6, io 2, cpu 1; B: at 1, cpu 3'));
  const stops = instants(trace);
  fc.assert(
    fc.property(instant, instant, (one, other) => {
      const same = !stops.some(
        (stop) => Math.min(one, other) < stop && stop <= Math.max(one, other),
      );
      const places = placesAt(trace, one as Nanos);
      const ways = waysAt(trace, one as Nanos);
      if (!same) return;
      expect(placesAt(trace, other as Nanos)).toBe(places);
      expect(waysAt(trace, other as Nanos)).toBe(ways);
    }),
  );
});

describe('a hog and three threads that wait, in turns of 4 ms', () => {
  const trace = simulate(
    parse(`
      slice 4
      hog: cpu 60
      A: at 1, cpu 1, io 9, cpu 1, io 9, cpu 1
      B: at 2, cpu 2, io 12, cpu 2
      C: at 3, cpu 1, io 16, cpu 1
    `),
  );
  const name = (task: number) => trace.tasks[task]?.name;
  const shown = (stands: readonly Stay[]) =>
    stands.map(({ task, since, until }) => [name(task), toMs(since), toMs(until)]);

  test('at 4 ms the hog has lost the core to A', () => {
    const { queue, cores, waiting, blocked } = placesAt(trace, ms(4));
    expect(shown(cores.filter((one) => one !== null))).toEqual([['A', 4, 5]]);
    expect(queue.map(({ task }) => name(task))).toEqual(['B', 'C', 'hog']);
    expect([waiting, blocked]).toEqual([[], []]);
    expect(
      waysAt(trace, ms(4)).last.map(({ task, from, to }) => [name(task), from?.place, to?.place]),
    ).toEqual([
      ['hog', 'core', 'queue'],
      ['A', 'queue', 'core'],
    ]);
  });

  test('at its end all have ended, and the core is idle', () => {
    const { cores, ended } = placesAt(trace, trace.end);
    expect([cores, ended]).toEqual([[null], [0, 1, 2, 3]]);
  });
});

test('a core that switches to a thread has it already', () => {
  const trace = simulate(parse('switch 2; A: cpu 5; B: cpu 5'));
  const [stay] = placesAt(trace, ms(1)).cores;
  expect(stay).toMatchObject({ task: 0, place: 'core', core: 0, switching: true, until: ms(2) });
  expect(placesAt(trace, ms(1)).queue.map(({ task }) => task)).toEqual([1]);
  expect(placesAt(trace, ms(2)).cores[0]).toMatchObject({ switching: false, since: ms(2) });
});

test('a thread that loses its core and has it back with another worker has left it and taken it', () => {
  const trace = simulate(
    parse('workers 2; switch 1; runtime-slice 2; D: io 3; A: cpu 5; C: at 1, io 5'),
  );
  const back = waysAt(trace, ms(3)).ways.filter(({ from, to }) => from === 'core' && to === 'core');
  expect(back).toEqual([{ from: 'core', to: 'core', taken: 1 }]);
  expect(placesAt(trace, ms(3)).cores[0]).toMatchObject({ task: 1, switching: true });
});

test('at the end of a deadlock each stands where it can never go on', () => {
  const trace = simulate(
    parse(
      'A: lock m, cpu 2, lock n, unlock n, unlock m; B: lock n, cpu 2, lock m, unlock m, unlock n',
    ),
  );
  const { cores, blocked } = placesAt(trace, trace.end);
  expect(cores).toEqual([null]);
  expect(blocked.map(({ task, since }) => [task, toMs(since)])).toEqual([
    [0, 2],
    [1, 4],
  ]);
});

test('a thread that has no worker stands in line for one', () => {
  const trace = simulate(parse('workers 1; A: cpu 5; B: cpu 5'));
  const { line, queue } = placesAt(trace, ms(1));
  expect([line.map(({ task }) => task), queue]).toEqual([[1], []]);
});
