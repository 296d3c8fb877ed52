// Looks for the setting of a lab that is most work to run and to draw.
import type { Trace } from '@interleave/simulation';
import type { AnyLab } from '../../lab-kit/lab.ts';
import type { Parameter, Values } from '../../lab-kit/parameters/kinds.ts';
import { endsOf } from '../../lab-kit/parameters/values.ts';

/** A setting, and how many segments of tasks and cores its run has: what there is to compute and to draw. */
interface Weighed {
  readonly values: Values;
  readonly segments: number;
}

const isRange = ({ kind }: Parameter) => kind === 'range' || kind === 'optional-range';

/** A setting that a lab refuses to run is no work. */
function runOrNothing(lab: AnyLab, values: Values): unknown {
  try {
    return lab.model.run(values);
  } catch {
    return {};
  }
}

function weigh(lab: AnyLab, values: Values): Weighed {
  // A lab without a timeline has no segments: its first setting is as heavy as any.
  const { tasks = [], cores = [] }: Partial<Trace> =
    'naming' in lab.view ? (runOrNothing(lab, values) as Partial<Trace>) : {};
  const segments = [...tasks, ...cores].reduce((sum, lane) => sum + lane.segments.length, 0);
  return { values, segments };
}

/**
 * The setting whose run has most segments, as far as that is found so: of each combination of choices and switches, with
 * every range at its greatest, one range after the other is put to that of its ends which makes most, twice over.
 */
export function heaviest(lab: AnyLab): Weighed {
  const parameters = Object.entries(lab.parameters);
  const ranges = parameters.filter(([, parameter]) => isRange(parameter));
  let starts: Values[] = [{}];
  for (const [name, parameter] of parameters) {
    const tried = isRange(parameter) ? endsOf(parameter).slice(-1) : endsOf(parameter);
    starts = starts.flatMap((start) => tried.map((value) => ({ ...start, [name]: value })));
  }
  return starts
    .map((start) => {
      let most = weigh(lab, start);
      for (const [name, range] of [...ranges, ...ranges]) {
        for (const value of endsOf(range)) {
          const found = weigh(lab, { ...most.values, [name]: value });
          if (found.segments > most.segments) most = found;
        }
      }
      return most;
    })
    .reduce((most, found) => (found.segments > most.segments ? found : most));
}
