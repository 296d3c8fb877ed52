// Users who think and ask again: the interactive response time law, asymptotic bounds, and mean value analysis.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scenario } from '../scenario/checked.ts';
import { ms, type Nanos, toMs } from '../scenario/nanos.ts';
import type { Length, Scenario } from '../scenario/scenario.ts';
import { simulate } from '../simulate.ts';
import { expectTheory, numberIn, roundRates, rounds } from '../testing/long-run.ts';
import { asymptoticBounds, meanValueAnalysis, type Population } from '../theory/closed-network.ts';
import { interactiveResponse } from '../theory/laws.ts';
import type { Trace } from '../trace/trace.ts';

/** Users who think, compute on the only core, and go to a database that serves one at a time. */
function closed(
  users: number,
  lengths: { readonly think: Length; readonly cpu: Length; readonly db: Length },
  horizon: Nanos,
  machine: Partial<Scenario> = {},
): Trace {
  const steps = [
    { kind: 'cpu', duration: lengths.cpu },
    { kind: 'io', duration: lengths.db, device: 'db' },
  ] as const;
  const devices = [{ name: 'db', capacity: 1 }];
  const user = { name: 'user', count: users, arrival: 0 as Nanos, think: lengths.think, steps };
  return simulate(scenario({ seed: 1, devices, horizon, ...machine, tasks: [user] }));
}

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
const mean = (values: readonly number[]) => sum(values) / values.length;

describe('lengths that are all fixed', () => {
  const length = (least: number) => fc.integer({ min: least, max: 30 }).map(ms);
  const networks = fc.record({
    users: fc.integer({ min: 1, max: 12 }),
    lengths: fc.record({ think: length(0), cpu: length(1), db: length(1) }),
    horizon: fc.integer({ min: 200, max: 3000 }).map(ms),
  });

  test('the interactive response time law holds to the ns, up to the end of each last round', () => {
    fc.assert(
      fc.property(networks, ({ users, lengths, horizon }) => {
        const { tasks } = closed(users, lengths, horizon);
        const lasts = tasks.map(({ rounds }) => rounds.at(-1)?.end ?? 0);
        const done = tasks.flatMap((task) => task.rounds);
        fc.pre(done.length > 0);
        // N users for a time T: their sum is that of each one's time.
        const response = sum(done.map(({ start, end }) => end - start));
        expect(response).toBe(sum(lasts) - done.length * lengths.think);
        const perSecond = done.length / (sum(lasts) / users / 1e9);
        const law = interactiveResponse(users, perSecond, toMs(lengths.think));
        expect(law).toBeCloseTo(toMs((response / done.length) as Nanos), 6);
      }),
    );
  });

  test('no run is beyond the asymptotic bounds', () => {
    fc.assert(
      fc.property(networks, ({ users, lengths, horizon }) => {
        const demands = [toMs(lengths.cpu), toMs(lengths.db)];
        const bounds = asymptoticBounds(demands, toMs(lengths.think), users);
        const trace = closed(users, lengths, horizon);
        const { responses } = rounds(trace);
        expect(responses.length / (horizon / 1e9)).toBeLessThanOrEqual(
          bounds.throughput * (1 + 1e-12),
        );
        expect(Math.min(...responses)).toBeGreaterThanOrEqual(sum(demands));
      }),
    );
  });

  test.each([1, 13, 26, 27, 40, 100])(
    '%s users meet both bounds once they have spread',
    (users) => {
      const lengths = { think: ms(250), cpu: ms(10), db: ms(6) };
      const { throughput, response } = asymptoticBounds([10, 6], 250, users);
      // Soon they come one after the other, so that each time through is like the one before.
      const cycle = Math.max(266, 10 * users);
      const cycles = 20;
      const { tasks } = closed(users, lengths, ms(cycle * (cycles + 3)));
      const since = ms(cycle * 3);
      const later = tasks.flatMap((task) => task.rounds).filter(({ end }) => end > since);
      expect(later.length).toBeCloseTo((throughput * cycle * cycles) / 1000, 9);
      const found = later.map(({ start, end }) => toMs((end - start) as Nanos));
      expect([...new Set(found)]).toEqual([response]);
    },
  );
});

describe('lengths that are exponential: mean value analysis, and the law', () => {
  const CPU = 10;
  const DB = 6;
  const THINK = 100;
  const EXPONENTIAL = { cpu: { mean: ms(CPU) }, db: { mean: ms(DB) }, think: { mean: ms(THINK) } };

  const theory = (users: number) => meanValueAnalysis([CPU, DB], THINK, users).at(-1) as Population;

  test.each([
    { users: 1, think: ms(THINK), seconds: 8000, precision: 0.01 },
    { users: 6, think: EXPONENTIAL.think, seconds: 2500, precision: 0.015 },
    { users: 12, think: ms(THINK), seconds: 2000, precision: 0.015 },
    { users: 20, think: { from: ms(50), to: ms(150) }, seconds: 2000, precision: 0.02 },
  ])('$users users', ({ users, think, seconds, precision }) => {
    const horizon = (seconds * 1e9) as Nanos;
    const trace = closed(users, { ...EXPONENTIAL, think }, horizon);
    const { responses, thinking } = rounds(trace);
    const { throughput, response, numbers } = theory(users);
    expectTheory(responses, response, precision);
    expectTheory(roundRates(trace), throughput, 0.01);
    expectTheory(numberIn(trace, horizon, 'running', 'runnable'), numbers[0] as number, 0.04);
    const [db] = trace.devices;
    const atDb = ((db?.busy ?? 0) + (db?.queued ?? 0)) / horizon;
    expect(Math.abs(atDb / (numbers[1] as number) - 1)).toBeLessThan(0.03);

    // What the horizon has cut off is at most a round of each.
    const counted = responses.length / seconds;
    const law = interactiveResponse(users, counted, mean(thinking));
    expect(Math.abs(law / mean(responses) - 1)).toBeLessThan(0.002);
    const bounds = asymptoticBounds([CPU, DB], THINK, users);
    expect(counted).toBeLessThan(bounds.throughput * 1.01);
    expect(mean(responses)).toBeGreaterThan(bounds.response * 0.99);
  });

  test('a core that is shared by small slices may have any lengths', () => {
    const lengths = { ...EXPONENTIAL, cpu: { from: 0 as Nanos, to: ms(2 * CPU) } };
    const trace = closed(12, lengths, (1200 * 1e9) as Nanos, { slice: ms(0.5) });
    const { throughput, response } = theory(12);
    expectTheory(rounds(trace).responses, response, 0.02);
    expectTheory(roundRates(trace), throughput, 0.01);
  });
});
