// Random small scenarios for property tests: few short lengths, so that many things meet at one instant.
import fc from 'fast-check';
import { POLICIES, POLICY_NAMES } from '../policies/policies.ts';
import { scenario } from '../scenario/checked.ts';
import type { Nanos } from '../scenario/nanos.ts';
import type { Operation, Scenario, Step, Task } from '../scenario/scenario.ts';

const LOCKS = ['m', 'n'];
const DEVICES = ['net', 'db'];

/** A step as drawn: steps within locks are in a list of their own, and a device may be one that there is not. */
type Draft =
  | { readonly kind: 'cpu' | 'block'; readonly duration: Nanos }
  | DraftedOperation
  | { readonly kind: 'together'; readonly steps: readonly DraftedOperation[] }
  | { readonly kind: 'repeat'; readonly times: number; readonly steps: readonly Draft[] }
  | { readonly kind: 'locked'; readonly lock: string; readonly steps: readonly Draft[] }
  | { readonly kind: 'crossed'; readonly first: string; readonly parts: readonly Draft[][] };

interface DraftedOperation {
  readonly kind: 'io';
  readonly duration: Nanos;
  readonly device: string | undefined;
}

/** Drawn evenly: fast-check favours the ends, so that many steps would have no length. */
const whole = (min: number, max: number) => fc.noBias(fc.integer({ min, max }));

function drafts(length: fc.Arbitrary<Nanos>): fc.Arbitrary<Draft[]> {
  const operation: fc.Arbitrary<DraftedOperation> = fc.record({
    kind: fc.constant('io'),
    duration: length,
    device: fc.constantFrom(undefined, 'net', 'db', 'db'),
  });
  const { list } = fc.letrec<{ list: Draft[]; draft: Draft }>((tie) => {
    const plain: fc.Arbitrary<Draft>[] = [
      fc.record({ kind: fc.constant('cpu'), duration: length }),
      operation,
    ];
    const lock = fc.constantFrom(...LOCKS);
    const nested: fc.Arbitrary<Draft>[] = [
      fc.record({ kind: fc.constant('block'), duration: length }),
      fc.record({
        kind: fc.constant('together'),
        steps: fc.array(operation, { minLength: 1, maxLength: 4, size: 'max' }),
      }),
      fc.record({ kind: fc.constant('repeat'), times: whole(1, 3), steps: tie('list') }),
      fc.record({ kind: fc.constant('locked'), lock, steps: tie('list') }),
      fc.record({
        kind: fc.constant('crossed'),
        first: lock,
        parts: fc.array(tie('list'), { minLength: 3, maxLength: 3 }),
      }),
    ];
    return {
      draft: fc.oneof({ maxDepth: 2 }, ...plain, ...plain, ...plain, ...nested),
      list: fc.array(tie('draft'), { maxLength: 5, size: 'max' }),
    };
  });
  return list;
}

/** Steps with locks taken and given back in turn; who holds a lock does not take it again. */
function written(
  list: readonly Draft[],
  devices: readonly string[],
  held: readonly string[],
): Step[] {
  return list.flatMap((draft): Step[] => {
    if (draft.kind === 'repeat') {
      return [{ ...draft, steps: written(draft.steps, devices, held) }];
    }
    if (draft.kind === 'locked') {
      const { lock } = draft;
      if (held.includes(lock)) return written(draft.steps, devices, held);
      return [
        { kind: 'lock', lock },
        ...written(draft.steps, devices, [...held, lock]),
        { kind: 'unlock', lock },
      ];
    }
    if (draft.kind === 'crossed') {
      if (held.length > 0) return written(draft.parts.flat(), devices, held);
      const { first, parts } = draft;
      const second = LOCKS.find((lock) => lock !== first) as string;
      const part = (i: number, holding: readonly string[]) =>
        written(parts[i] ?? [], devices, holding);
      return [
        { kind: 'lock', lock: first },
        ...part(0, [first]),
        { kind: 'lock', lock: second },
        ...part(1, [first, second]),
        { kind: 'unlock', lock: first },
        ...part(2, [second]),
        { kind: 'unlock', lock: second },
      ];
    }
    if (draft.kind === 'together') {
      return [{ kind: 'together', steps: draft.steps.map((one) => operationOf(one, devices)) }];
    }
    return [draft.kind === 'io' ? operationOf(draft, devices) : draft];
  });
}

function operationOf(
  { duration, device }: DraftedOperation,
  devices: readonly string[],
): Operation {
  const named = device !== undefined && devices.includes(device) ? { device } : {};
  return { kind: 'io', duration, ...named };
}

const takesTime = (steps: readonly Step[]): boolean =>
  steps.some((step) => {
    if ('steps' in step) return takesTime(step.steps);
    return 'duration' in step && step.duration !== 0;
  });

/** Only where there are users the horizon must be there; they need a round that takes time. */
function assembled(
  drawn: Pick<Scenario, 'cores' | 'workers' | 'waiting' | 'devices'> & {
    readonly paid: Pick<Scenario, 'switchCost' | 'switchGrowth'>;
    readonly rules: Pick<Scenario, 'policy' | 'slice' | 'tick'>;
    readonly runtimeSlice: Nanos | null;
    readonly runtimeSwitchCost: Nanos;
    readonly horizon: Nanos | null;
    readonly usersUntil: Nanos;
    readonly tasks: readonly (Omit<Task, 'name' | 'steps'> & { readonly drafts: Draft[] })[];
  },
): Scenario {
  const { rules, paid, usersUntil, ...settings } = drawn;
  const names = settings.devices.map(({ name }) => name);
  const tasks = settings.tasks.map(({ drafts: list, think, retry, ...rest }, i): Task => {
    const steps = written(list, names, []);
    const user = think !== undefined && (think !== 0 || takesTime(steps));
    const asks = user ? { think } : { retry };
    return { name: `${'abcdef'[i]}`, ...rest, ...asks, steps };
  });
  const horizon = tasks.some(({ think }) => think !== undefined)
    ? (settings.horizon ?? usersUntil)
    : settings.horizon;
  // Fields that were not drawn are left out, not undefined.
  return scenario(JSON.parse(JSON.stringify({ ...settings, ...rules, ...paid, horizon, tasks })));
}

/** A switch that costs `rise` ns more from one point to the next, where `more` are runnable. */
function grown(switchCost: Nanos, rises: readonly (readonly [more: number, rise: Nanos])[]) {
  let point = { runnable: 1, cost: switchCost };
  const switchGrowth = rises.map(([more, rise]) => {
    point = { runnable: point.runnable + more, cost: (point.cost + rise) as Nanos };
    return point;
  });
  return { switchCost, switchGrowth };
}

/** Scenarios over every setting but randomness, in which every time that is set is a multiple of `unit` ns. */
function multiples(unit: number, longest: number, policies: readonly Scenario['policy'][]) {
  const time = (least: number, most: number) => whole(least, most).map((n) => (n * unit) as Nanos);
  const cost = fc.oneof(fc.constant(0 as Nanos), time(1, 3));
  const growth = fc.oneof(
    fc.constant([]),
    fc.array(fc.tuple(whole(1, 3), time(1, 4)), { minLength: 1, maxLength: 3 }),
  );
  const none = fc.constant(null);
  const half = <T>(arb: fc.Arbitrary<T>) => fc.option(arb, { freq: 2 });
  const seldom = <T>(arbitrary: fc.Arbitrary<T>) =>
    fc.oneof({ weight: 4, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });
  const crowding = fc.record({
    from: whole(1, 2),
    by: fc.constantFrom(0.2, 0.333333, 0.5, 1, 2.25),
  });
  const asNeeded = (need: 'needed' | 'possible' | 'senseless', arbitrary: fc.Arbitrary<Nanos>) =>
    ({ needed: arbitrary, possible: half(arbitrary), senseless: none })[need];
  const rulesOf = (policy: Scenario['policy']) =>
    fc.record({
      policy: fc.constant(policy),
      slice: asNeeded(POLICIES[policy].slice, time(1, 6)),
      tick: asNeeded(POLICIES[policy].tick, time(1, 8)),
    });
  return fc
    .record({
      cores: whole(1, 3),
      rules: fc.constantFrom(...policies).chain(rulesOf),
      paid: fc.tuple(cost, growth).map(([switchCost, rises]) => grown(switchCost, rises)),
      workers: fc.oneof(fc.constant('per-task' as const), whole(1, 4)),
      waiting: fc.constantFrom('holds' as const, 'frees' as const),
      runtimeSlice: half(time(1, 6)),
      runtimeSwitchCost: cost,
      devices: fc.subarray(DEVICES).chain((names) =>
        fc.tuple(
          ...names.map((name) =>
            fc.record({
              name: fc.constant(name),
              capacity: fc.constantFrom(null, 1, 1, 2),
              crowding: seldom(crowding),
            }),
          ),
        ),
      ),
      horizon: half(time(0, 60)),
      usersUntil: time(20, 90),
      tasks: fc.array(
        fc.record({
          arrival: time(0, 15),
          count: seldom(whole(1, 3)),
          spacing: seldom(fc.record({ every: time(0, 5) })),
          think: seldom(time(0, 9)),
          retry: seldom(fc.record({ after: time(1, 12), times: whole(1, 3) })),
          weight: fc.option(whole(1, 4), { nil: undefined }),
          priority: fc.option(whole(0, 3), { nil: undefined }),
          drafts: drafts(time(0, longest)),
        }),
        { minLength: 1, maxLength: 5, size: 'max' },
      ),
    })
    .map(assembled);
}

/** Of every policy, with times of a few ns. */
export const shortScenarios: fc.Arbitrary<Scenario> = multiples(1, 9, POLICY_NAMES);

/** Of the policy fair, with times of a few quarters of a ms, so that the times in the rules of the policy fair are of their size. */
export const fairScenarios: fc.Arbitrary<Scenario> = multiples(250_000, 24, ['fair']);

/** Scenarios over every setting, policy and kind of step, of fixed lengths and arrivals. */
export const scenarios: fc.Arbitrary<Scenario> = fc.oneof(
  { weight: 4, arbitrary: shortScenarios },
  { weight: 1, arbitrary: fairScenarios },
);

/** Those of one policy. To draw from all and throw most away takes longer than to simulate what is left. */
export const scenariosUnder = (policy: Scenario['policy']): fc.Arbitrary<Scenario> => {
  const short = multiples(1, 9, [policy]);
  return policy === 'fair' ? fc.oneof(short, fairScenarios) : short;
};
