// What the figure of places shows of this lab's runs, before any pixel: which lines there are, and which ways.
import type { PlaceName, Scenario, Step, Ways } from '@interleave/simulation';
import type { Traffic } from '../../src/lab-kit/figures/places/track.ts';

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
  const rails = Object.keys(RAILS) as Rail[];
  return Object.fromEntries(rails.map((rail) => [rail, on(rail)])) as Record<Rail, Traffic>;
}

/** The policies under which who comes before them takes the core from others. */
const PREEMPTIVE: readonly Scenario['policy'][] = ['shortest-remaining', 'priority', 'fair'];

/** For what a thread loses its core though it needs it, in words; null where nothing takes it away. */
export function lossOf({ policy, slice, tick, runtimeSlice, workers }: Scenario): string | null {
  const turns =
    slice !== null || tick !== null || (runtimeSlice !== null && workers !== 'per-task');
  const reasons = [
    ...(turns ? ['slice over'] : []),
    ...(PREEMPTIVE.includes(policy) ? ['preempted'] : []),
  ];
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
