// Differences between a simulated and a recorded run in words.
import {
  capital,
  type Nanos,
  type Sentence,
  type TaskState,
  type Trace,
  toMs,
} from '@interleave/simulation';
import { laneName, type Naming } from '../timeline/naming.ts';
import { type Difference, greatest } from './compare-boundaries.ts';
import type { Recording } from './recording.ts';

/** What times are drawn and said to, ns: a hundredth of a ms. Tables have them as recorded. */
export const SHOWN_GRAIN = 10_000 as Nanos;

/** A time, or the size of a difference, as it is said, without its unit: "60.26". */
const said = (nanos: number) =>
  String(toMs((Math.round(Math.abs(nanos) / SHOWN_GRAIN) * SHOWN_GRAIN) as Nanos));
const saidMs = (nanos: number) => `${said(nanos)}\u00a0ms`;

/** What a task does in a state, how that begins and how it stops. */
function verbs(state: TaskState, awaited: string): { does: string; begins: string; stops: string } {
  switch (state) {
    case 'running':
      return { does: 'runs', begins: 'begins to run', stops: 'stops running' };
    case 'waiting':
      return {
        does: `waits for ${awaited}`,
        begins: `begins to wait for ${awaited}`,
        stops: `stops waiting for ${awaited}`,
      };
    default:
      return { does: `is ${state}`, begins: `becomes ${state}`, stops: `stops being ${state}` };
  }
}

/** "request B ends at 60 ms simulated and at 60.26 ms recorded". */
function clause(naming: Naming, simulated: Trace, difference: Difference): string {
  const { label } = laneName(naming, simulated, difference.task);
  const { does, begins, stops } = verbs(difference.state, naming.awaited);
  if (!('simulated' in difference)) {
    return `${label} ${does} from ${said(difference.start)} to ${saidMs(difference.end)}`;
  }
  const { kind, simulated: from, recorded: to } = difference;
  const verb = { start: begins, end: stops, 'task end': 'ends' }[kind];
  return `${label} ${verb} at ${saidMs(from)} simulated and at ${saidMs(to)} recorded`;
}

/** How many stretches one of the runs has alone, and the longest of them; nothing when there are none. */
function alone(
  naming: Naming,
  simulated: Trace,
  differences: readonly Difference[],
  [kind, one, other]: readonly [Difference['kind'], string, string],
): string {
  const found = differences.filter((difference) => difference.kind === kind);
  const longest = greatest(found);
  if (longest === undefined) return '';
  const what =
    found.length === 1
      ? `a stretch that the ${other} does not`
      : `${found.length} stretches that the ${other} does not, the longest ${saidMs(longest.by)}`;
  return ` Besides, the ${one} has ${what}: ${clause(naming, simulated, longest)}.`;
}

/**
 * The greatest difference, with the boundary where it lies; how many other stretches only one of the runs has, and the
 * longest of them; and which tasks were not recorded.
 */
export function summariseDifferences(
  naming: Naming,
  simulated: Trace,
  recording: Recording,
  differences: readonly Difference[],
): Sentence {
  const most = greatest(differences);
  if (most === undefined) return ['Simulated and recorded agree at every boundary.'];
  const others = differences.filter((difference) => difference !== most);
  const where =
    'simulated' in most ? '' : `, ${most.kind === 'only recorded' ? 'recorded' : 'simulated'} only`;
  const unrecorded = simulated.tasks
    .filter(({ name }) => recording.tasks.every((task) => task.name !== name))
    .map(({ index }) => ` ${capital(laneName(naming, simulated, index).label)} was not recorded.`);
  return [
    'The greatest difference is ',
    { figure: saidMs(most.by) },
    `: ${clause(naming, simulated, most)}${where}.`,
    alone(naming, simulated, others, ['only recorded', 'recording', 'simulation']),
    alone(naming, simulated, others, ['only simulated', 'simulation', 'recording']),
    ...unrecorded,
  ];
}
