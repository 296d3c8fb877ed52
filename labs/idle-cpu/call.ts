// The call of this lab: what it asks and computes, alone or with others in flight, and what that comes to.
import { type Length, ms, type Scenario, type Step, scenario } from '@interleave/simulation';

/** What the knobs say of a call; lengths in ms. */
export interface Call {
  readonly queries: number;
  /** Each. */
  readonly query: number;
  /** To other services. */
  readonly calls: number;
  /** Each. */
  readonly call: number;
  /** In all. */
  readonly cpu: number;
}

export interface Setting extends Call {
  readonly flight: number;
}

/** The part of the computing that follows each answer; the rest comes first: receive and validate. */
const AFTER_EACH = 1 / 10;
/** With several in flight a run is so many calls long, so that its beginning and end weigh little. */
const CALLS_LONG = 10;

/** The waits of a call in their order, ms. */
export const waits = ({ queries, query, calls, call }: Call): number[] => [
  ...Array<number>(queries).fill(query),
  ...Array<number>(calls).fill(call),
];

/** What a call waits in all, ms. */
export const waited = (call: Call) => waits(call).reduce((sum, wait) => sum + wait, 0);

/** How long a call takes when nobody is in its way, ms. */
export const alone = (call: Call) => waited(call) + call.cpu;

/** How many calls in flight a core needs at least to be busy all the time. */
export const fills = (call: Call) => Math.ceil(alone(call) / call.cpu);

/** The greatest part of the time that so many calls in flight can keep one core busy, 0..1. */
export const idealBusy = (call: Call, flight: number) =>
  Math.min(1, (flight * call.cpu) / alone(call));

/** To whole ns: a tenth of 1 ms has many, a tenth of 1 ns none. */
const exactly = (milliseconds: number) => ms(Number(milliseconds.toFixed(6)));

/** Evenly from half of it to one and a half times it, ms. */
const around = (mean: number): Length => ({
  from: exactly(mean / 2),
  to: exactly(mean * 1.5),
});

function program(call: Call, length: (mean: number) => Length): Step[] {
  const asked = waits(call).filter((wait) => wait > 0);
  const after = call.cpu * AFTER_EACH;
  const compute = (milliseconds: number): Step => ({
    kind: 'cpu',
    duration: exactly(milliseconds),
  });
  return [
    compute(call.cpu - asked.length * after),
    ...asked.flatMap((wait): Step[] => [{ kind: 'io', duration: length(wait) }, compute(after)]),
  ];
}

/**
 * One call alone, to its end; or several in flight, each followed by the next, for ten calls' time. Alone each wait has
 * its exact length. With several the waits vary around it: exactly equal ones would keep all calls in step, as nothing
 * real does.
 */
export function run(setting: Setting): Scenario {
  const task = { name: 'call', arrival: ms(0) };
  return setting.flight === 1
    ? scenario({ tasks: [{ ...task, steps: program(setting, exactly) }] })
    : scenario({
        horizon: exactly(CALLS_LONG * alone(setting)),
        tasks: [{ ...task, count: setting.flight, think: ms(0), steps: program(setting, around) }],
      });
}
