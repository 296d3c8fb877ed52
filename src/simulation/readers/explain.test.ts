// The words about a run: why each segment began and ended, what the cores do.
import { describe, expect, test } from 'vitest';
import { parse } from '../notation/parse.ts';
import { scenario } from '../scenario/checked.ts';
import { ms, toMs } from '../scenario/nanos.ts';
import { cpu, io, type Scenario, task } from '../scenario/scenario.ts';
import { simulate } from '../simulate.ts';
import { always } from '../testing/always.ts';
import { bare, falseClaims } from '../testing/claims.ts';
import { withoutUsers } from '../testing/programs.ts';
import { scenarios } from '../testing/scenarios.ts';
import { beginning, explain } from './explain.ts';
import { describeInstant, instants } from './instants.ts';
import { type Sentence, toText } from './sentence.ts';
import { summarise } from './summarise.ts';

const names = { tasks: ['A', 'B', 'other work'], awaited: 'the database' };
const run = (settings: Partial<Scenario> = {}) =>
  simulate(
    scenario({
      ...settings,
      tasks: [
        task('A', [cpu(5), io(35), cpu(5)]),
        task('B', [cpu(15), io(35), cpu(5)]),
        task('other', [cpu(20)], 30),
      ],
    }),
  );
const plain = (sentence: Sentence) => toText(sentence).replaceAll('\u00a0', ' ');
const why = (trace: ReturnType<typeof run>, of: number, segment: number) => {
  const { began, ended } = explain(trace, names, of, segment);
  return [plain(began), plain(ended)];
};

describe('why, under locks, policies and pools', () => {
  const whyOf = (text: string, of: number, segment: number) => {
    const trace = simulate(parse(text));
    const tasks = trace.tasks.map(({ name }) => name);
    return plain(explain(trace, { tasks, awaited: 'the database' }, of, segment).began);
  };

  test.each([
    [
      'cores 2; A: lock m, cpu 5, unlock m; B: cpu 1, lock m, cpu 1, unlock m',
      1,
      1,
      'B needed a lock that A held.',
    ],
    [
      'cores 2; A: lock m, cpu 5, unlock m, cpu 9; B: cpu 1, lock m, cpu 1, unlock m; C: cpu 20',
      1,
      2,
      'A unlocked what B waited for. A and C had the cores, so B was first in the run queue.',
    ],
    [
      'cores 2; A: lock m, cpu 5, unlock m; B: cpu 1, lock m, cpu 1, unlock m',
      1,
      2,
      'B was given its lock. Core 2 was free, so B ran at once.',
    ],
    [
      'policy priority; A: cpu 9; B: at 2, priority 1, cpu 3',
      0,
      1,
      'B comes before A: it took the core.',
    ],
    [
      'policy fair; tick 4; A: cpu 9; B: cpu 9',
      0,
      1,
      'A had had its share of the core, and B was next: it took the core.',
    ],
    [
      'workers 1; waiting frees; runtime-slice 3; A: cpu 9; B: cpu 3',
      0,
      1,
      'A had used up its runtime slice of 3 ms, and B was next: it took the worker.',
    ],
    [
      'A: cpu 1, together (io 2, io 5), cpu 1; B: at 1, cpu 9',
      0,
      1,
      'A asked the database and gave up its core: it has no use for one now.',
    ],
    [
      'A: cpu 1, together (io 2, io 5), cpu 1; B: at 1, cpu 9',
      0,
      2,
      'The database answered. B had the core, so A was first in the run queue.',
    ],
    ['waiting frees; A: io 5, cpu 1', 0, 0, 'A arrived. A asked the database.'],
    [
      'workers 1; waiting frees; A: block 5; B: cpu 1',
      0,
      0,
      'A arrived. A asked the database. Its worker waits with it, and takes nothing else.',
    ],
    [
      'workers 1; waiting frees; A: cpu 1, block 5; B: at 2, cpu 1',
      1,
      0,
      'B arrived. No worker was free, so B stood in line.',
    ],
    [
      'workers 1; waiting frees; A: cpu 1, io 2, cpu 1; B: cpu 9',
      0,
      2,
      'The database answered. B held the only worker, so A stood in line.',
    ],
    [
      'switch 1; A: cpu 5; B: cpu 5',
      1,
      0,
      'B arrived. A had the core, so B was first in the run queue.',
    ],
    [
      'cores 2; switch 2; A: cpu 1, io 1, cpu 1; B: cpu 9; C: cpu 5',
      2,
      1,
      'A asked the database and gave up core 1. C was next.',
    ],
    // A has its own core back with the worker of E, after a switch: B left it long before.
    [
      'switch 1; workers 2; runtime-slice 4; B: cpu 2; A: cpu 9; E: at 4, io 4; D: at 6, io 1',
      1,
      3,
      'The core had switched to A.',
    ],
    ['horizon 20; user: think 5, cpu 2', 0, 0, 'User thought before it asked.'],
    [
      'horizon 20; user: think 5, cpu 2',
      0,
      1,
      'User asked. The core was free, so user ran at once.',
    ],
    ['horizon 20; user: think 5, io 2', 0, 1, 'User asked the database.'],
    ['horizon 20; user: think 5, cpu 2', 0, 2, 'User had its answer and thought.'],
  ])('%s: %i, %i', (text, of, segment, said) => {
    expect(whyOf(text, of, segment)).toBe(said);
  });
});

test('in every run, whatever is said of why a segment began is so', () => {
  always(
    (_, trace) => {
      const tasks = trace.tasks.map(({ name }) => name);
      for (const { index, segments } of trace.tasks) {
        for (const [i, { start }] of segments.entries()) {
          const said = bare(beginning(trace, { tasks, awaited: 'the database' }, index, i), index);
          expect(said).not.toBe('');
          expect(falseClaims(said, trace, index, start), said).toEqual([]);
        }
      }
    },
    { of: scenarios.map(withoutUsers), runs: 150 },
  );
});

describe('why', () => {
  test('a task that runs at once found a free core', () => {
    expect(why(run(), 0, 0)).toEqual([
      'A arrived. The core was free, so A ran at once.',
      'A asked the database and gave up its core: it has no use for one now.',
    ]);
  });

  test('a runnable task waits for whoever has the core', () => {
    expect(why(run(), 0, 2)).toEqual([
      'The database answered. Other work had the core, so A was first in the run queue.',
      'Other work finished its 20 ms and gave up the core. A was next.',
    ]);
  });

  test('a slice that ends gives the core to the next in line', () => {
    expect(why(run({ slice: ms(5) }), 2, 0)[1]).toBe(
      'Other work had used up its slice of 5 ms, and A was next: it took the core.',
    );
  });

  test('a switch is why a task is runnable on a free core', () => {
    expect(why(run({ switchCost: ms(1) }), 0, 0)).toEqual([
      'A arrived. A core switches to A.',
      'The core had switched to A.',
    ]);
  });

  test('a blocking worker holds up whoever comes after', () => {
    expect(why(run({ workers: 1 }), 1, 0)).toEqual([
      'B arrived. A held the only worker, so B stood in line.',
      'A finished its work and freed its worker. B was next.',
    ]);
  });

  test('the last segment ends because all is done, or the clock stops', () => {
    expect(why(run(), 0, 3)[1]).toBe('A had done all its steps.');
    expect(why(run({ horizon: ms(20) }), 0, 1)[1]).toBe('The clock stops here, before A ends.');
  });

  test('a segment that is not there is refused', () => {
    expect(() => explain(run(), names, 0, 4)).toThrow('Task 0 has segments 0 to 3');
  });
});

describe('instants', () => {
  test('are all changes, each once, from 0 to the end', () => {
    expect(instants(run()).map(toMs)).toEqual([0, 5, 20, 30, 40, 50, 55, 60]);
  });

  test('say what each core does', () => {
    const trace = run({ cores: 2 });
    expect(plain(describeInstant(trace, ms(42), names))).toBe(
      'Core 1 runs other work and core 2 runs A',
    );
    expect(plain(describeInstant(trace, ms(20), names))).toBe('Cores 1 and 2 are idle');
    expect(plain(describeInstant(trace, ms(55), names))).toBe('The run is over');
  });

  test.each([
    ['cores 4; A: cpu 5; B: io 9', 2, 'Core 1 runs A and cores 2 to 4 are idle'],
    [
      'cores 4; A: cpu 5; B: io 9; C: cpu 1',
      0,
      'Core 1 runs A, core 2 runs C and cores 3 and 4 are idle',
    ],
    ['cores 6; A: cpu 1; B: cpu 5; C: cpu 1', 1, 'Cores 1 and 3 to 6 are idle and core 2 runs B'],
  ])('say together which cores are idle: %s, at %i', (text, at, told) => {
    const trace = simulate(parse(text));
    const tasks = trace.tasks.map(({ name }) => name);
    expect(plain(describeInstant(trace, ms(at), { ...names, tasks }))).toBe(told);
  });

  test('of many tasks say how many wait, and what for', () => {
    const trace = simulate(parse('workers 4; request x9: cpu 2, io 20, cpu 1'));
    const tasks = trace.tasks.map(({ name }) => name);
    const told = (at: number) => plain(describeInstant(trace, ms(at), { ...names, tasks }));
    expect(told(3)).toBe(
      'Core 1 runs request2, 1 waits for its answer, 2 are runnable and 5 are in line',
    );
    expect(told(10)).toBe('Core 1 is idle, 4 wait for their answers and 5 are in line');
  });
});

describe('a run in a sentence', () => {
  test('with nobody waiting for a core', () => {
    expect(plain(summarise(run({ cores: 2 }), names, [0, 1]))).toBe(
      'A ends at 45 ms and B at 55 ms. The 2 cores were busy for 50 ms in all, of 2 × 55 ms, and nothing waited for one.',
    );
  });

  test('that the clock cuts off', () => {
    expect(plain(summarise(run({ horizon: ms(20) }), names, [0]))).toMatch(/^A has not ended\./);
  });
});
