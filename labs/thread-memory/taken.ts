// The model of this lab: what each carrier asks for, how many of it start, and what those have.
import { type Costs, costs, type Limit, limits } from '@interleave/simulation/costs';
import { CARRIERS, type Carrier, MODEL, machineOf, optionsFor, type Setting } from './setting.ts';

export interface Taken {
  /** What all connections ask for, were none refused. */
  readonly asked: Costs;
  /** How many start: all, or as many as the nearest limit allows. */
  readonly starts: number;
  /** What those have. */
  readonly has: Costs;
  /** What would run out first, and at how many; it is reached where not all start. */
  readonly nearest: Limit;
}

export type All = Readonly<Record<Carrier, Taken>>;

/** What each carrier takes under a setting. */
export const takenBy = (setting: Setting): All =>
  Object.fromEntries(
    CARRIERS.map((carrier) => [carrier, taken(carrier, setting)]),
  ) as unknown as All;

function taken(carrier: Carrier, setting: Setting): Taken {
  const { connections } = setting;
  const options = optionsFor(carrier, setting);
  const asked = costs(MODEL[carrier], connections, options);
  // Memory always runs out, so that there is a first.
  const nearest = limits(MODEL[carrier], machineOf(setting), options)[0] as Limit;
  const starts = Math.max(0, Math.min(connections, nearest.tasks));
  return {
    asked,
    starts,
    has: starts === connections ? asked : costs(MODEL[carrier], starts, options),
    nearest,
  };
}

/** The most of a carrier that a limit allows, on a machine that may be told apart from the setting's. */
export function mostOf(
  carrier: Carrier,
  setting: Setting,
  name: Limit['name'],
  besides: { readonly groupMemory?: number } = {},
): number {
  const machine = { ...machineOf(setting), ...besides };
  const found = limits(MODEL[carrier], machine, optionsFor(carrier, setting));
  return found.find((limit) => limit.name === name)?.tasks ?? Number.POSITIVE_INFINITY;
}

/** The most whose stacks a kernel that never overcommits would promise. */
export const mostPromised = (carrier: Carrier, setting: Setting) =>
  mostOf(carrier, { ...setting, overcommit: 'never' }, 'promises');
