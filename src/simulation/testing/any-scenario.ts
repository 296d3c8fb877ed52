// Scenarios of every kind that there can be, with any names, for tests that do not run them.
import fc from 'fast-check';
import { POLICIES, POLICY_NAMES } from '../policies/policies.ts';
import { scenario } from '../scenario/checked.ts';
import type { Nanos } from '../scenario/nanos.ts';
import type { Length, Operation, Scenario, Step, Task } from '../scenario/scenario.ts';
import { anyCharacter } from './any-character.ts';

const whole = (min: number, max: number) => fc.integer({ min, max });
const longest = fc.maxSafeNat();
const time = fc.oneof(
  whole(0, 30).map((n) => n * 1_000_000),
  fc.nat(),
  longest,
) as fc.Arbitrary<Nanos>;
const atLeastOne = time.map((n) => Math.max(1, n) as Nanos);

const length: fc.Arbitrary<Length> = fc.oneof(
  time,
  fc.record({ mean: time }),
  fc
    .tuple(time, time)
    .map(([a, b]) => ({ from: Math.min(a, b) as Nanos, to: Math.max(a, b) as Nanos })),
);

/** Words of the notation, words, and anything, with what JSON and the notation themselves make much of. */
const name = fc.oneof(
  fc.constantFrom(
    'cpu',
    'io',
    'lock',
    'repeat',
    'together',
    'at',
    'think',
    'device',
    'cores',
    'exp',
    'none',
    'x5',
  ),
  fc.constantFrom('A', 'db', 'größer', '数', 'a-b_c.d', '5', '5..6', '40/s', "it's"),
  fc.constantFrom(
    'a b',
    'a:b',
    ' ',
    'a,b',
    'a;b',
    '#',
    '"',
    '\\',
    '(',
    '\n',
    '\u2028',
    '\ud800',
    '\ufeff',
    '\0',
  ),
  fc.string({ minLength: 1, maxLength: 8, unit: anyCharacter }),
);

function steps(devices: readonly string[], locks: readonly string[]): fc.Arbitrary<Step[]> {
  const kind = fc.constant('io' as const);
  const operation: fc.Arbitrary<Operation> = fc.oneof(
    fc.record({ kind, duration: length }),
    ...devices.map((device) => fc.record({ kind, duration: length, device: fc.constant(device) })),
  );
  const plain: fc.Arbitrary<Step[]> = fc
    .oneof(
      fc.record({ kind: fc.constantFrom('cpu' as const, 'block' as const), duration: length }),
      operation,
      fc.record({
        kind: fc.constant('together' as const),
        steps: fc.array(operation, { minLength: 1, maxLength: 4 }),
      }),
    )
    .map((step) => [step]);
  const { list } = fc.letrec<{ list: Step[] }>((tie) => ({
    list: fc
      .array(
        fc.oneof(
          { maxDepth: 2 },
          plain,
          fc
            .record({
              kind: fc.constant('repeat' as const),
              times: whole(1, 3),
              steps: tie('list'),
            })
            .map((step): Step[] => [step]),
        ),
        { maxLength: 4 },
      )
      .map((lists) => lists.flat()),
  }));
  // Locks are taken and given back around everything, the last first.
  return fc
    .tuple(fc.subarray([...locks]), list)
    .map(([held, inner]): Step[] => [
      ...held.map((lock): Step => ({ kind: 'lock', lock })),
      ...inner,
      ...held.toReversed().map((lock): Step => ({ kind: 'unlock', lock })),
    ]);
}

const task = (devices: readonly string[], locks: readonly string[]) =>
  fc
    .record(
      {
        count: whole(1, 50),
        arrival: time,
        spacing: fc.oneof(
          fc.record({ every: time }),
          fc.record({
            rate: fc.oneof(
              whole(1, 1e9),
              whole(1, 1e9).map((n) => n / 1e6),
            ),
          }),
        ),
        think: fc.record({ mean: atLeastOne }),
        retry: fc.record({ after: atLeastOne, times: whole(1, 20) }),
        weight: whole(1, 1_000_000),
        priority: whole(0, 99),
        steps: steps(devices, locks),
      },
      { requiredKeys: ['arrival', 'steps'] },
    )
    .map(({ retry, ...one }) => ({
      ...one,
      ...(retry === undefined || one.think !== undefined ? {} : { retry }),
    })) as fc.Arbitrary<Omit<Task, 'name'>>;

const rules = fc.constantFrom(...POLICY_NAMES).chain((policy) => {
  const { slice, tick } = POLICIES[policy];
  const given = {
    needed: atLeastOne,
    possible: fc.option(atLeastOne),
    senseless: fc.constant(null),
  };
  return fc.record({ policy: fc.constant(policy), slice: given[slice], tick: given[tick] });
});

/** A switch's cost, and how it grows. */
const paid = fc.oneof(
  fc.record({ switchCost: time, switchGrowth: fc.constant([]) }),
  fc
    .tuple(
      whole(0, 1e9),
      fc.uniqueArray(fc.tuple(whole(2, 1_000_000), whole(0, 1e9)), {
        maxLength: 5,
        selector: ([runnable]) => runnable,
      }),
    )
    .map(([plain, points]) => {
      const runnable = points.map(([many]) => many).sort((a, b) => a - b);
      const [switchCost, ...costs] = [plain, ...points.map(([, cost]) => cost)].sort(
        (a, b) => a - b,
      ) as Nanos[];
      return {
        switchCost: switchCost as Nanos,
        switchGrowth: runnable.map((many, i) => ({ runnable: many, cost: costs[i] as Nanos })),
      };
    }),
);

const millionths = whole(1, 1e9).map((n) => n / 1e6);

const device = fc.record(
  {
    name,
    capacity: fc.option(whole(1, 1_000_000)),
    crowding: fc.record({
      from: whole(1, 1_000_000),
      by: fc.oneof(millionths, fc.constantFrom(0.2, 0.125, 1)),
    }),
  },
  { requiredKeys: ['name', 'capacity'] },
);

export const anyScenario: fc.Arbitrary<Scenario> = fc
  .record({
    rules,
    cores: whole(1, 256),
    paid,
    workers: fc.oneof(fc.constant('per-task' as const), whole(1, 1_000_000)),
    waiting: fc.constantFrom('holds' as const, 'frees' as const),
    runtimeSlice: fc.option(atLeastOne),
    runtimeSwitchCost: time,
    devices: fc.uniqueArray(device, {
      maxLength: 3,
      selector: (one) => one.name,
    }),
    locks: fc.uniqueArray(name, { maxLength: 3 }),
    seed: whole(0, 2 ** 32 - 1),
    horizon: time,
    hasHorizon: fc.boolean(),
    names: fc.uniqueArray(name, { maxLength: 5 }),
  })
  .chain(({ rules: policy, paid: costs, names, locks, horizon, hasHorizon, ...settings }) =>
    fc
      .tuple(
        ...names.map(() =>
          task(
            settings.devices.map((one) => one.name),
            locks,
          ),
        ),
      )
      .map((tasks) => {
        const named = tasks.map((one, i): Task => ({ ...one, name: `${names[i]}` }));
        const users = named.some(({ think }) => think !== undefined);
        return {
          ...settings,
          ...policy,
          ...costs,
          horizon: hasHorizon || users ? horizon : null,
          tasks: named,
        };
      }),
  )
  .filter(namesAreApart)
  .map(scenario);

/** No copy has the name of another task. */
function namesAreApart({ tasks }: Pick<Scenario, 'tasks'>): boolean {
  const names = tasks.flatMap(({ name: own, count }) =>
    count === undefined ? [own] : Array.from({ length: count }, (_, i) => `${own}${i + 1}`),
  );
  return new Set(names).size === names.length;
}
