// What the figure of places shows of a run at an instant, before any pixel: which threads, in which words, and which ways.
import type { Nanos, PlaceName, Scenario, Stay, Step, Trace, Ways } from '@interleave/simulation';
import { legible, unitOf } from '../../src/lab-kit/timeline/clock.ts';

/** How many tokens a place has room for: in a narrow figure, and in a wide one. */
export interface Room {
  readonly narrow: number;
  readonly wide: number;
}

/** More than these are a crowd: one token stands for all. */
const MOST_IN_SIGHT = 99;

/** Of so many that stand in a place, how many have a token of their own, and for how many one token stands. */
export function shown(standing: number, room: number): { tokens: number; more: number } {
  if (standing <= room) return { tokens: standing, more: 0 };
  if (standing > MOST_IN_SIGHT) return { tokens: 0, more: standing };
  return { tokens: room - 1, more: standing - room + 1 };
}

const ENDINGS: Readonly<Record<string, string>> = { one: 'st', two: 'nd', few: 'rd', other: 'th' };
const ORDINAL = new Intl.PluralRules('en', { type: 'ordinal' });

/** 1st, 2nd, 3rd, 4th. */
export const ordinal = (place: number) => `${place}${ENDINGS[ORDINAL.select(place)]}`;

/**
 * How long a task stays where it is, as it is written beside it: until when, where that is known of the place, else
 * since when. An instant is a number in the unit of the clock.
 *
 * @param clock the clock's end, ns
 * @param hiddenFrom from where on a question holds back what follows, ns, or null
 */
export function lasting(
  trace: Trace,
  { task, place, since, until }: Stay,
  clock: Nanos,
  hiddenFrom: number | null,
): { word: 'since' | 'until'; time: number } {
  const onward = until === trace.end && trace.tasks[task]?.end !== until;
  const told = (place === 'core' || place === 'waiting') && !onward;
  const word = told && (hiddenFrom === null || until <= hiddenFrom) ? 'until' : 'since';
  const time = (word === 'until' ? until : since) / unitOf(clock).nanos;
  return { word, time: legible(time) };
}

/** The places in which a task could go on. */
const READY: readonly (string | undefined)[] = ['line', 'queue', 'core'] satisfies PlaceName[];
const AWAITS: readonly (string | undefined)[] = ['waiting', 'blocked'] satisfies PlaceName[];

/** The ways that are drawn, each by where it leads from and to. What needs no core on its way takes none of them. */
const RAILS = {
  takes: (_from, to) => to === 'core',
  loses: (from, to) => from === 'core' && READY.includes(to),
  waits: (from, to) => from === 'core' && to === 'waiting',
  blocks: (from, to) => from === 'core' && to === 'blocked',
  ready: (from, to) => AWAITS.includes(from) && READY.includes(to),
} satisfies Record<string, (from: string | undefined, to: string | undefined) => boolean>;

export type Rail = keyof typeof RAILS;

/** How often a rail was taken, and, of what has just moved, which cores it led to or from. */
export interface Traffic {
  readonly taken: number;
  /** Null for what has no core. Empty: none has just come this way. */
  readonly now: readonly (number | null)[];
}

export function trafficOf({ ways, last }: Ways): Readonly<Record<Rail, Traffic>> {
  const on = (rail: Rail): Traffic => {
    const leads = RAILS[rail];
    return {
      taken: ways
        .filter(({ from, to }) => leads(from, to))
        .reduce((sum, { taken }) => sum + taken, 0),
      now: last
        .filter(({ from, to }) => leads(from?.place, to?.place))
        .map(({ from, to }) => (rail === 'takes' ? to : from)?.core ?? null),
    };
  };
  return {
    takes: on('takes'),
    loses: on('loses'),
    waits: on('waits'),
    blocks: on('blocks'),
    ready: on('ready'),
  };
}

const PREEMPTS: Readonly<Record<Scenario['policy'], boolean>> = {
  fifo: false,
  'round-robin': false,
  'shortest-remaining': true,
  priority: true,
  fair: true,
};

/** For what a thread loses its core though it needs it, in words; null where nothing takes it away. */
export function lossOf({ policy, slice, tick, runtimeSlice, workers }: Scenario): string | null {
  const turns =
    slice !== null || tick !== null || (runtimeSlice !== null && workers !== 'per-task');
  const reasons = [...(turns ? ['slice over'] : []), ...(PREEMPTS[policy] ? ['preempted'] : [])];
  return reasons.length === 0 ? null : reasons.join(' or ');
}

/** Which lines a machine's threads stand in before a core: for a worker, where they share some, and for a core. */
export function linesOf({ workers, cores }: Scenario): readonly ('line' | 'queue')[] {
  if (workers === 'per-task') return ['queue'];
  // Of no more workers than cores each has its core at once.
  return workers > cores ? ['line', 'queue'] : ['line'];
}

const locks = (steps: readonly Step[]): boolean =>
  steps.some((step) => step.kind === 'lock' || (step.kind === 'repeat' && locks(step.steps)));

/** Whether a task of it can be blocked. */
export const hasLocks = ({ tasks }: Scenario) => tasks.some(({ steps }) => locks(steps));
